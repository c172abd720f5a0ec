//! The next days as a file for a calendar. Nothing in it tells of health: it may stand on the lock screen of a phone.

use chrono::{DateTime, NaiveDate, Utc};
use contract::PersonId;
use contract::prevention::Prevention;
use domain::check_up::{Plan, plan};
use domain::document::plan::LEADS;
use leptos::prelude::*;

use super::here::Here;
use crate::announce;
use crate::i18n::texts::check_ups as u;
use crate::i18n::{self, t};
use crate::icalendar::{self, Alarm, Event};
use crate::route::service::Service;
use crate::state::clock;
use crate::ui::file;
use crate::ui::icon::Icon;
use crate::ui::part::part_if;

/// The name of the file tells nothing about anybody.
const FILE: &str = "yasno.ics";
/// Who makes the file.
const PRODUCT: &str = "-//Yasno//Portal//EN";
/// Reminders ring in the morning.
const HOUR: u8 = 9;

/// The button; nothing where no date is ahead.
pub fn offer(here: Here) -> AnyView {
    let there = move || !days(here).is_empty();
    let button = move || {
        let failed = RwSignal::new(false);
        let save = move |_| {
            let saved = untrack(|| saved(here));
            failed.set(!saved);
            if saved {
                announce::say(u::calendar_saved());
            }
        };
        let not_saved = || {
            view! {
                <p class="notice tone-danger" role="alert">
                    <Icon name="refused" />
                    <span>{t(u::calendar_failed())}</span>
                </p>
            }
            .into_any()
        };
        view! {
            <div class="stack stack--close no-print">
                <p>
                    <button class="button button--second" type="button" aria-describedby="calendar-hint" on:click=save>
                        <Icon name="calendar" />
                        {t(u::calendar_add())}
                    </button>
                </p>
                <p class="quiet small" id="calendar-hint">{t(u::calendar_hint())}</p>
                {part_if(move || failed.get(), not_saved)}
            </div>
        }
        .into_any()
    };
    part_if(there, button).into_any()
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

fn saved(here: Here) -> bool {
    let location = window().location();
    let (Ok(origin), Ok(host), Some(now)) = (location.origin(), location.hostname(), clock::now()) else {
        return false;
    };
    // The page with everybody: whose it is does not stand in a calendar either.
    let url = format!("{origin}{}", Service::All.route().path());
    let (summary, description) =
        (i18n::words(&u::calendar_summary()), i18n::words(&u::calendar_description()));
    let said = Said { url: &url, host: &host, summary: &summary, description: &description };
    file::save(FILE, "text/calendar;charset=utf-8", &calendar(&here.id(), &days(here), said, now)).is_ok()
}

/// What all days of the file say.
#[derive(Clone, Copy)]
pub struct Said<'a> {
    /// Where to read more.
    pub url: &'a str,
    /// The host of the portal.
    pub host: &'a str,
    /// The title of each day.
    pub summary: &'a str,
    /// More about it.
    pub description: &'a str,
}

/// The file with these days. Each has its place in the series of the person: exported again, the next ones take the place of those
/// before.
pub fn calendar(id: &PersonId, days: &[NaiveDate], said: Said<'_>, now: DateTime<Utc>) -> String {
    let early = LEADS.iter().copied().filter(|lead| *lead > 1).min();
    let alarms: Vec<Alarm> =
        early.into_iter().chain([1]).map(|days_before| Alarm { days_before, hour: HOUR }).collect();
    let uids: Vec<String> = (1..=days.len()).map(|place| format!("{id}-{place}@{}", said.host)).collect();
    let event = |(day, uid): (&NaiveDate, &'_ String)| (*day, uid.clone());
    let dated: Vec<(NaiveDate, String)> = days.iter().zip(&uids).map(event).collect();
    let events: Vec<Event<'_>> = dated
        .iter()
        .map(|(day, uid)| Event {
            uid,
            day: *day,
            summary: said.summary,
            description: Some(said.description),
            url: Some(said.url),
            alarms: &alarms,
        })
        .collect();
    icalendar::calendar(PRODUCT, now, &events)
}
