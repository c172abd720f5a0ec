//! Requests for correction.

use contract::correction::Correction;
use rusqlite::Connection;

use crate::store::{json, text};

/// The number of the next request of a year. It counts requests and tells nothing of anybody.
///
/// # Errors
/// Those of the database.
pub fn next_number(db: &Connection, year: i32) -> rusqlite::Result<String> {
    let place: i64 =
        db.query_row("SELECT coalesce(max(place), 0) + 1 FROM correction", [], |row| row.get(0))?;
    Ok(format!("C-{year}-{place:06}"))
}

/// Keeps a request.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Connection, account: &str, correction: &Correction) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO correction (number, account, json) VALUES (?, ?, ?)",
        (&correction.number, account, text(correction)?),
    )?;
    Ok(())
}

/// What an account asked to be corrected, newest first.
///
/// # Errors
/// Those of the database.
pub fn of_account(db: &Connection, account: &str) -> rusqlite::Result<Vec<Correction>> {
    db.prepare_cached("SELECT json FROM correction WHERE account = ? ORDER BY place DESC")?
        .query_map([account], |row| json(row, 0))?
        .collect()
}
