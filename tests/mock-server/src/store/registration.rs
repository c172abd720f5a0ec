//! With which GPs persons are registered.

use contract::PersonId;
use contract::gp::{GpRecord, Registration};
use domain::access::{About, Action};
use domain::coded::Coded;
use domain::data_right::system;
use domain::insurance::System;
use rusqlite::{Connection, OptionalExtension as _};

use crate::store::access::{may, person};
use crate::store::{json, text};

/// With whom a person is registered, if with anybody.
///
/// # Errors
/// Those of the database.
pub fn of(db: &Connection, person: &PersonId) -> rusqlite::Result<Option<Registration>> {
    db.prepare_cached("SELECT json FROM registration WHERE person = ?")?
        .query_row([person.as_str()], |row| json(row, 0))
        .optional()
}

/// The same as an account may see it; `None` when it may not, or there is no such person.
///
/// # Errors
/// Those of the database.
pub fn seen(db: &Connection, account: &str, id: &PersonId) -> rusqlite::Result<Option<GpRecord>> {
    if !may(db, account, id, Action::SeeGp, About::default())? {
        return Ok(None);
    }
    let Some(known) = person::get(db, id)? else { return Ok(None) };
    // A code that this build does not know is said as the system of where they live.
    let system = known.owner.system.unwrap_or_else(|| system(known.owner.zone));
    let registration = if system == System::Bulgaria { of(db, id)? } else { None };
    Ok(Some(GpRecord { system: Coded::Known(system), born: known.owner.born, registration }))
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
