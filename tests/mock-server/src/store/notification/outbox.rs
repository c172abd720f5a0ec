//! What would have been sent. Nothing leaves this server: here every way ends.

use chrono::{DateTime, Utc};
use contract::MessageId;
use contract::wire::{closed, instant};
use domain::notification::{Channel, Subject};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::store::{json, text};

/// A message, as it would have left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// When.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
    /// The id of the message; absent of what staff send to themselves.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub message: Option<MessageId>,
    /// Whose contact it is.
    pub account: String,
    /// Its subject.
    #[serde(with = "closed")]
    pub subject: Subject,
    /// The channel.
    #[serde(with = "closed")]
    pub channel: Channel,
    /// Where to.
    pub address: String,
    /// The version of the template; absent if none is in use.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub version: Option<u32>,
    /// The title of an e-mail or a notice.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
    /// What it says.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub text: Option<String>,
    /// Parts of an SMS.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub parts: Option<u32>,
    /// The code that it carries: tests read it here.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub code: Option<String>,
    /// Why it could not be written, so that it did not leave.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub problem: Vec<String>,
    /// Whether staff sent it to themselves to look at it.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub test: bool,
}

/// Puts a message there.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Connection, left: &Left) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT INTO outgoing (at, json) VALUES (?, ?)")?
        .execute((left.at.timestamp_micros(), text(left)?))?;
    Ok(())
}

/// When an account sent messages to itself.
///
/// # Errors
/// Those of the database.
pub fn tests(db: &Connection, account: &str) -> rusqlite::Result<Vec<DateTime<Utc>>> {
    let own = |left: &Left| left.test && left.account == account;
    Ok(all(db)?.into_iter().filter(own).map(|left| left.at).collect())
}

/// Everything, the oldest first.
///
/// # Errors
/// Those of the database.
pub fn all(db: &Connection) -> rusqlite::Result<Vec<Left>> {
    db.prepare_cached("SELECT json FROM outgoing ORDER BY at, place")?
        .query_map([], |row| json(row, 0))?
        .collect()
}
