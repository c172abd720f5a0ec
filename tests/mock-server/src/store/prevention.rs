//! Check-ups, follow-up and immunisations: the record, what people marked, and invitations.

use std::cmp::Reverse;

use contract::prevention::{
    CheckUpInvitation, CheckUpMark, DeclinedCheckUp, Prevention, PreventionRecord, RegisteredWith,
};
use contract::{CheckUpInvitationId, CheckUpMarkId, PersonId};
use domain::coded::{Code as _, Coded};
use domain::insurance::System;
use rusqlite::{Connection, OptionalExtension as _};
use serde::{Deserialize, Serialize};

use crate::store::access::person;
use crate::store::{json, registration, text};

/// What does not come from people.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What the record says.
    #[serde(default)]
    pub record: Option<PreventionRecord>,
    /// Invitations, without answers.
    #[serde(default)]
    pub invitations: Vec<CheckUpInvitation>,
}

/// Everything that is known of a person, whoever asks; `None` when there is no such person.
///
/// # Errors
/// Those of the database.
pub fn of(db: &Connection, id: &PersonId) -> rusqlite::Result<Option<Prevention>> {
    let Some(known) = person::get(db, id)? else { return Ok(None) };
    let Kept { record, mut invitations } = kept(db, id)?;
    let mut answer =
        db.prepare_cached("SELECT json FROM check_up_declined WHERE person = ? AND invitation = ?")?;
    for invitation in &mut invitations {
        let given = answer.query_row((id.as_str(), invitation.id.as_str()), |row| json(row, 0)).optional()?;
        invitation.declined = given;
    }
    Ok(Some(Prevention {
        system: system(db, id)?
            .unwrap_or_else(|| Coded::Known(known.owner.system.unwrap_or(System::Bulgaria))),
        born: known.owner.born,
        registration: registration::of(db, id)?
            .map(|one| RegisteredWith { practice: one.practice, since: one.since }),
        record,
        marks: marks(db, id)?,
        invitations,
    }))
}

/// Under which country's insurance a person is, where that is told.
fn system(db: &Connection, id: &PersonId) -> rusqlite::Result<Option<Coded<System>>> {
    let code: Option<String> = db
        .prepare_cached("SELECT json ->> '$.system' FROM insurance WHERE person = ?")?
        .query_row([id.as_str()], |row| row.get(0))
        .optional()?;
    Ok(code.map(|code| System::from_code(&code)))
}

fn kept(db: &Connection, id: &PersonId) -> rusqlite::Result<Kept> {
    let found = db
        .prepare_cached("SELECT json FROM prevention WHERE person = ?")?
        .query_row([id.as_str()], |row| json(row, 0))
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// What people marked, newest day first.
fn marks(db: &Connection, id: &PersonId) -> rusqlite::Result<Vec<CheckUpMark>> {
    let mut marks: Vec<CheckUpMark> = db
        .prepare_cached("SELECT json FROM check_up_mark WHERE person = ? ORDER BY place")?
        .query_map([id.as_str()], |row| json(row, 0))?
        .collect::<rusqlite::Result<_>>()?;
    marks.sort_by_key(|mark| Reverse(mark.on));
    Ok(marks)
}

/// Keeps what does not come from people, in the place of what there was.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Connection, id: &PersonId, kept: &Kept) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO prevention VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET json = excluded.json",
        (id.as_str(), text(kept)?),
    )?;
    Ok(())
}

/// Keeps a mark.
///
/// # Errors
/// Those of the database.
pub fn mark(db: &Connection, id: &PersonId, mark: &CheckUpMark) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO check_up_mark (id, person, json) VALUES (?, ?, ?)",
        (mark.id.as_str(), id.as_str(), text(mark)?),
    )?;
    Ok(())
}

/// Takes a mark of a person back; whether there was one.
///
/// # Errors
/// Those of the database.
pub fn unmark(db: &Connection, id: &PersonId, mark: &CheckUpMarkId) -> rusqlite::Result<bool> {
    let gone =
        db.execute("DELETE FROM check_up_mark WHERE person = ? AND id = ?", (id.as_str(), mark.as_str()))?;
    Ok(gone > 0)
}

/// Keeps that an invitation is declined, or that it is not.
///
/// # Errors
/// Those of the database.
pub fn answer(
    db: &Connection,
    id: &PersonId,
    invitation: &CheckUpInvitationId,
    declined: Option<&DeclinedCheckUp>,
) -> rusqlite::Result<()> {
    let key = (id.as_str(), invitation.as_str());
    db.execute("DELETE FROM check_up_declined WHERE person = ? AND invitation = ?", key)?;
    if let Some(declined) = declined {
        db.execute(
            "INSERT INTO check_up_declined VALUES (?, ?, ?)",
            (id.as_str(), invitation.as_str(), text(declined)?),
        )?;
    }
    Ok(())
}
