//! What would have been sent. Nothing leaves this server: here every way ends.

use chrono::{DateTime, Utc};
use domain::coded::Code as _;
use domain::notification::{Channel, Subject};
use rusqlite::Connection;
use serde::Serialize;

use crate::store::instant;

/// A message, as it would have left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Left {
    /// When.
    #[serde(with = "contract::wire::instant")]
    pub at: DateTime<Utc>,
    /// Whose account it was for.
    pub account: String,
    /// The code of its subject.
    pub subject: String,
    /// The code of the channel.
    pub channel: String,
    /// Where to.
    pub address: String,
    /// What it says.
    pub text: String,
    /// Whether staff sent it to themselves to look at it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub test: bool,
}

/// Puts a message there.
///
/// # Errors
/// Those of the database.
pub fn put(
    db: &Connection,
    at: DateTime<Utc>,
    account: &str,
    subject: Subject,
    to: (Channel, &str),
    text: &str,
) -> rusqlite::Result<()> {
    let (channel, address) = to;
    db.execute(
        "INSERT INTO outbox (at, account, subject, channel, address, text) VALUES (?, ?, ?, ?, ?, ?)",
        (at.timestamp_micros(), account, subject.code(), channel.code(), address, text),
    )?;
    Ok(())
}

/// Puts a message there that staff send to themselves.
///
/// # Errors
/// Those of the database.
pub fn put_test(
    db: &Connection,
    at: DateTime<Utc>,
    account: &str,
    subject: Subject,
    to: (Channel, &str),
    text: &str,
) -> rusqlite::Result<()> {
    put(db, at, account, subject, to, text)?;
    db.execute("UPDATE outbox SET test = 1 WHERE place = last_insert_rowid()", [])?;
    Ok(())
}

/// When an account sent messages to itself.
///
/// # Errors
/// Those of the database.
pub fn tests(db: &Connection, account: &str) -> rusqlite::Result<Vec<DateTime<Utc>>> {
    db.prepare_cached("SELECT at FROM outbox WHERE account = ? AND test = 1")?
        .query_map([account], |row| instant(row, 0))?
        .collect()
}

/// Everything, the oldest first.
///
/// # Errors
/// Those of the database.
pub fn all(db: &Connection) -> rusqlite::Result<Vec<Left>> {
    db.prepare_cached("SELECT at, account, subject, channel, address, text, test FROM outbox ORDER BY place")?
        .query_map([], |row| {
            Ok(Left {
                at: instant(row, 0)?,
                account: row.get(1)?,
                subject: row.get(2)?,
                channel: row.get(3)?,
                address: row.get(4)?,
                text: row.get(5)?,
                test: row.get(6)?,
            })
        })?
        .collect()
}
