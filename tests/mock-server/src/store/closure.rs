//! Closed accounts, and what is in the way of closing one.

use chrono::{DateTime, Utc};
use contract::closure::StillOpen;
use domain::access::{Basis, Side};
use domain::coded::Coded;
use domain::data_right::closure::{Open, depends};
use domain::notification::Subject;
use rusqlite::{Connection, OptionalExtension as _};

use crate::store::access::grant::{self, Done};
use crate::store::access::person;
use crate::store::access::sync::sync;
use crate::store::account;
use crate::store::notification::cause;

/// What can be counted by asking the database: each with how many of them an account has.
const COUNTED: [(Open, &str); 2] = [
    (Open::Report, "SELECT count(*) FROM report WHERE account = ? AND json ->> '$.state' <> 'answered'"),
    (
        Open::Correction,
        "SELECT count(*) FROM correction WHERE account = ? AND json ->> '$.state' <> 'answered'",
    ),
];

/// What is still open, each kind once.
///
/// # Errors
/// Those of the database.
pub fn open(db: &Connection, key: &str) -> rusqlite::Result<Vec<StillOpen>> {
    let mut open = Vec::new();
    for (code, sql) in COUNTED {
        let count = db.prepare_cached(sql)?.query_row([key], |row| row.get(0))?;
        open.push(StillOpen { code: Coded::Known(code), count });
    }
    let persons = account::persons(db, key)?;
    let dependent = persons.iter().filter(|person| depends(&person.relation)).count();
    let count = u32::try_from(dependent).unwrap_or(u32::MAX);
    open.push(StillOpen { code: Coded::Known(Open::Person), count });
    open.retain(|still| still.count > 0);
    Ok(open)
}

/// Whether an account is closed.
///
/// # Errors
/// Those of the database.
pub fn is_closed(db: &Connection, key: &str) -> rusqlite::Result<bool> {
    let found = db.query_row("SELECT 1 FROM closure WHERE account = ?", [key], |_| Ok(())).optional()?;
    Ok(found.is_some())
}

/// Closes an account: its sessions end, and with them the mandates that its holder gave and held. What follows from
/// parenthood or a court's decision is not the holder's to end, and stays.
///
/// # Errors
/// Those of the database.
pub fn close(db: &Connection, key: &str, now: DateTime<Utc>) -> rusqlite::Result<()> {
    db.execute("INSERT INTO closure VALUES (?, ?)", (key, now.timestamp_micros()))?;
    db.execute("UPDATE session SET ended = 1 WHERE account = ?", [key])?;
    let own = account::own(db, key)?.map(|own| own.id);
    for mut placed in grant::all(db)? {
        let side = if Some(&placed.person) == own.as_ref() {
            Side::Giver
        } else if placed.receiver.as_deref() == Some(key) {
            Side::Receiver
        } else {
            continue;
        };
        let open = matches!(placed.kept.done, Done::Given | Done::Invited(_));
        if open && placed.kept.basis == Basis::Mandate {
            placed.kept.end(side, now);
            grant::put(db, &placed)?;
            if let Some(known) = person::get(db, &placed.person)? {
                cause::access(db, &placed, &known, Subject::AccessRevoked, now)?;
            }
        }
    }
    cause::closed(db, key, now)?;
    sync(db, now)?;
    Ok(())
}
