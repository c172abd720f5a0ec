//! Health insurance of persons.

use contract::PersonId;
use contract::insurance::Insurance;
use contract::person::Person;
use domain::access::{About, Action, allowed};
use domain::coded::Coded;
use domain::insurance::System;
use rusqlite::{Connection, OptionalExtension as _};

use crate::store::{json, text};

/// What is known of a person's insurance; `None` when the account may not look at it, or there is none. Of a
/// person without data nothing was passed on.
///
/// # Errors
/// Those of the database.
pub fn of(db: &Connection, account: &str, person: &PersonId) -> rusqlite::Result<Option<Insurance>> {
    let found = db
        .prepare_cached(
            "SELECT i.json, a.json FROM access a LEFT JOIN insurance i ON i.person = a.person \
             WHERE a.account = ? AND a.person = ?",
        )?
        .query_row((account, person.as_str()), |row| {
            let told: Option<String> = row.get(0)?;
            let seen: Person = json(row, 1)?;
            let may = allowed(Action::SeeInsurance, &seen.holder(), About::default()).is_ok();
            Ok(may.then_some(told.is_some().then(|| json(row, 0)).transpose()?))
        })
        .optional()?
        .flatten();
    let nothing = || Insurance { system: Coded::Known(System::Bulgaria), record: None };
    Ok(found.map(|told| told.unwrap_or_else(nothing)))
}

/// Keeps what is known of a person's insurance.
///
/// # Errors
/// Those of the database; one is that something is known of the person already.
pub fn put(db: &Connection, person: &PersonId, insurance: &Insurance) -> rusqlite::Result<()> {
    db.execute("INSERT INTO insurance VALUES (?, ?)", (person.as_str(), text(insurance)?))?;
    Ok(())
}
