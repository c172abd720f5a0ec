//! Everything that is kept of an account holder.

use chrono::{DateTime, Utc};
use contract::access::Access;
use contract::account_data::{
    AccountData, CaredFor, DocumentFile, HeldAccess, KeptMessage, KeptPerson, KeptSession, Part, VERSION,
    WrongCode,
};
use contract::commission::Commission;
use contract::document::Document;
use contract::insurance::Insurance;
use contract::notification::{Message, MessageEntry};
use contract::person::Person;
use contract::{DocumentId, PersonId};
use domain::access::state;
use domain::coded::Coded;
use domain::insurance::System;
use domain::session::{Expiry, Phase};
use rusqlite::Connection;

use crate::store::access::{grant, log, person, view};
use crate::store::notification::{contact, inbox, preference};
use crate::store::{
    account, commission, correction, document, file, instant, insurance, prevention, report, session,
};

/// All of it, as it stands now, with the words that explain it: those of members that are absent are left out. `API.md` of
/// the contract says of every table what of it is in here, and why the rest is not.
///
/// # Errors
/// Those of the database.
pub fn of(
    db: &Connection,
    key: &str,
    mut parts: Vec<Part>,
    now: DateTime<Utc>,
) -> rusqlite::Result<AccountData> {
    let own = account::own(db, key)?;
    let own_id = own.as_ref().map(|own| &own.id);
    let persons = account::persons(db, key)?.into_iter().filter(|person| Some(&person.id) != own_id);
    let person = person::of_account(db, key)?.map(|known| KeptPerson {
        id: known.id,
        name: known.name,
        born: known.owner.born,
        zone: known.owner.zone,
    });
    parts.retain(|part| !matches!(part.name.as_str(), "person" | "prevention") || person.is_some());
    let Access { given, invitations, .. } = view::all(db, key, now)?;
    let documents = match &own {
        Some(own) => documents(db, own)?,
        None => Vec::new(),
    };
    Ok(AccountData {
        version: VERSION,
        generated_at: now,
        parts,
        account: account::get(db, key)?,
        notification_preferences: (&preference::of(db, key)?).into(),
        notification_contacts: contact::all(db, key)?
            .iter()
            .map(|kept| contact::wire(db, kept, now))
            .collect::<rusqlite::Result<_>>()?,
        messages: messages(db, key, own_id, now)?,
        role: account::role(db, key)?,
        person,
        persons: persons.map(|person| CaredFor { name: person.name, relation: person.relation }).collect(),
        given,
        held: held(db, key, now)?,
        invitations,
        wrong_codes: wrong_codes(db, key)?,
        insurance: match &own {
            Some(own) => insurance::of(db, key, &own.id)?,
            None => None,
        }
        .unwrap_or(Insurance { system: Coded::Known(System::Bulgaria), record: None }),
        prevention: own_id.map(|own| prevention::of(db, own)).transpose()?.flatten(),
        commission: match own_id {
            Some(own) => commission::wire(db, own, now)?,
            None => Commission::default(),
        },
        files: files(db, key, &documents, now)?,
        documents,
        access_log: match own_id {
            Some(own) => log::all(db, own)?,
            None => Vec::new(),
        },
        deeds: log::elsewhere(db, key, own_id)?,
        sessions: sessions(db, key, now)?,
        sign_ins: session::sign_ins(db, key, u32::MAX)?,
        reports: report::of_account(db, key, own_id)?,
        corrections: correction::of_account(db, key)?,
    })
}

/// The access that an account has or had to others' documents, newest first.
fn held(db: &Connection, key: &str, now: DateTime<Utc>) -> rusqlite::Result<Vec<HeldAccess>> {
    let mut held = Vec::new();
    for placed in grant::all(db)?.into_iter().rev().filter(|placed| placed.receiver.as_deref() == Some(key)) {
        let Some(known) = person::get(db, &placed.person)? else { continue };
        let state = state(&placed.kept.grant(), known.owner, now).code();
        held.push(HeldAccess {
            name: known.name,
            relation: placed.kept.relation,
            basis: Coded::Known(placed.kept.basis),
            until: placed.kept.until,
            state: Coded::Known(state),
        });
    }
    Ok(held)
}

/// What an account was told, newest first; of what is about others neither document nor text.
fn messages(
    db: &Connection,
    key: &str,
    own: Option<&PersonId>,
    now: DateTime<Utc>,
) -> rusqlite::Result<Vec<KeptMessage>> {
    let kept = |message: Message| {
        let theirs = Some(&message.entry.person) != own;
        let mut ways: Vec<_> =
            message.details.deliveries.into_iter().flat_map(|delivery| delivery.legs).collect();
        if theirs {
            for way in &mut ways {
                way.text = None;
            }
        }
        let MessageEntry { at, subject, name, document, reason, state, .. } = message.entry;
        KeptMessage { at, subject, name, document: document.filter(|_| !theirs), reason, state, ways }
    };
    Ok(inbox::all(db, key, now)?.into_iter().map(kept).collect())
}

/// When codes that opened nothing were typed in an account, newest first.
fn wrong_codes(db: &Connection, key: &str) -> rusqlite::Result<Vec<WrongCode>> {
    db.prepare_cached("SELECT at FROM wrong_code WHERE account = ? ORDER BY at DESC")?
        .query_map([key], |row| Ok(WrongCode { at: instant(row, 0)? }))?
        .collect()
}

/// The files of an account holder's documents, as the list of each shows them to the account.
fn files(
    db: &Connection,
    key: &str,
    documents: &[Document],
    now: DateTime<Utc>,
) -> rusqlite::Result<Vec<DocumentFile>> {
    let mut all = Vec::new();
    for document in documents {
        let stored = file::of(db, &document.entry.id, now)?;
        let shown = stored.into_iter().filter(|file| file.is_received() || file.account == key);
        all.extend(shown.map(|stored| DocumentFile {
            file: stored.wire(key),
            document: stored.document,
            sha256: stored.sha256,
            moved_at: stored.moved,
        }));
    }
    Ok(all)
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
