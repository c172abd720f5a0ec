//! Documents. Everything an account asks for goes through `sight`: what it may not look at is not found.

use contract::document::{Document, Event, IndexEntry};
use contract::person::Person;
use contract::{DocumentId, PersonId};
use domain::coded::Coded;
use domain::moment::{Moment, Zone};
use rusqlite::{Connection, OptionalExtension as _, named_params};

use domain::search::fold;

use crate::cursor::Place;
use crate::store::{json, text};

const VISIBLE: &str = "FROM sight s JOIN document d ON d.person = s.person AND (s.kind IS NULL OR s.kind = d.kind) \
                       WHERE s.account = :account AND (s.sees_hidden OR NOT EXISTS \
                       (SELECT 1 FROM hidden h WHERE h.document = d.id))";

/// What the list asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this person's.
    pub person: Option<String>,
    /// Only of this kind.
    pub kind: Option<String>,
    /// Only in this group of statuses.
    pub group: Option<String>,
    /// Every one of these words, in lower case, occurs.
    pub words: Vec<String>,
}

/// The number by which lists are sorted: microseconds; a day counts as its first moment in the person's zone.
#[must_use]
pub fn sorted_at(moment: Moment, zone: Zone) -> i64 {
    match moment {
        Moment::Instant(at) => at.timestamp_micros(),
        Moment::Day(day) => zone.start_of(day).timestamp_micros(),
    }
}

/// The entries of all documents of the account, newest change first, as they stand on the wire, joined by commas.
///
/// # Errors
/// Those of the database.
pub fn entries(db: &Connection, account: &str) -> rusqlite::Result<String> {
    let sql = format!("SELECT d.entry {VISIBLE} ORDER BY d.sorted_at DESC, d.id");
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! { ":account": account })?;
    let mut all = String::new();
    while let Some(row) = rows.next()? {
        if !all.is_empty() {
            all.push(',');
        }
        all.push_str(row.get_ref(0)?.as_str()?);
    }
    Ok(all)
}

/// A part of the documents, newest change first, after `after`; with the place of the last, when more follow.
///
/// # Errors
/// Those of the database.
pub fn page(
    db: &Connection,
    account: &str,
    filter: &Filter,
    after: Option<&Place>,
    limit: u16,
) -> rusqlite::Result<(Vec<IndexEntry>, Option<Place>)> {
    let sql = format!(
        "SELECT d.entry, d.sorted_at, d.id {VISIBLE} \
         AND (:person IS NULL OR d.person = :person) AND (:kind IS NULL OR d.kind = :kind) \
         AND (:grouped IS NULL OR d.grouped = :grouped) \
         AND NOT EXISTS (SELECT 1 FROM json_each(:words) word WHERE instr(d.haystack, word.value) = 0) \
         AND (:after IS NULL OR d.sorted_at < :after OR (d.sorted_at = :after AND d.id > :after_id)) \
         ORDER BY d.sorted_at DESC, d.id LIMIT :limit"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let mut found: Vec<(IndexEntry, Place)> = statement
        .query_map(
            named_params! {
                ":account": account,
                ":person": filter.person,
                ":kind": filter.kind,
                ":grouped": filter.group,
                ":words": text(&filter.words)?,
                ":after": after.map(|place| place.sorted_at),
                ":after_id": after.map(|place| &place.id),
                ":limit": u32::from(limit) + 1,
            },
            |row| Ok((json(row, 0)?, Place { sorted_at: row.get(1)?, id: row.get(2)? })),
        )?
        .collect::<rusqlite::Result<_>>()?;
    let more = found.len() > usize::from(limit);
    found.truncate(usize::from(limit));
    let last = found.last().filter(|_| more).map(|(_, place)| place.clone());
    Ok((found.into_iter().map(|(entry, _)| entry).collect(), last))
}

/// One document with its events; `None` when the account may not see it, or it is not there.
///
/// # Errors
/// Those of the database.
pub fn one(db: &Connection, account: &str, id: &DocumentId) -> rusqlite::Result<Option<Document>> {
    if visible(db, account, id)? { any(db, id) } else { Ok(None) }
}

/// Whether the account may see a document.
///
/// # Errors
/// Those of the database.
pub fn visible(db: &Connection, account: &str, id: &DocumentId) -> rusqlite::Result<bool> {
    let sql = format!("SELECT 1 {VISIBLE} AND d.id = :id");
    let found = db
        .prepare_cached(&sql)?
        .query_row(named_params! { ":account": account, ":id": id.as_str() }, |_| Ok(()))
        .optional()?;
    Ok(found.is_some())
}

/// One document, whosever it is: for the control API.
///
/// # Errors
/// Those of the database.
pub fn any(db: &Connection, id: &DocumentId) -> rusqlite::Result<Option<Document>> {
    let head = db
        .prepare_cached("SELECT head FROM document WHERE id = ?")?
        .query_row([id.as_str()], |row| json::<Document>(row, 0))
        .optional()?;
    let Some(mut document) = head else { return Ok(None) };
    document.events = db
        .prepare_cached("SELECT json FROM event WHERE document = ? ORDER BY sequence")?
        .query_map([id.as_str()], |row| json(row, 0))?
        .collect::<rusqlite::Result<Vec<Event>>>()?;
    Ok(Some(document))
}

/// Writes everything of a document but its events.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Connection, document: &Document, owner: &Person) -> rusqlite::Result<()> {
    let entry = &document.entry;
    let head = Document { events: Vec::new(), ..document.clone() };
    let group = entry.status.known().map(|status| Coded::Known(status.group()));
    db.prepare_cached("INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?.execute((
        entry.id.as_str(),
        entry.person.as_str(),
        entry.kind.code(),
        group.as_ref().map(Coded::code),
        sorted_at(entry.changed_at, owner.zone),
        fold(&format!("{}\n{}\n{}", entry.number, entry.subject, owner.name)),
        text(entry)?,
        text(&head)?,
    ))?;
    let sql = if entry.hidden {
        "INSERT OR IGNORE INTO hidden VALUES (?)"
    } else {
        "DELETE FROM hidden WHERE document = ?"
    };
    db.prepare_cached(sql)?.execute([entry.id.as_str()])?;
    Ok(())
}

/// Adds an event.
///
/// # Errors
/// Those of the database.
pub fn add_event(db: &Connection, entry: &IndexEntry, event: &Event) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT INTO event VALUES (?, ?, ?, ?, ?)")?.execute((
        event.sequence.cast_signed(),
        event.id.as_str(),
        entry.id.as_str(),
        entry.person.as_str(),
        text(event)?,
    ))?;
    Ok(())
}

/// The person with this id.
///
/// # Errors
/// When there is none, or the database fails.
pub fn owner(db: &Connection, person: &str) -> rusqlite::Result<Person> {
    let known = crate::store::access::person::get(db, &PersonId(person.to_owned()))?;
    let known = known.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    Ok(Person::own(known.id, known.name, known.owner.zone))
}

/// The ids of the first documents of an account, newest change first, and how many there are.
///
/// # Errors
/// Those of the database.
pub fn ids(db: &Connection, account: &str, limit: u32) -> rusqlite::Result<(Vec<DocumentId>, u32)> {
    let counted = format!("SELECT count(*) {VISIBLE}");
    let count = db.query_row(&counted, named_params! { ":account": account }, |row| row.get(0))?;
    let sql = format!("SELECT d.id {VISIBLE} ORDER BY d.sorted_at DESC, d.id LIMIT :limit");
    let ids = db
        .prepare_cached(&sql)?
        .query_map(named_params! { ":account": account, ":limit": limit }, |row| Ok(DocumentId(row.get(0)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok((ids, count))
}
