//! Changes, as they follow from the events.

use contract::change::{Change, Changes};
use rusqlite::Connection;

use crate::store::json;

/// Who has missed more changes than this must read the index again.
pub const RETAINED: u32 = 1000;

const VISIBLE: &str = "FROM access a JOIN event e ON e.person = a.person WHERE a.account = ?";

/// The number of the last change the account may see; 0 when there is none.
///
/// # Errors
/// Those of the database.
pub fn last(db: &Connection, account: &str) -> rusqlite::Result<u64> {
    let sql = format!("SELECT coalesce(max(e.sequence), 0) {VISIBLE}");
    let last: i64 = db.prepare_cached(&sql)?.query_row([account], |row| row.get(0))?;
    Ok(last.cast_unsigned())
}

/// The number of the last change of all.
///
/// # Errors
/// Those of the database.
pub fn newest(db: &Connection) -> rusqlite::Result<u64> {
    let last: i64 = db.query_row("SELECT coalesce(max(sequence), 0) FROM event", [], |row| row.get(0))?;
    Ok(last.cast_unsigned())
}

/// What the account missed after the change with this number.
///
/// # Errors
/// Those of the database.
pub fn after(db: &Connection, account: &str, after: u64) -> rusqlite::Result<Changes> {
    let sequence = last(db, account)?;
    if after > sequence {
        return Ok(Changes { sequence, reset: true, changes: Vec::new() });
    }
    let sql = format!(
        "SELECT (SELECT d.entry FROM document d WHERE d.id = e.document), e.json {VISIBLE} AND e.sequence > ? \
         ORDER BY e.sequence LIMIT ?"
    );
    let changes: Vec<Change> = db
        .prepare_cached(&sql)?
        .query_map((account, after.cast_signed(), RETAINED + 1), |row| {
            Ok(Change { document: json(row, 0)?, event: json(row, 1)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    if changes.len() > RETAINED as usize {
        return Ok(Changes { sequence, reset: true, changes: Vec::new() });
    }
    Ok(Changes { sequence, reset: false, changes })
}
