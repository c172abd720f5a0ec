//! What the clock alone brings about: access that ends or narrows, notices ahead of it, and reminders.

use chrono::{DateTime, NaiveDate, Utc};
use contract::wire::{closed, day_needed, instant};
use contract::{DocumentId, PersonId};
use domain::access::{State, Upcoming, What, state, upcoming};
use domain::age::completed_years;
use domain::notification::{Leads, Subject, access_ahead, access_changed, due, lead_of, leads};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::store::access::grant::{self, Placed};
use crate::store::access::person::{self, Known};
use crate::store::notification::occurrence::{self, Occurred};
use crate::store::notification::{cause, check_up, gp_window, party, value};
use crate::store::{json, text};

/// A day of which people are reminded, each as long ahead as they chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// Of what.
    #[serde(with = "closed")]
    pub subject: Subject,
    /// About whom.
    pub person: PersonId,
    /// The day.
    #[serde(with = "day_needed")]
    pub day: NaiveDate,
    /// Since when it is known.
    #[serde(with = "instant")]
    pub known: DateTime<Utc>,
    /// The document it is about.
    pub document: Option<DocumentId>,
    /// Values of the placeholders.
    pub values: BTreeMap<String, String>,
}

/// Keeps a day of which people are reminded.
///
/// # Errors
/// Those of the database.
pub fn remind(db: &Connection, reminder: &Reminder) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO reminder (known, json) VALUES (?, ?)",
        (reminder.known.timestamp_micros(), text(reminder)?),
    )?;
    Ok(())
}

/// Tells what comes about after `from` and up to `now`.
///
/// # Errors
/// Those of the database.
pub fn tell(db: &Connection, from: DateTime<Utc>, now: DateTime<Utc>) -> rusqlite::Result<()> {
    if from < now {
        for placed in grant::all(db)?.into_iter().filter(|placed| placed.receiver.is_some()) {
            let Some(known) = person::get(db, &placed.person)? else { continue };
            if state(&placed.kept.grant(), known.owner, from) == State::Active {
                of_grant(db, &placed, &known, from, now)?;
            }
        }
    }
    let reminders: Vec<(i64, Reminder)> = db
        .prepare_cached("SELECT place, json FROM reminder ORDER BY place")?
        .query_map([], |row| Ok((row.get(0)?, json(row, 1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (place, reminder) in &reminders {
        of_reminder(db, &format!("reminder:{place}"), reminder, from, now)?;
    }
    Ok(())
}

/// The same for reminders whose days follow from the rules for everybody: that is not looked through with every request.
///
/// # Errors
/// Those of the database.
pub fn tell_by_rules(db: &Connection, from: DateTime<Utc>, now: DateTime<Utc>) -> rusqlite::Result<()> {
    check_up::tell(db, from, now)?;
    gp_window::tell(db, from, now)
}

fn of_grant(
    db: &Connection,
    placed: &Placed,
    known: &Known,
    from: DateTime<Utc>,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let (zone, thing) = (known.owner.zone, format!("grant:{}", placed.id));
    for change in upcoming(&placed.kept.grant(), known.owner, from) {
        let cause = |lead: &str| format!("{thing}:{:?}:{}:{lead}", change.what, change.day);
        if let Some(subject) = access_changed(change.what).filter(|_| change.at <= now)
            && let Some(what) = cause::of_grant(db, placed, known, subject, change.at)?
        {
            occurrence::tell(db, &cause("now"), &thing, &what)?;
        }
        let Some(subject) = access_ahead(change.what) else { continue };
        let Some(Leads::Each(ahead)) = leads(subject) else { continue };
        for lead in ahead {
            let at = u16::try_from(*lead).ok().and_then(|lead| due(change.day, lead, zone));
            let Some(at) = at.filter(|at| *at > from && *at <= now) else { continue };
            if let Some(what) = announcement(db, placed, known, subject, &change, *lead, at)? {
                occurrence::tell(db, &cause(&lead.to_string()), &thing, &what)?;
            }
        }
        // What comes after its end does not come.
        if matches!(change.what, What::Expires | What::EndsByAge) {
            break;
        }
    }
    Ok(())
}

fn announcement(
    db: &Connection,
    placed: &Placed,
    known: &Known,
    subject: Subject,
    change: &Upcoming,
    lead: u32,
    at: DateTime<Utc>,
) -> rusqlite::Result<Option<Occurred>> {
    let Some(mut what) = cause::of_grant(db, placed, known, subject, at)? else { return Ok(None) };
    what = what.with("day", value::day(change.day)).with("days", lead.to_string());
    // It speaks of the last day before the change, and is over with it.
    what.day = change.day.pred_opt();
    if let Some(age) = known.owner.born.and_then(|born| completed_years(born, change.day)) {
        what = what.with("age", age.to_string());
    }
    Ok(Some(what))
}

/// Those who chose the same lead are told at once; what they are late for they are told when it is known.
pub(super) fn of_reminder(
    db: &Connection,
    thing: &str,
    reminder: &Reminder,
    from: DateTime<Utc>,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let Some(known) = person::get(db, &reminder.person)? else { return Ok(()) };
    let zone = known.owner.zone;
    let mut what = Occurred::new(reminder.subject, reminder.person.clone(), zone, now);
    (what.day, what.document) = (Some(reminder.day), reminder.document.clone());
    what.values.clone_from(&reminder.values);
    let mut at_once: BTreeMap<DateTime<Utc>, Vec<String>> = BTreeMap::new();
    for party in party::all(db, &what, now)? {
        let lead = lead_of(reminder.subject, &party.preferences.leads);
        let Some(at) = lead.and_then(|lead| due(reminder.day, lead, zone)).filter(|at| *at <= now) else {
            continue;
        };
        let told: bool = db
            .prepare_cached("SELECT count(*) > 0 FROM occurrence WHERE thing LIKE ? || ':%' AND thing LIKE '%:' || ? || ',%'")?
            .query_row((thing, &party.account), |row| row.get(0))?;
        if !told {
            at_once.entry(at.max(reminder.known).max(from.min(now))).or_default().push(party.account);
        }
    }
    for (at, accounts) in at_once {
        // Each account by its own name, so that none is reminded twice; what one is told does not undo what another is.
        let thing = format!("{thing}::{},", accounts.join(",:"));
        let mut told = Occurred { at, only: Some(accounts), ..what.clone() };
        // How many days are left depends on when one is told, unless whoever keeps the day said so.
        let left = (reminder.day - zone.day(at)).num_days().max(0);
        told.values.entry("days".to_owned()).or_insert_with(|| left.to_string());
        occurrence::tell(db, &thing, &thing, &told)?;
    }
    Ok(())
}
