//! Changes, as they follow from the events.

use contract::change::{AccessChange, Change, Changes};
use rusqlite::Connection;

use crate::store::json;

/// Who has missed more changes than this must read the index again.
pub const RETAINED: u32 = 1000;

const VISIBLE: &str = "FROM sight s JOIN event e ON e.person = s.person JOIN document d ON d.id = e.document \
                       WHERE s.account = ?1 AND (s.kind IS NULL OR s.kind = d.kind) AND (s.sees_hidden OR NOT EXISTS \
                       (SELECT 1 FROM hidden h WHERE h.document = d.id))";

/// The number of the last change the account may see; 0 when there is none.
///
/// # Errors
/// Those of the database.
pub fn last(db: &Connection, account: &str) -> rusqlite::Result<u64> {
    // The newest of each row of `sight` is found from the end of an index, not by looking at all events.
    let sql = "SELECT max(coalesce((SELECT max((SELECT e.sequence FROM event e JOIN document d ON d.id = e.document \
               WHERE e.person = s.person AND (s.kind IS NULL OR s.kind = d.kind) AND (s.sees_hidden OR NOT EXISTS \
               (SELECT 1 FROM hidden h WHERE h.document = d.id)) ORDER BY e.sequence DESC LIMIT 1)) \
               FROM sight s WHERE s.account = ?1), 0), \
               coalesce((SELECT max(sequence) FROM access_change WHERE account = ?1), 0))";
    let last: i64 = db.prepare_cached(sql)?.query_row([account], |row| row.get(0))?;
    Ok(last.cast_unsigned())
}

/// The number of the last change of all.
///
/// # Errors
/// Those of the database.
pub fn newest(db: &Connection) -> rusqlite::Result<u64> {
    let sql = "SELECT max(coalesce((SELECT max(sequence) FROM event), 0), \
               coalesce((SELECT max(sequence) FROM access_change), 0))";
    let last: i64 = db.query_row(sql, [], |row| row.get(0))?;
    Ok(last.cast_unsigned())
}

/// What the account missed after the change with this number.
///
/// # Errors
/// Those of the database.
pub fn after(db: &Connection, account: &str, after: u64) -> rusqlite::Result<Changes> {
    let sequence = last(db, account)?;
    let reset = || Ok(Changes { sequence, reset: true, changes: Vec::new(), access: Vec::new() });
    if after > sequence {
        return reset();
    }
    let sql = format!(
        "SELECT (SELECT d.entry FROM document d WHERE d.id = e.document), e.json {VISIBLE} AND e.sequence > ?2 \
         ORDER BY e.sequence LIMIT ?3"
    );
    let changes: Vec<Change> = db
        .prepare_cached(&sql)?
        .query_map((account, after.cast_signed(), RETAINED + 1), |row| {
            Ok(Change { document: json(row, 0)?, event: json(row, 1)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    if changes.len() > RETAINED as usize {
        return reset();
    }
    let access: Vec<AccessChange> = db
        .prepare_cached(
            "SELECT json FROM access_change WHERE account = ? AND sequence > ? ORDER BY sequence",
        )?
        .query_map((account, after.cast_signed()), |row| json(row, 0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Changes { sequence, reset: false, changes, access })
}
