//! What messages cost.

use contract::template::{NewTariff, TemplateTariff};
use rusqlite::Connection;

use crate::etag;
use crate::store::{json, text};

const KEY: &str = "tariff";

/// The tariff, with its tag.
///
/// # Errors
/// Those of the database.
pub fn get(db: &Connection) -> rusqlite::Result<TemplateTariff> {
    let kept: NewTariff = db.query_row("SELECT value FROM meta WHERE key = ?", [KEY], |row| json(row, 0))?;
    let tag = etag::of(text(&kept)?.as_bytes());
    let NewTariff { sms_per_thousand, viber_per_thousand } = kept;
    Ok(TemplateTariff { sms_per_thousand, viber_per_thousand, tag })
}

/// Keeps another.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Connection, tariff: &NewTariff) -> rusqlite::Result<()> {
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (KEY, text(tariff)?))?;
    Ok(())
}
