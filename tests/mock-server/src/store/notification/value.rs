//! The values of placeholders, as the systems that send a message would give them.

use chrono::{DateTime, NaiveDate, Utc};
use contract::document::{Document, Event};
use domain::document::EventKind;
use domain::moment::Zone;
use domain::notification::Subject;

use crate::store::notification::occurrence::Occurred;

/// The practices of the data files, by their keys.
const PRACTICES: [(&str, &str); 4] = [
    ("obraztsova", "Практика „Образцова“"),
    ("chobanova", "Практика „Чобанова“"),
    ("obraztsovaya", "Поликлиника «Образцовая»"),
    ("ulgi", "«Үлгі» емханасы"),
];

/// The name of a practice, by its key.
#[must_use]
pub fn practice(key: &str) -> Option<&'static str> {
    PRACTICES.iter().find(|(known, _)| *known == key).map(|(_, name)| *name)
}

/// A day as messages write it.
#[must_use]
pub fn day(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// A time of day as messages write it.
#[must_use]
pub fn time(at: DateTime<Utc>, zone: Zone) -> String {
    zone.local(at).format("%H:%M").to_string()
}

/// What happened to a document, with what is told of it. A value that is not known is left out: without it nothing is sent.
#[must_use]
pub fn of_event(mut what: Occurred, document: &Document, event: &Event) -> Occurred {
    let entry = &document.entry;
    let happened = event.at.day(what.zone);
    let until = match what.subject {
        Subject::AidApproved => entry.use_until,
        Subject::AidExpiryReminder => entry.valid_to.or(entry.use_until),
        _ => entry.valid_to,
    };
    what = what.with("number", &entry.number).with("day", day(happened));
    if let Some(until) = until {
        what = what.with("until", day(until)).with("days", (until - happened).num_days().max(0).to_string());
    }
    if what.subject == Subject::AidExpiryReminder {
        what.day = until;
    }
    if what.subject == Subject::TelkDate {
        what.values.remove("day");
        let hearing = document.facts.hearing.as_ref();
        let set = event.kind.known() == Some(EventKind::TelkHearingSet);
        if let Some(hearing) = hearing.filter(|_| set) {
            let on = hearing.at.day(what.zone);
            what.day = Some(on);
            what = what.with("day", day(on)).with("office", &hearing.place);
        }
    }
    let key = document.facts.request.as_ref().map(|request| request.practice.as_str());
    if let Some(name) = key.and_then(practice) {
        what = what.with("office", name);
    }
    what
}
