//! Everything that is kept of an account holder.

use chrono::{DateTime, Utc};
use contract::DocumentId;
use contract::account_data::{AccountData, CaredFor, KeptSession, Part, VERSION};
use contract::document::Document;
use contract::insurance::Insurance;
use contract::person::Person;
use domain::coded::Coded;
use domain::insurance::System;
use domain::session::{Expiry, Phase};
use rusqlite::Connection;

use crate::store::{account, correction, document, instant, insurance, report, session};

/// All of it, as it stands now, with the words that explain it.
///
/// # Errors
/// Those of the database.
pub fn of(db: &Connection, key: &str, parts: Vec<Part>, now: DateTime<Utc>) -> rusqlite::Result<AccountData> {
    let own = account::own(db, key)?;
    let cared_for = |person: &Person| own.as_ref().is_none_or(|own| own.id != person.id);
    let persons = account::persons(db, key)?.into_iter().filter(cared_for);
    Ok(AccountData {
        version: VERSION,
        generated_at: now,
        parts,
        account: account::get(db, key)?,
        persons: persons.map(|person| CaredFor { name: person.name, relation: person.relation }).collect(),
        insurance: match &own {
            Some(own) => insurance::of(db, key, &own.id)?,
            None => None,
        }
        .unwrap_or(Insurance { system: Coded::Known(System::Bulgaria), record: None }),
        documents: match &own {
            Some(own) => documents(db, own)?,
            None => Vec::new(),
        },
        sessions: sessions(db, key, now)?,
        sign_ins: session::sign_ins(db, key, u32::MAX)?,
        reports: report::of_account(db, key)?,
        corrections: correction::of_account(db, key)?,
    })
}

/// The documents of a person with their events, newest change first.
fn documents(db: &Connection, person: &Person) -> rusqlite::Result<Vec<Document>> {
    let ids: Vec<DocumentId> = db
        .prepare_cached("SELECT id FROM document WHERE person = ? ORDER BY sorted_at DESC, id")?
        .query_map([person.id.as_str()], |row| Ok(DocumentId(row.get(0)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let all: Vec<Option<Document>> =
        ids.iter().map(|id| document::any(db, id)).collect::<rusqlite::Result<_>>()?;
    Ok(all.into_iter().flatten().collect())
}

/// Every session of an account, newest first.
fn sessions(db: &Connection, key: &str, now: DateTime<Utc>) -> rusqlite::Result<Vec<KeptSession>> {
    let sql =
        "SELECT device, began, used, ended FROM session WHERE account = ? ORDER BY began DESC, rowid DESC";
    db.prepare_cached(sql)?
        .query_map([key], |row| {
            let (began, last_used) = (instant(row, 1)?, instant(row, 2)?);
            let over = Expiry::of(began, last_used).phase(now) == Phase::Over;
            let ended: bool = row.get(3)?;
            Ok(KeptSession { device: row.get(0)?, began, last_used, ended: ended || over })
        })?
        .collect()
}
