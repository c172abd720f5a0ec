//! What an account wants to be told.

use contract::notification::NotificationPreferences;
use domain::coded::Coded;
use domain::notification::Preferences;
use rusqlite::{Connection, OptionalExtension as _};

use crate::store::{account, json, text};

/// The preferences of an account. As long as nothing was decided they are those of the rules, in the language of the account.
///
/// # Errors
/// Those of the database.
pub fn of(db: &Connection, key: &str) -> rusqlite::Result<Preferences> {
    let kept: Option<NotificationPreferences> = db
        .prepare_cached("SELECT json FROM notification_preference WHERE account = ?")?
        .query_row([key], |row| json(row, 0))
        .optional()?;
    if let Some(kept) = kept {
        return Ok(kept.read());
    }
    let mut preferences = Preferences::default();
    if let Some(Coded::Known(language)) = account::get(db, key)?.language {
        preferences.language = language;
    }
    Ok(preferences)
}

/// Keeps the preferences of an account.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Connection, key: &str, preferences: &Preferences) -> rusqlite::Result<()> {
    db.execute(
        "INSERT OR REPLACE INTO notification_preference VALUES (?, ?)",
        (key, text(&NotificationPreferences::from(preferences))?),
    )?;
    Ok(())
}
