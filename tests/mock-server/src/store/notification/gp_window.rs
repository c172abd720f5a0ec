//! Reminders of the months in which everybody registered with a GP may choose another: that one begins, and that it ends.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use contract::PersonId;
use contract::gp::Registration;
use domain::gp_choice::window::{Turn, turns};
use domain::moment::Zone;
use domain::notification::{Subject, longest};
use rusqlite::Connection;

use crate::store::json;
use crate::store::notification::ahead::{Reminder, of_reminder};
use crate::store::notification::value;

/// Tells of the windows of which anybody may be reminded after `from` and up to `now`.
///
/// # Errors
/// Those of the database.
pub fn tell(db: &Connection, from: DateTime<Utc>, now: DateTime<Utc>) -> rusqlite::Result<()> {
    // The days are those of Sofia, wherever somebody is.
    let longest = longest(Subject::GpWindowOpens).max(longest(Subject::GpWindowCloses));
    let turns = turns(Zone::Sofia.day(from), Zone::Sofia.day(now), longest.unwrap_or_default());
    if turns.is_empty() {
        return Ok(());
    }
    let registered: Vec<(PersonId, Registration)> = db
        .prepare_cached("SELECT person, json FROM registration ORDER BY person")?
        .query_map([], |row| Ok((PersonId(row.get(0)?), json(row, 1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (person, registration) in &registered {
        let office = value::practice(&registration.practice);
        for turn in &turns {
            let (subject, day, mut values) = match *turn {
                Turn::Opens { first, last } => {
                    let days = [("day", value::day(first)), ("until", value::day(last))];
                    (
                        Subject::GpWindowOpens,
                        first,
                        BTreeMap::from(days.map(|(name, day)| (name.to_owned(), day))),
                    )
                }
                Turn::Closes { last } => {
                    (Subject::GpWindowCloses, last, BTreeMap::from([("until".to_owned(), value::day(last))]))
                }
            };
            values.extend(office.map(|office| ("office".to_owned(), office.to_owned())));
            let reminder =
                Reminder { subject, person: person.clone(), day, known: from, document: None, values };
            of_reminder(db, &format!("gp_window:{person}:{day}"), &reminder, from, now)?;
        }
    }
    Ok(())
}
