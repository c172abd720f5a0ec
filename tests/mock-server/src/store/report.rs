//! Reports on documents.

use contract::account_data::DocumentReport;
use contract::report::Report;
use contract::{DocumentId, PersonId};
use rusqlite::Connection;

use crate::store::{document, json, text};

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

/// What was reported of a document, newest first: by the account, and where the document is its holder's own (`own`) by everybody.
///
/// # Errors
/// Those of the database.
pub fn of_document(
    db: &Connection,
    account: &str,
    document: &DocumentId,
    own: bool,
) -> rusqlite::Result<Vec<Report>> {
    db.prepare_cached(
        "SELECT r.json, r.account = ?1, a.name FROM report r JOIN account a ON a.key = r.account \
         WHERE r.document = ?2 AND (?3 OR r.account = ?1) ORDER BY r.place DESC",
    )?
    .query_map((account, document.as_str(), own), |row| {
        let (report, mine): (Report, bool) = (json(row, 0)?, row.get(1)?);
        Ok(Report { by: if mine { None } else { Some(row.get(2)?) }, ..report })
    })?
    .collect()
}

/// Everything that an account reported, newest first; `own` is its holder. Of somebody else's document neither document nor
/// event is named, and what was answered stands there only while the account may see the document.
///
/// # Errors
/// Those of the database.
pub fn of_account(
    db: &Connection,
    account: &str,
    own: Option<&PersonId>,
) -> rusqlite::Result<Vec<DocumentReport>> {
    let kept: Vec<(DocumentId, PersonId, Report)> = db
        .prepare_cached(
            "SELECT r.document, d.person, r.json FROM report r JOIN document d ON d.id = r.document \
             WHERE r.account = ? ORDER BY r.place DESC",
        )?
        .query_map([account], |row| Ok((DocumentId(row.get(0)?), PersonId(row.get(1)?), json(row, 2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let told = |(document, person, mut report): (DocumentId, PersonId, Report)| {
        if own == Some(&person) {
            return Ok(DocumentReport { document: Some(document), report });
        }
        report.event = None;
        if !document::visible(db, account, &document)? {
            report.answer = None;
        }
        Ok(DocumentReport { document: None, report })
    };
    kept.into_iter().map(told).collect()
}
