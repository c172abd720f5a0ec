//! Dates for somebody's own calendar. Nothing in the file tells of health: it may stand on the lock screen of a phone.

use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;

use crate::announce;
use crate::i18n::{Msg, t};
use crate::icalendar::{self, Alarm, Event};
use crate::route::Route;
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

/// A day for the calendar.
pub struct Date<'a> {
    /// Tells it from every other of the portal, and stays the same when it is exported again: opaque.
    pub id: String,
    /// The day.
    pub day: NaiveDate,
    /// So many days before it a reminder rings; 0 on the day itself.
    pub alarms: &'a [u16],
}

/// Has the browser save the days, all with one title and text, which lead to a page; whether it could.
pub fn save(dates: &[Date<'_>], page: &Route, summary: &str, description: &str) -> bool {
    let location = window().location();
    let (Ok(origin), Ok(host), Some(now)) = (location.origin(), location.hostname(), clock::now()) else {
        return false;
    };
    let url = format!("{origin}{}", page.path());
    let text = write(dates, &Said { url: &url, host: &host, summary, description }, now);
    file::save(FILE, "text/calendar;charset=utf-8", &text).is_ok()
}

/// What the button says, and what it says after it was pressed.
pub struct Words {
    /// The button.
    pub add: Msg,
    /// What the file tells, and what it does not.
    pub hint: Msg,
    /// Said aloud when the browser has the file.
    pub saved: Msg,
    /// Stands there where the browser could not save it.
    pub failed: fn() -> AnyView,
}

/// The button, with something `beside` it. `hint` is the id of its description; `save` tells whether it could.
pub fn button(
    words: Words,
    hint: &'static str,
    beside: AnyView,
    save: impl Fn() -> bool + 'static,
) -> AnyView {
    let Words { add, hint: said, saved, failed } = words;
    let not_saved = RwSignal::new(false);
    let press = move |_| {
        let done = untrack(&save);
        not_saved.set(!done);
        if done {
            announce::say(saved.clone());
        }
    };
    view! {
        <p class="cluster">
            <button class="button button--second" type="button" aria-describedby=hint on:click=press>
                <Icon name="calendar" />
                {t(add)}
            </button>
            {beside}
        </p>
        <p class="quiet small" id=hint>{t(said)}</p>
        {part_if(move || not_saved.get(), failed)}
    }
    .into_any()
}

/// What stands there where the file could not be saved, in one sentence.
pub fn not_saved(text: Msg) -> AnyView {
    view! {
        <p class="notice tone-danger" role="alert">
            <Icon name="refused" />
            <span>{t(text)}</span>
        </p>
    }
    .into_any()
}

/// What all days of a file say.
pub struct Said<'a> {
    /// The page they lead to.
    pub url: &'a str,
    /// The portal's host, for ids.
    pub host: &'a str,
    /// Their title.
    pub summary: &'a str,
    /// More about them.
    pub description: &'a str,
}

/// The file, made at `now`.
pub fn write(dates: &[Date<'_>], said: &Said<'_>, now: DateTime<Utc>) -> String {
    let alarms: Vec<Vec<Alarm>> = dates
        .iter()
        .map(|date| date.alarms.iter().map(|days| Alarm { days_before: *days, hour: HOUR }).collect())
        .collect();
    let uids: Vec<String> = dates.iter().map(|date| format!("{}@{}", date.id, said.host)).collect();
    let events: Vec<_> = dates
        .iter()
        .zip(&uids)
        .zip(&alarms)
        .map(|((date, uid), alarms)| Event {
            uid,
            day: date.day,
            summary: said.summary,
            description: Some(said.description),
            url: Some(said.url),
            alarms,
        })
        .collect();
    icalendar::calendar(PRODUCT, now, &events)
}
