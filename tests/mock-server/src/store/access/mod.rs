//! Access of accounts to persons' documents.
//!
//! What people did stands in `grants`. What it comes to by the clock is decided by [`domain::access`] and written down in
//! `access` and `sight` ([`sync`]), so that every other query only has to join them: nothing else decides.

pub mod grant;
pub mod log;
pub mod person;
pub mod sync;
pub mod view;

use chrono::{DateTime, Utc};
use contract::PersonId;
use contract::person::Person;
use domain::access::{About, Action, Holder, allowed, next_attempt};
use rusqlite::{Connection, OptionalExtension as _};

use crate::store::{instant, json};

/// The person as the account sees them right now; `None` when it may not see them, or there is none.
///
/// # Errors
/// Those of the database.
pub fn seen(db: &Connection, account: &str, person: &PersonId) -> rusqlite::Result<Option<Person>> {
    db.prepare_cached("SELECT json FROM access WHERE account = ? AND person = ?")?
        .query_row((account, person.as_str()), |row| json(row, 0))
        .optional()
}

/// Who the account is to a person right now; `None` when it is nobody.
///
/// # Errors
/// Those of the database.
pub fn holder(db: &Connection, account: &str, person: &PersonId) -> rusqlite::Result<Option<Holder>> {
    Ok(seen(db, account, person)?.map(|person| person.holder()))
}

/// Whether the account may do this with a person's documents right now.
///
/// # Errors
/// Those of the database.
pub fn may(
    db: &Connection,
    account: &str,
    person: &PersonId,
    action: Action,
    about: About<'_>,
) -> rusqlite::Result<bool> {
    let holder = holder(db, account, person)?;
    Ok(holder.is_some_and(|holder| allowed(action, &holder, about).is_ok()))
}

/// When the account may try a code again; `None` when it may now.
///
/// # Errors
/// Those of the database.
pub fn must_wait(
    db: &Connection,
    account: &str,
    now: DateTime<Utc>,
) -> rusqlite::Result<Option<DateTime<Utc>>> {
    let wrong: Vec<DateTime<Utc>> = db
        .prepare_cached("SELECT at FROM wrong_code WHERE account = ?")?
        .query_map([account], |row| instant(row, 0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(next_attempt(&wrong, now).err())
}

/// Counts a wrong code.
///
/// # Errors
/// Those of the database.
pub fn count_wrong(db: &Connection, account: &str, now: DateTime<Utc>) -> rusqlite::Result<()> {
    db.execute("INSERT INTO wrong_code VALUES (?, ?)", (account, now.timestamp_micros()))?;
    Ok(())
}
