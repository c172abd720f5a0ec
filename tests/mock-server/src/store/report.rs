//! Reports on documents.

use contract::DocumentId;
use contract::account_data::DocumentReport;
use contract::report::Report;
use rusqlite::Connection;

use crate::store::{json, text};

/// The number of the next report of a year. It counts reports and tells nothing of anybody.
///
/// # Errors
/// Those of the database.
pub fn next_number(db: &Connection, year: i32) -> rusqlite::Result<String> {
    let place: i64 = db.query_row("SELECT coalesce(max(place), 0) + 1 FROM report", [], |row| row.get(0))?;
    Ok(format!("R-{year}-{place:06}"))
}

/// Keeps a report.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Connection, account: &str, document: &DocumentId, report: &Report) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO report (number, account, document, json) VALUES (?, ?, ?, ?)",
        (&report.number, account, document.as_str(), text(report)?),
    )?;
    Ok(())
}

/// What an account reported of a document, newest first.
///
/// # Errors
/// Those of the database.
pub fn of_document(db: &Connection, account: &str, document: &DocumentId) -> rusqlite::Result<Vec<Report>> {
    db.prepare_cached("SELECT json FROM report WHERE account = ? AND document = ? ORDER BY place DESC")?
        .query_map((account, document.as_str()), |row| json(row, 0))?
        .collect()
}

/// Everything that an account reported, newest first.
///
/// # Errors
/// Those of the database.
pub fn of_account(db: &Connection, account: &str) -> rusqlite::Result<Vec<DocumentReport>> {
    db.prepare_cached("SELECT document, json FROM report WHERE account = ? ORDER BY place DESC")?
        .query_map([account], |row| {
            Ok(DocumentReport { document: DocumentId(row.get(0)?), report: json(row, 1)? })
        })?
        .collect()
}
