//! The log of access: who looked and did what.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use contract::access::LogEntry;
use contract::account_data::OwnDeed;
use contract::change::Change;
use contract::{DocumentId, PersonId};
use domain::access::{Basis, Deed, Look, is_noted};
use domain::coded::{Code as _, Coded};
use rusqlite::{Connection, OptionalExtension as _};

use crate::store::session::Session;
use crate::store::{account, document, json, text};

/// On what the account's access to a person rests, or rested last; `None` when it is the person's own, or it never had any.
fn basis(db: &Connection, account: &str, person: &PersonId) -> rusqlite::Result<Option<Coded<Basis>>> {
    let code: Option<String> = db
        .prepare_cached(
            "SELECT json ->> '$.basis' FROM grants WHERE receiver = ? AND person = ? ORDER BY place DESC LIMIT 1",
        )?
        .query_row((account, person.as_str()), |row| row.get(0))
        .optional()?;
    Ok(code.map(|code| Basis::from_code(&code)))
}

/// What is noted.
#[derive(Debug, Clone, Copy)]
pub struct Note<'a> {
    /// Whose documents.
    pub person: &'a PersonId,
    /// What was done.
    pub deed: Deed,
    /// With which document.
    pub document: Option<&'a DocumentId>,
    /// Whether it was allowed.
    pub allowed: bool,
}

/// Notes what somebody did, as far as [`is_noted`] says.
///
/// # Errors
/// Those of the database.
pub fn note(db: &Connection, session: &Session, now: DateTime<Utc>, note: Note<'_>) -> rusqlite::Result<()> {
    note_as(db, session, now, Look::Asked, note)
}

/// The same; `how` is how somebody came to look, unless the client says that no person did.
///
/// # Errors
/// Those of the database.
pub fn note_as(
    db: &Connection,
    session: &Session,
    now: DateTime<Utc>,
    how: Look,
    note: Note<'_>,
) -> rusqlite::Result<()> {
    if note.deed.is_look() {
        let how =
            if session.background { Look::Background { looked: looked(db, session, note)? } } else { how };
        if note.allowed && !session.background {
            remember(db, session, note)?;
        }
        if !is_noted(note.deed, how, last(db, session, note)?, now) {
            return Ok(());
        }
    }
    let entry = LogEntry {
        at: now,
        name: account::name(db, &session.account)?,
        basis: basis(db, &session.account, note.person)?,
        what: Coded::Known(note.deed),
        document: note.document.cloned(),
        allowed: note.allowed,
    };
    db.prepare_cached("INSERT INTO access_log (person, account, json) VALUES (?, ?, ?)")?.execute((
        note.person.as_str(),
        &session.account,
        text(&entry)?,
    ))?;
    Ok(())
}

/// What a session looks at, as it stands in `looked`.
fn key<'a>(session: &'a Session, note: Note<'a>) -> (&'a str, &'a str, &'static str, &'a str) {
    let document = note.document.map_or("", DocumentId::as_str);
    (&session.id, note.person.as_str(), note.deed.code(), document)
}

/// Whether the session looked there before because a person wanted to.
fn looked(db: &Connection, session: &Session, note: Note<'_>) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM looked WHERE session = ? AND person = ? AND what = ? AND document = ?")?
        .exists(key(session, note))
}

fn remember(db: &Connection, session: &Session, note: Note<'_>) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR IGNORE INTO looked VALUES (?, ?, ?, ?)")?.execute(key(session, note))?;
    Ok(())
}

/// When the same deed of the same account, with the same outcome, was noted last.
fn last(db: &Connection, session: &Session, note: Note<'_>) -> rusqlite::Result<Option<DateTime<Utc>>> {
    let document = note.document.map(DocumentId::as_str);
    let entry: Option<LogEntry> = db
        .prepare_cached(
            "SELECT json FROM access_log WHERE account = ? AND person = ? AND json ->> '$.what' = ? \
             AND json ->> '$.document' IS ? AND json ->> '$.allowed' = ? ORDER BY number DESC LIMIT 1",
        )?
        .query_row(
            (&session.account, note.person.as_str(), note.deed.code(), document, note.allowed),
            |row| json(row, 0),
        )
        .optional()?;
    Ok(entry.map(|entry| entry.at))
}

/// Notes one deed for each person whose documents the account may look at, or for one of them alone.
///
/// # Errors
/// Those of the database.
pub fn note_all(
    db: &Connection,
    session: &Session,
    now: DateTime<Utc>,
    deed: Deed,
    only: Option<&PersonId>,
) -> rusqlite::Result<()> {
    let persons: Vec<PersonId> = db
        .prepare_cached("SELECT DISTINCT person FROM sight WHERE account = ?")?
        .query_map([&session.account], |row| Ok(PersonId(row.get(0)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for person in persons.iter().filter(|person| only.is_none_or(|only| only == *person)) {
        note(db, session, now, Note { person, deed, document: None, allowed: true })?;
    }
    Ok(())
}

/// Notes that somebody was told of changes of documents, which is a look at the list, for each person whose documents they are.
///
/// # Errors
/// Those of the database.
pub fn note_told(
    db: &Connection,
    session: &Session,
    now: DateTime<Utc>,
    changes: &[Change],
) -> rusqlite::Result<()> {
    let persons: BTreeSet<&str> = changes.iter().map(|change| change.document.person.as_str()).collect();
    for person in persons {
        let (person, deed) = (&PersonId(person.to_owned()), Deed::LookedAtList);
        note(db, session, now, Note { person, deed, document: None, allowed: true })?;
    }
    Ok(())
}

/// Notes that somebody was refused a document which is there, if they have or had access to its person. Of a stranger who
/// guesses ids nothing is told: their name is not the person's business.
///
/// # Errors
/// Those of the database.
pub fn note_refused(
    db: &Connection,
    session: &Session,
    now: DateTime<Utc>,
    (deed, how): (Deed, Look),
    document: &DocumentId,
) -> rusqlite::Result<()> {
    let person: Option<String> = db
        .query_row(
            "SELECT d.person FROM document d JOIN grants g ON g.person = d.person WHERE d.id = ? AND g.receiver = ?",
            (document.as_str(), &session.account),
            |row| row.get(0),
        )
        .optional()?;
    let Some(person) = person.map(PersonId) else { return Ok(()) };
    let note = Note { person: &person, deed, document: Some(document), allowed: false };
    note_as(db, session, now, how, note)
}

/// A part of a person's log, newest first, before the entry with this number; with the number of the last, when more
/// follow. A proxy (`by`) is shown what they did themselves, without documents they were refused, or may no longer
/// see: that such an entry is there would tell that the document is.
///
/// # Errors
/// Those of the database.
pub fn page(
    db: &Connection,
    person: &PersonId,
    by: Option<&str>,
    before: Option<i64>,
    limit: u16,
) -> rusqlite::Result<(Vec<LogEntry>, Option<i64>)> {
    let mut found: Vec<(i64, LogEntry)> = db
        .prepare_cached(
            "SELECT number, json FROM access_log WHERE person = ?1 AND (?3 IS NULL OR number < ?3) \
             AND (?2 IS NULL OR (account = ?2 AND (json ->> '$.allowed' OR json ->> '$.document' IS NULL))) \
             ORDER BY number DESC LIMIT ?4",
        )?
        .query_map((person.as_str(), by, before, u32::from(limit) + 1), |row| {
            Ok((row.get(0)?, json(row, 1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let more = found.len() > usize::from(limit);
    found.truncate(usize::from(limit));
    let last = found.last().filter(|_| more).map(|(number, _)| *number);
    let mut entries: Vec<LogEntry> = found.into_iter().map(|(_, entry)| entry).collect();
    for entry in &mut entries {
        if let (Some(proxy), Some(id)) = (by, &entry.document)
            && !document::visible(db, proxy, id)?
        {
            entry.document = None;
        }
    }
    Ok((entries, last))
}

/// Everything in a person's log, newest first, as the person sees it.
///
/// # Errors
/// Those of the database.
pub fn all(db: &Connection, person: &PersonId) -> rusqlite::Result<Vec<LogEntry>> {
    db.prepare_cached("SELECT json FROM access_log WHERE person = ? ORDER BY number DESC")?
        .query_map([person.as_str()], |row| json(row, 0))?
        .collect()
}

/// What an account did with the documents of others than its holder `own`, newest first: neither with which document, nor
/// what was refused.
///
/// # Errors
/// Those of the database.
pub fn elsewhere(db: &Connection, account: &str, own: Option<&PersonId>) -> rusqlite::Result<Vec<OwnDeed>> {
    let sql = "SELECT l.json, p.name FROM access_log l JOIN person p ON p.id = l.person \
               WHERE l.account = ?1 AND (?2 IS NULL OR l.person <> ?2) AND l.json ->> '$.allowed' \
               ORDER BY l.number DESC";
    db.prepare_cached(sql)?
        .query_map((account, own.map(PersonId::as_str)), |row| {
            let LogEntry { at, what, .. } = json(row, 0)?;
            Ok(OwnDeed { at, what, name: row.get(1)? })
        })?
        .collect()
}
