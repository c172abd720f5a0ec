//! Reminders of check-ups: their days follow from the record by the rules, day by day.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use contract::PersonId;
use domain::check_up::{Due, Plan, plan};
use domain::moment::Zone;
use domain::notification::{Subject, due, longest};
use rusqlite::Connection;

use crate::store::access::person;
use crate::store::notification::ahead::{Reminder, of_reminder};
use crate::store::notification::value;
use crate::store::prevention;

/// Tells of the check-ups whose reminders come after `from` and up to `now`.
///
/// # Errors
/// Those of the database.
pub fn tell(db: &Connection, from: DateTime<Utc>, now: DateTime<Utc>) -> rusqlite::Result<()> {
    // Rules are those of practices: of who has none nothing is reminded.
    let registered: Vec<String> = db
        .prepare_cached("SELECT person FROM registration ORDER BY person")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for id in registered.into_iter().map(PersonId) {
        of_person(db, &id, from, now)?;
    }
    Ok(())
}

fn of_person(
    db: &Connection,
    id: &PersonId,
    from: DateTime<Utc>,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let Some(known) = person::get(db, id)? else { return Ok(()) };
    let Some(found) = prevention::of(db, id)? else { return Ok(()) };
    let office = found.registration.as_ref().and_then(|registration| value::practice(&registration.practice));
    let (zone, done) = (known.owner.zone, found.done());
    let facts = found.facts(&done);
    // A clock that jumps over a month or a year finds each of them, as one that walks does.
    let mut today = zone.day(from);
    while today <= zone.day(now) {
        let Plan::Known(planned) = plan(&facts, today) else { return Ok(()) };
        let Some(day) = planned.due.and_then(Due::last_day) else { return Ok(()) };
        if day >= today && first_told(day, zone).is_some_and(|at| at <= now) {
            let mut values = BTreeMap::from([("until".to_owned(), value::day(day))]);
            values.extend(office.map(|office| ("office".to_owned(), office.to_owned())));
            let reminder = Reminder {
                subject: Subject::CheckUpDue,
                person: id.clone(),
                day,
                known: from,
                document: None,
                values,
            };
            of_reminder(db, &format!("check_up:{id}:{day}"), &reminder, from, now)?;
        }
        // What is overdue is not reminded of day after day.
        let after = day.checked_add_days(Days::new(1));
        let Some(next) = after.filter(|next| *next > today) else { return Ok(()) };
        today = next;
    }
    Ok(())
}

/// The earliest instant at which anybody is reminded of a day.
fn first_told(day: NaiveDate, zone: Zone) -> Option<DateTime<Utc>> {
    due(day, longest(Subject::CheckUpDue)?, zone)
}
