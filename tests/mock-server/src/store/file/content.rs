//! What files hold, in the parts in which it came: no request and no answer needs a whole file in memory.

use chrono::{DateTime, Utc};
use contract::FileId;
use domain::attachment::{HEAD_LENGTH, Sha256};
use rusqlite::Connection;
use sha2::Digest as _;

/// Adds bytes at the end, which is at `start`.
///
/// # Errors
/// Those of the database; one is that these bytes are there already.
pub fn append(
    db: &Connection,
    id: &FileId,
    start: u64,
    bytes: &[u8],
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    if bytes.is_empty() {
        return Ok(());
    }
    db.prepare_cached("INSERT INTO file_part VALUES (?, ?, ?)")?.execute((
        id.as_str(),
        start.cast_signed(),
        bytes,
    ))?;
    let received = start + u64::try_from(bytes.len()).unwrap_or_default();
    db.execute(
        "UPDATE file SET received = ?, moved = ? WHERE id = ?",
        (received.cast_signed(), now.timestamp_micros(), id.as_str()),
    )?;
    Ok(())
}

/// Lets go of everything that came.
///
/// # Errors
/// Those of the database.
pub fn clear(db: &Connection, id: &FileId) -> rusqlite::Result<()> {
    db.execute("DELETE FROM file_part WHERE file = ?", [id.as_str()])?;
    Ok(())
}

/// The first bytes, as many as a type is told by.
///
/// # Errors
/// Those of the database.
pub fn head(db: &Connection, id: &FileId) -> rusqlite::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(HEAD_LENGTH);
    each(db, id, |part| {
        head.extend_from_slice(&part[..part.len().min(HEAD_LENGTH - head.len())]);
        head.len() < HEAD_LENGTH
    })?;
    Ok(head)
}

/// The digest of everything that came.
///
/// # Errors
/// Those of the database.
pub fn digest(db: &Connection, id: &FileId) -> rusqlite::Result<Sha256> {
    let mut hash = sha2::Sha256::new();
    each(db, id, |part| {
        hash.update(part);
        true
    })?;
    Ok(Sha256(hash.finalize().into()))
}

/// The part that begins at `start`; `None` after the last.
///
/// # Errors
/// Those of the database.
pub fn bytes(db: &Connection, id: &FileId, start: u64) -> rusqlite::Result<Option<Vec<u8>>> {
    use rusqlite::OptionalExtension as _;

    db.prepare_cached("SELECT bytes FROM file_part WHERE file = ? AND start = ?")?
        .query_row((id.as_str(), start.cast_signed()), |row| row.get(0))
        .optional()
}

/// Shows the parts in order until `wants_more` says no.
fn each(db: &Connection, id: &FileId, mut wants_more: impl FnMut(&[u8]) -> bool) -> rusqlite::Result<()> {
    let mut statement = db.prepare_cached("SELECT bytes FROM file_part WHERE file = ? ORDER BY start")?;
    let mut rows = statement.query([id.as_str()])?;
    while let Some(row) = rows.next()? {
        if !wants_more(row.get_ref(0)?.as_blob()?) {
            break;
        }
    }
    Ok(())
}
