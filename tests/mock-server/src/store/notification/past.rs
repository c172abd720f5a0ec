//! What the people of the data files were told before the server began: the last events of their documents go the same way
//! as those that come later, each at its own instant.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use contract::PersonId;
use contract::document::Document;
use domain::moment::{Moment, Zone};
use domain::notification::due;
use rusqlite::Connection;

use crate::store::notification::{cause, pump};

/// How far back messages go.
const WINDOW: TimeDelta = TimeDelta::days(50);

/// The instant at which the data files end: all their events are before it.
fn end() -> DateTime<Utc> {
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default();
    Zone::Sofia.start_of(day)
}

/// Tells the last events of documents. What was sent then is gone: the outbox begins with the server.
///
/// # Errors
/// Those of the database.
pub fn tell(
    db: &Connection,
    documents: &[Document],
    zone: impl Fn(&PersonId) -> Zone,
) -> rusqlite::Result<()> {
    let end = end();
    let mut events = Vec::new();
    for document in documents {
        let zone = zone(&document.entry.person);
        for event in &document.events {
            let at = match event.at {
                Moment::Instant(at) => Some(at),
                Moment::Day(day) => due(day, 0, zone),
            };
            events.extend(at.filter(|at| *at > end - WINDOW && *at <= end).map(|at| (at, document, event)));
        }
    }
    events.sort_by_key(|(at, _, event)| (*at, event.sequence));
    for (at, document, event) in events {
        cause::event(db, document, event, at, false)?;
    }
    pump::pump(db, end)?;
    db.execute_batch("DELETE FROM outgoing")
}
