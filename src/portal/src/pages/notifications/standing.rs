//! Beside a control: whether its choice is being saved, is saved, failed, cannot be wanted, or was chosen otherwise meanwhile.

use chrono::{NaiveTime, Timelike as _};
use domain::language::Language;
use domain::notification::{Change, PreferenceProblem, Wish};
use leptos::prelude::*;

use super::choices::{Saver, Standing};
use super::words;
use crate::components::header::native_name;
use crate::components::standing::{Deeds, Said, shown};
use crate::i18n::Msg;
use crate::i18n::texts::notifications as n;
use crate::ui::part::part;

/// How saving the field of a change stands.
pub fn standing(saver: Saver, field: Change) -> AnyView {
    let here = {
        let field = field.clone();
        Memo::new(move |_| saver.choices.standing(&field))
    };
    let own = field.clone();
    let deeds = Deeds {
        retry: Callback::new(move |()| saver.retry()),
        take_saved: Callback::new(move |()| saver.take_saved(&field)),
        keep_own: Callback::new(move |()| saver.keep_own(&own)),
    };
    part(move || here.get().map(|standing| shown(said(standing), deeds)).into_any()).into_any()
}

fn said(standing: Standing) -> Said {
    match standing {
        Standing::Waiting | Standing::Saving => Said::Saving,
        Standing::Saved => Said::Saved,
        Standing::Failed(error) => Said::Failed(n::failed(), error),
        Standing::Wrong(problem) => Said::Wrong(wrong(problem), n::wrong_back()),
        Standing::Other(theirs) => Said::Other(n::other_title(), n::other_text(chosen(&theirs))),
    }
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
