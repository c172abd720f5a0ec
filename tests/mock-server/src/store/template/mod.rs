//! Versions of the texts of messages.

pub mod judge;
pub mod life;
pub mod published;
pub mod tariff;
pub mod wire;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use contract::template::UsedPeriod;
use contract::wire::{closed, instant};
use domain::coded::Code;
use domain::language::Language;
use domain::notification::template::{Deed, Published, Template, VersionState, choose, parse};
use domain::notification::{Channel, Subject};
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};

use crate::store::{json, text};

/// Where a text belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// What is told.
    pub subject: Subject,
    /// By which channel.
    pub channel: Channel,
    /// In which language.
    pub language: Language,
}

impl Cell {
    /// Every one that there may be, by subject, channel and language.
    pub fn all() -> impl Iterator<Item = Self> {
        Subject::ALL.iter().flat_map(|subject| {
            subject.channels().iter().flat_map(|channel| {
                let cell =
                    |language: &Language| Self { subject: *subject, channel: *channel, language: *language };
                Language::ALL.iter().map(cell)
            })
        })
    }

    /// The one with these codes; `None` if there is none.
    #[must_use]
    pub fn of_codes(subject: &str, channel: &str, language: &str) -> Option<Self> {
        let subject = Subject::from_code(subject).known()?;
        let channel = Channel::from_code(channel).known()?;
        let language = Language::from_code(language).known()?;
        subject.channels().contains(&channel).then_some(Self { subject, channel, language })
    }

    fn codes(self) -> [&'static str; 3] {
        [self.subject.code(), self.channel.code(), self.language.code()]
    }
}

/// A version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Its number, from 1 on.
    pub number: u32,
    /// Where it stands.
    #[serde(with = "closed")]
    pub state: VersionState,
    /// Title, as it was typed.
    pub title: Option<String>,
    /// Text, as it was typed.
    pub text: String,
    /// What was changed and why.
    pub note: Option<String>,
    /// The accounts of everybody who wrote on it.
    pub authors: Vec<String>,
    /// When it was begun.
    #[serde(with = "instant")]
    pub created_at: DateTime<Utc>,
    /// When it was written on last.
    #[serde(with = "instant")]
    pub changed_at: DateTime<Utc>,
    /// When messages were made of it.
    pub used: Vec<UsedPeriod>,
    /// What was done with it.
    pub deeds: Vec<KeptDeed>,
}

/// Something that was done with a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDeed {
    /// What.
    #[serde(with = "closed")]
    pub deed: Deed,
    /// By which account.
    pub by: String,
    /// When.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
}

impl Kept {
    /// When it was used, as the rules ask for it.
    pub fn published(&self, cell: Cell) -> impl Iterator<Item = Published> {
        let Cell { subject, channel, language } = cell;
        let version = self.number;
        self.used.iter().map(move |used| Published {
            subject,
            channel,
            language,
            version,
            from: used.from,
            until: used.until,
        })
    }
}

/// The versions of a text, the oldest first.
///
/// # Errors
/// Those of the database.
pub fn of(db: &Connection, cell: Cell) -> rusqlite::Result<Vec<Kept>> {
    let sql = "SELECT json FROM template_version WHERE subject = ? AND channel = ? AND language = ? ORDER BY number";
    db.prepare_cached(sql)?.query_map(cell.codes(), |row| json(row, 0))?.collect()
}

/// Every text with its versions, the oldest first.
///
/// # Errors
/// Those of the database.
pub fn all(db: &Connection) -> rusqlite::Result<BTreeMap<Cell, Vec<Kept>>> {
    let mut all: BTreeMap<Cell, Vec<Kept>> = BTreeMap::new();
    let sql = "SELECT subject, channel, language, json FROM template_version ORDER BY subject, channel, language, number";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        // A subject that there was in an earlier version of this program is no text any more.
        if let Some(cell) = cell(row)? {
            all.entry(cell).or_default().push(json(row, 3)?);
        }
    }
    Ok(all)
}

fn cell(row: &Row<'_>) -> rusqlite::Result<Option<Cell>> {
    let [subject, channel, language] = [0, 1, 2].map(|column| row.get::<_, String>(column));
    Ok(Cell::of_codes(&subject?, &channel?, &language?))
}

/// Keeps versions of a text.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Connection, cell: Cell, versions: &[Kept]) -> rusqlite::Result<()> {
    let mut statement =
        db.prepare_cached("INSERT OR REPLACE INTO template_version VALUES (?, ?, ?, ?, ?)")?;
    let [subject, channel, language] = cell.codes();
    for version in versions {
        statement.execute((subject, channel, language, version.number, text(version)?))?;
    }
    Ok(())
}

/// Whether there is any version.
///
/// # Errors
/// Those of the database.
pub fn is_filled(db: &Connection) -> rusqlite::Result<bool> {
    db.query_row("SELECT count(*) > 0 FROM template_version", [], |row| row.get(0))
}

/// A text that messages are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InUse {
    /// The number of its version.
    pub version: u32,
    /// Its language, which may be another than was asked for.
    pub language: Language,
    /// Title of an e-mail or a notice.
    pub title: Option<Template>,
    /// Text.
    pub text: Template,
}

/// The text that is in use at an instant; in Bulgarian where there is none in the language, as the rules say. `None` if nothing can
/// be sent by the channel.
///
/// # Errors
/// Those of the database.
pub fn in_use(
    db: &Connection,
    subject: Subject,
    channel: Channel,
    language: Language,
    at: DateTime<Utc>,
) -> rusqlite::Result<Option<InUse>> {
    let mut published = Vec::new();
    let mut versions = Vec::new();
    for language in Language::ALL {
        let cell = Cell { subject, channel, language: *language };
        for version in of(db, cell)? {
            published.extend(version.published(cell));
            versions.push((*language, version));
        }
    }
    let Some(chosen) = choose(&published, subject, channel, language, at) else { return Ok(None) };
    let Published { language, version, .. } = published[chosen.place];
    let is_it = |(of, kept): &&(Language, Kept)| (*of, kept.number) == (language, version);
    Ok(versions.iter().find(is_it).and_then(|(_, kept)| {
        // What is in use could be read when it was approved.
        let text = parse(&kept.text).ok()?;
        let title = kept.title.as_deref().map(parse).transpose().ok()?;
        Some(InUse { version, language, title, text })
    }))
}
