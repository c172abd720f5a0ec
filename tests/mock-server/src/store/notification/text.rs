//! The texts that are in use. Whatever is sent takes its text from here and from nowhere else.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::language::Language;
use domain::notification::template::{Declared, Published, Template, choose};
use domain::notification::{Channel, Subject};
use rusqlite::Connection;

use crate::catalogue::{Entry, catalogue};

/// A version that is in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InUse {
    /// Its number.
    pub version: u32,
    /// Since when it is in use.
    pub since: DateTime<Utc>,
    /// Its language; another than was asked for where there is none in that.
    pub language: Language,
    /// Title of an e-mail or a notice.
    pub title: Option<Template>,
    /// Text.
    pub text: Template,
}

/// The version of a text that is in use at an instant; `None` if there is none: nothing can be sent by this channel.
///
/// # Errors
/// Those of the database, and of the catalogue.
pub fn in_use(
    _db: &Connection,
    subject: Subject,
    channel: Channel,
    language: Language,
    at: DateTime<Utc>,
) -> rusqlite::Result<Option<InUse>> {
    let all = &catalogue().map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?.entries;
    let entries: Vec<&Entry> =
        all.iter().filter(|entry| (entry.subject, entry.channel) == (subject, channel)).collect();
    let since = first();
    let published: Vec<Published> = entries
        .iter()
        .map(|entry| Published {
            subject,
            channel,
            language: entry.language,
            version: 1,
            from: since,
            until: None,
        })
        .collect();
    Ok(choose(&published, subject, channel, language, at).and_then(|chosen| {
        let entry = entries.get(chosen.place)?;
        let (title, text) = (entry.title.clone(), entry.text.clone());
        Some(InUse { version: 1, since, language: entry.language, title, text })
    }))
}

/// The placeholders of a subject.
///
/// # Errors
/// Those of the catalogue.
pub fn declared(subject: Subject) -> rusqlite::Result<&'static [Declared]> {
    let all = catalogue().map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    Ok(all.of(subject))
}

/// Since when the texts of the catalogue are in use.
fn first() -> DateTime<Utc> {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default().and_time(NaiveTime::MIN).and_utc()
}
