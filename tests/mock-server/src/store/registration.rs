//! With which GP practice persons are registered.

use contract::PersonId;
use contract::gp::Registration;
use rusqlite::{Connection, OptionalExtension as _};

use crate::store::{json, text};

/// With which practice a person is registered, if with any.
///
/// # Errors
/// Those of the database.
pub fn of(db: &Connection, person: &PersonId) -> rusqlite::Result<Option<Registration>> {
    db.prepare_cached("SELECT json FROM registration WHERE person = ?")?
        .query_row([person.as_str()], |row| json(row, 0))
        .optional()
}

/// Registers a person, in the place of any registration before.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Connection, person: &PersonId, registration: &Registration) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO registration VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET json = excluded.json",
        (person.as_str(), text(registration)?),
    )?;
    Ok(())
}
