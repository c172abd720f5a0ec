//! Answers kept under their `Idempotency-Key`.

use rusqlite::{Connection, OptionalExtension as _};

/// A stored answer and what it answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Fingerprint of the request.
    pub request: String,
    /// Status of the answer.
    pub status: u16,
    /// Its `ETag`.
    pub etag: Option<String>,
    /// The problem's code and fields, if it was refused: the body is made anew with the request's own id.
    pub refusal: Option<String>,
    /// Its body.
    pub body: Vec<u8>,
}

/// The answer kept under a key.
///
/// # Errors
/// Those of the database.
pub fn get(db: &Connection, account: &str, key: &str) -> rusqlite::Result<Option<Kept>> {
    let sql = "SELECT request, status, etag, refusal, body FROM idempotency WHERE account = ? AND key = ?";
    db.query_row(sql, (account, key), |row| {
        Ok(Kept {
            request: row.get(0)?,
            status: row.get(1)?,
            etag: row.get(2)?,
            refusal: row.get(3)?,
            body: row.get(4)?,
        })
    })
    .optional()
}

/// Keeps an answer.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Connection, account: &str, key: &str, kept: &Kept) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO idempotency VALUES (?, ?, ?, ?, ?, ?, ?)",
        (account, key, &kept.request, kept.status, &kept.etag, &kept.refusal, &kept.body),
    )?;
    Ok(())
}
