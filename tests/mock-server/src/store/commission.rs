//! Plans for TELK.

use chrono::{DateTime, Utc};
use contract::PersonId;
use contract::commission::Commission;
use domain::access::{About, Action, Stage, stage};
use domain::telk::plan::{Plan, serves};
use rusqlite::{Connection, OptionalExtension as _};

use crate::store::access::{self, person};
use crate::store::{json, registration, text};

/// Whether an account may do this with a person's plan. Nobody may where TELK is no authority.
///
/// # Errors
/// Those of the database.
pub fn may(db: &Connection, account: &str, id: &PersonId, action: Action) -> rusqlite::Result<bool> {
    let served = person::get(db, id)?.is_some_and(|known| serves(known.owner.system));
    Ok(served && access::may(db, account, id, action, About::default())?)
}

/// A person's plan; an empty one where nothing was noted.
///
/// # Errors
/// Those of the database.
pub fn of(db: &Connection, id: &PersonId) -> rusqlite::Result<Plan> {
    let kept: Option<Commission> = db
        .prepare_cached("SELECT json FROM commission WHERE person = ?")?
        .query_row([id.as_str()], |row| json(row, 0))
        .optional()?;
    Ok(kept.map(|kept| kept.read()).unwrap_or_default())
}

/// The same as it is answered on `now`.
///
/// # Errors
/// Those of the database.
pub fn wire(db: &Connection, id: &PersonId, now: DateTime<Utc>) -> rusqlite::Result<Commission> {
    let practice = registration::of(db, id)?.map(|registration| registration.practice);
    let under_age = person::get(db, id)?.is_some_and(|known| {
        let owner = known.owner;
        stage(owner.system, owner.born, owner.zone.day(now)) != Stage::Adult
    });
    Ok(Commission::of(&of(db, id)?, practice, under_age))
}

/// Keeps a person's plan.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Connection, id: &PersonId, plan: &Plan) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO commission VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET json = excluded.json",
        (id.as_str(), text(&Commission::of(plan, None, false))?),
    )?;
    Ok(())
}
