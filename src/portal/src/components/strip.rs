//! The process strip: past, now and next.

use domain::coded::Coded;
use domain::document::{Position, Process, Reached, Status, Step};
use domain::moment::{Moment, Zone};
use leptos::prelude::*;

use crate::i18n::texts::document as d;
use crate::i18n::{Msg, t};
use crate::ui::icon::Icon;
use crate::words::document as words;

/// The strip of a document.
#[component]
pub fn Strip(
    /// The strip as the rules give it.
    process: Process,
    /// The document's status, for the step it stands at.
    status: Coded<Status>,
    /// The zone of the person it is about.
    zone: Zone,
) -> impl IntoView {
    let known = process.position != Position::Unknown;
    let place = match process.position {
        Position::At { number, of, .. } => d::strip_place(number, of),
        Position::Unknown => d::strip_place_unknown(),
    };
    let steps = process.steps.into_iter().enumerate().map(|(index, (step, reached))| {
        let look = look(step, reached, &status, known, zone);
        view! {
            <li class=look.class aria-current=look.current.then_some("step")>
                <span class="strip__node" aria-hidden="true">
                    {match look.icon {
                        Some(icon) => view! { <Icon name=icon /> }.into_any(),
                        None => (index + 1).to_string().into_any(),
                    }}
                </span>
                <span class="strip__name">{t(words::step(step))}</span>
                <span class="strip__state">{t(look.words)}</span>
            </li>
        }
        .into_any()
    });
    view! {
        <section class="strip card" aria-labelledby="strip-heading">
            <div class="strip__head">
                <h2 id="strip-heading">{t(d::strip_title())}</h2>
                <p class="strip__count">{t(place)}</p>
            </div>
            <ol class="strip__steps">{steps.collect::<Vec<_>>()}</ol>
        </section>
    }
}

/// How a step is shown.
struct Look {
    class: &'static str,
    icon: Option<&'static str>,
    words: Msg,
    current: bool,
}

fn look(step: Step, reached: Reached, status: &Coded<Status>, known: bool, zone: Zone) -> Look {
    let on = |moment: Moment| moment.day(zone);
    let plain = |class, icon, words| Look { class, icon, words, current: false };
    let here = |class, icon, words| Look { class, icon, words, current: true };
    match reached {
        Reached::Done(at) => plain("strip__step strip__step--done", Some("check"), d::strip_done(on(at))),
        Reached::DoneUnrecorded => {
            plain("strip__step strip__step--undated", Some("check"), d::strip_done_undated())
        }
        Reached::Now(at) if *status == Coded::Known(Status::Refused) => here(
            "strip__step strip__step--refused",
            Some("close"),
            at.map_or_else(d::strip_refused, |at| d::strip_refused_on(on(at))),
        ),
        Reached::Now(at) if step == Step::End => here(
            "strip__step strip__step--current",
            Some("ended"),
            at.map_or_else(d::strip_ended, |at| d::strip_ended_on(on(at))),
        ),
        Reached::Now(at) => here(
            "strip__step strip__step--current",
            None,
            at.map_or_else(d::strip_now, |at| d::strip_now_since(on(at))),
        ),
        Reached::Ahead if known => plain("strip__step strip__step--ahead", None, d::strip_ahead()),
        Reached::Ahead => plain("strip__step strip__step--ahead", None, d::strip_not_known()),
        Reached::AheadAgain(at) => {
            plain("strip__step strip__step--back", Some("undo"), d::strip_again(on(at)))
        }
        Reached::NotReached => plain("strip__step strip__step--never", Some("dash"), d::strip_never()),
    }
}
