//! Beside a control: whether its choice is being saved, is saved, failed, cannot be wanted, or was chosen otherwise meanwhile.

use chrono::{NaiveTime, Timelike as _};
use domain::language::Language;
use domain::notification::{Change, PreferenceProblem, Wish};
use leptos::prelude::*;

use super::choices::{Saver, Standing};
use super::words;
use crate::components::header::native_name;
use crate::i18n::texts::form as fm;
use crate::i18n::texts::notifications as n;
use crate::i18n::{Msg, m, t};
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// How saving the field of a change stands.
pub fn standing(saver: Saver, field: Change) -> AnyView {
    let here = {
        let field = field.clone();
        Memo::new(move |_| saver.choices.standing(&field))
    };
    part(move || match here.get() {
        None => ().into_any(),
        Some(standing) => shown(saver, &field, standing),
    })
    .into_any()
}

fn shown(saver: Saver, field: &Change, standing: Standing) -> AnyView {
    match standing {
        Standing::Waiting | Standing::Saving => view! {
            <span class="standing">
                <span class="spinner"></span>
                {t(fm::saving())}
            </span>
        }
        .into_any(),
        Standing::Saved => view! {
            <span class="standing field__saved">
                <Icon name="check" small=true />
                {t(fm::saved())}
            </span>
        }
        .into_any(),
        Standing::Failed(error) => {
            let (title, _, _) = crate::words::error(&error);
            let retry = move |_| saver.retry();
            view! {
                <div class="standing standing--failed">
                    <p>
                        <strong>{t(n::failed())}</strong>
                        " "
                        {t(title)}
                    </p>
                    <button class="button button--small" type="button" on:click=retry>
                        {t(m::retry())}
                    </button>
                </div>
            }
            .into_any()
        }
        Standing::Wrong(problem) => {
            let field = field.clone();
            let back = move |_| saver.take_saved(&field);
            view! {
                <div class="standing standing--failed">
                    <p>{t(wrong(problem))}</p>
                    <button class="button button--small" type="button" on:click=back>
                        {t(n::wrong_back())}
                    </button>
                </div>
            }
            .into_any()
        }
        Standing::Other(theirs) => other(saver, field, &theirs),
    }
}

/// Somebody chose otherwise meanwhile.
fn other(saver: Saver, field: &Change, theirs: &Change) -> AnyView {
    let (mine, kept) = (field.clone(), field.clone());
    let keep = move |_| saver.keep_own(&mine);
    let take = move |_| saver.take_saved(&kept);
    view! {
        <div class="standing standing--failed" role="alert">
            <p>
                <strong>{t(n::other_title())}</strong>
                " "
                {t(n::other_text(chosen(theirs)))}
            </p>
            <p class="cluster">
                <button class="button button--small" type="button" on:click=keep>
                    {t(fm::conflict_keep_own())}
                </button>
                <button class="button button--small button--second" type="button" on:click=take>
                    {t(fm::conflict_take_over())}
                </button>
            </p>
        </div>
    }
    .into_any()
}

/// What somebody chose, in words.
fn chosen(change: &Change) -> Msg {
    match change {
        Change::Wish(_, Wish::On) => n::wish_on(),
        Change::Wish(_, Wish::Off) => n::wish_off(),
        Change::Wish(_, Wish::Undecided) => n::wish_undecided(),
        Change::Fallback(fallback) => {
            let path = fallback.order.clone();
            n::other_fallback(words::chain(&path).unwrap_or_else(n::order_none), words::wait(fallback.wait))
        }
        Change::Quiet(None) => n::quiet_none(),
        Change::Quiet(Some(quiet)) => n::quiet_hours(clock_time(quiet.from), clock_time(quiet.to)),
        Change::Lead(_, Some(days)) => lead(*days),
        Change::Lead(_, None) => n::lead_default(),
        Change::Language(language) => language_name(*language),
    }
}

/// A time of day, as clocks show it.
pub fn clock_time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A language by its own name.
fn language_name(language: Language) -> Msg {
    n::language_named(native_name(language).0)
}

/// How many days ahead one is reminded.
pub fn lead(days: u16) -> Msg {
    if days == 0 { n::lead_same_day() } else { n::lead_days(usize::from(days)) }
}

/// Why something cannot be wanted so.
pub fn wrong(problem: PreferenceProblem) -> Msg {
    match problem {
        PreferenceProblem::QuietEmpty => n::wrong_quiet_empty(),
        PreferenceProblem::QuietSeconds => n::wrong_quiet_seconds(),
        PreferenceProblem::OrderTwice => n::wrong_order_twice(),
        PreferenceProblem::WaitNotOffered => n::wrong_wait(),
        PreferenceProblem::LeadNotOffered => n::wrong_lead(),
        PreferenceProblem::KeptOff => n::wrong_kept(),
        PreferenceProblem::ChannelNever => n::wrong_channel(),
        PreferenceProblem::PersonUnknown => n::wrong_person(),
    }
}
