//! Dates for somebody's own calendar. Nothing in the file tells of health: it may stand on the lock screen of a phone.

use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;

use crate::icalendar::{self, Alarm, Event};
use crate::route::Route;
use crate::state::clock;
use crate::ui::file;

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
