//! The next days as a file for a calendar. Nothing in it tells of health: it may stand on the lock screen of a phone.

use chrono::NaiveDate;
use contract::PersonId;
use contract::prevention::Prevention;
use domain::check_up::{Plan, plan};
use leptos::prelude::*;

use super::here::Here;
use crate::components::calendar::{Date, Words, button, not_saved, save};
use crate::i18n::texts::check_ups as u;
use crate::i18n::words;
use crate::route::service::Service;
use crate::state::clock;
use crate::ui::part::part_if;

/// A reminder rings while there is still time to book a visit, and on the day before the last.
const ALARMS: [u16; 2] = [3, 1];

/// The button; nothing where no date is ahead.
pub fn offer(here: Here) -> AnyView {
    let saved = move || {
        let (id, days) = (here.id(), days(here));
        let (summary, description) = (words(&u::calendar_summary()), words(&u::calendar_description()));
        // The page of all services: what the dates are about, and whose they are, does not stand in a calendar either.
        save(&dates(&id, &days), &Service::All.route(), &summary, &description)
    };
    let button = move || {
        let words = Words {
            add: u::calendar_add(),
            hint: u::calendar_hint(),
            saved: u::calendar_saved(),
            failed: || not_saved(u::calendar_failed()),
        };
        let button = button(words, "check-ups-calendar-hint", ().into_any(), saved);
        view! { <div class="stack stack--close no-print">{button}</div> }.into_any()
    };
    part_if(move || !days(here).is_empty(), button).into_any()
}

/// The days that are not over; tracks the day and what is known.
fn days(here: Here) -> Vec<NaiveDate> {
    here.known().map(|known| ahead(&known, clock::today(here.zone))).unwrap_or_default()
}

/// The last day of each check-up that is due or to come.
pub fn ahead(known: &Prevention, today: NaiveDate) -> Vec<NaiveDate> {
    match (plan(&known.facts(&known.done()), today), known.born) {
        (Plan::Known(planned), Some(born)) => planned.ahead(born, today),
        _ => Vec::new(),
    }
}

/// The days as dates of a calendar. Each has its place in the series of the person: exported again, the next ones take the place
/// of those before.
pub fn dates(id: &PersonId, days: &[NaiveDate]) -> Vec<Date<'static>> {
    let date = |(place, day): (usize, &NaiveDate)| Date {
        id: format!("{id}-{}", place + 1),
        day: *day,
        alarms: &ALARMS,
    };
    days.iter().enumerate().map(date).collect()
}
