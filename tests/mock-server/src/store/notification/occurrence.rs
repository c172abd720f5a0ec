//! Things that happened and are to be told. Each is told once, whatever asks for it and however often.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use contract::wire::{closed, day_option, instant, open_option};
use contract::{DocumentId, GrantId, MessageId, PersonId};
use domain::coded::Coded;
use domain::document::Kind;
use domain::moment::Zone;
use domain::notification::{Channel, Later, Subject, Turn};
use rusqlite::{Connection, OptionalExtension as _, Row};
use serde::{Deserialize, Serialize};

use crate::store::{instant as instant_of, json, text};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurred {
    /// What is told of it.
    #[serde(with = "closed")]
    pub subject: Subject,
    /// About whom.
    pub person: PersonId,
    /// Where that person's days begin.
    #[serde(with = "closed")]
    pub zone: Zone,
    /// When it is told.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
    /// The day it speaks of.
    #[serde(with = "day_option", default)]
    pub day: Option<NaiveDate>,
    /// The document it is about.
    #[serde(default)]
    pub document: Option<DocumentId>,
    /// The kind of that document.
    #[serde(with = "open_option", default)]
    pub kind: Option<Coded<Kind>>,
    /// The grant it is about.
    #[serde(default)]
    pub grant: Option<GrantId>,
    /// The accounts that alone come into question; whoever the subject says when absent.
    #[serde(default)]
    pub only: Option<Vec<String>>,
    /// The contact that it goes to, where it goes to one and to no other.
    #[serde(default)]
    pub to: Option<To>,
    /// The values of the placeholders, but for whom it names: that follows from who reads it.
    pub values: BTreeMap<String, String>,
}

/// A contact that is to be verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct To {
    /// Whose account.
    pub account: String,
    /// By which channel.
    #[serde(with = "closed")]
    pub channel: Channel,
    /// The number or the address.
    pub address: String,
}

impl Occurred {
    /// Something about a person, without anything else.
    #[must_use]
    pub fn new(subject: Subject, person: PersonId, zone: Zone, at: DateTime<Utc>) -> Self {
        Self {
            subject,
            person,
            zone,
            at,
            day: None,
            document: None,
            kind: None,
            grant: None,
            only: None,
            to: None,
            values: BTreeMap::new(),
        }
    }

    /// The same with a value.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.insert(name.to_owned(), value.into());
        self
    }

    /// As the rules take it.
    #[must_use]
    pub fn occurrence(&self, hidden: bool) -> domain::notification::Occurrence<'_> {
        domain::notification::Occurrence {
            subject: self.subject,
            person: self.person.as_str(),
            zone: self.zone,
            kind: self.kind.as_ref(),
            hidden,
            at: self.at,
            day: self.day,
        }
    }
}

/// Something that happened, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Its number, in the order of arrival.
    pub place: i64,
    /// What it is about: what has the same may undo it.
    pub thing: String,
    /// What.
    pub what: Occurred,
    /// What became of each who came into question, once it was planned.
    pub answers: Option<Vec<crate::store::notification::planned::KeptAnswer>>,
}

impl Placed {
    /// Its id in lists of messages.
    #[must_use]
    pub fn id(&self) -> MessageId {
        id_of(self.place)
    }
}

/// The id of the occurrence at a place.
#[must_use]
pub fn id_of(place: i64) -> MessageId {
    MessageId(format!("m-{place}"))
}

/// The place of the occurrence with an id.
#[must_use]
pub fn place_of(id: &str) -> Option<i64> {
    let place: i64 = id.strip_prefix("m-")?.parse().ok()?;
    (id_of(place).as_str() == id).then_some(place)
}

const ALL: &str = "SELECT place, thing, json, answers FROM occurrence";

fn placed(row: &Row<'_>) -> rusqlite::Result<Placed> {
    let planned: Option<String> = row.get(3)?;
    Ok(Placed {
        place: row.get(0)?,
        thing: row.get(1)?,
        what: json(row, 2)?,
        answers: planned.is_some().then(|| json(row, 3)).transpose()?,
    })
}

/// Notes that something is to be told; nothing if this cause was told already.
///
/// # Errors
/// Those of the database.
pub fn tell(db: &Connection, cause: &str, thing: &str, what: &Occurred) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR IGNORE INTO occurrence (cause, thing, at, json) VALUES (?, ?, ?, ?)")?
        .execute((cause, thing, what.at.timestamp_micros(), text(what)?))?;
    Ok(())
}

/// The one at a place.
///
/// # Errors
/// Those of the database.
pub fn get(db: &Connection, place: i64) -> rusqlite::Result<Option<Placed>> {
    db.prepare_cached(&format!("{ALL} WHERE place = ?"))?.query_row([place], placed).optional()
}

/// Those about the same thing, in the order in which they happened.
///
/// # Errors
/// Those of the database.
pub fn of_thing(db: &Connection, thing: &str) -> rusqlite::Result<Vec<Placed>> {
    db.prepare_cached(&format!("{ALL} WHERE thing = ? ORDER BY at, place"))?
        .query_map([thing], placed)?
        .collect()
}

/// What happened to the same thing after it. Of two at the same instant the one that arrived later is later.
///
/// # Errors
/// Those of the database.
pub fn later(db: &Connection, of: &Placed) -> rusqlite::Result<Vec<Later>> {
    let at = of.what.at;
    let after = |other: &Placed| (other.what.at, other.place) > (at, of.place);
    let news = of_thing(db, &of.thing)?.into_iter().filter(after);
    let mut all: Vec<Later> =
        news.map(|other| Later { at: other.what.at, turn: Turn::News(other.what.subject) }).collect();
    let withdrawn = db
        .prepare_cached("SELECT withdrawn FROM occurrence WHERE place = ? AND withdrawn IS NOT NULL")?
        .query_row([of.place], |row| instant_of(row, 0))
        .optional()?;
    all.extend(withdrawn.map(|at| Later { at, turn: Turn::Withdrawn }));
    Ok(all)
}

/// Notes that it was a mistake.
///
/// # Errors
/// Those of the database.
pub fn withdraw(db: &Connection, place: i64, at: DateTime<Utc>) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE occurrence SET withdrawn = ? WHERE place = ? AND withdrawn IS NULL",
        (at.timestamp_micros(), place),
    )?;
    Ok(())
}

/// Forgets a code that it carried: nobody needs it any more.
///
/// # Errors
/// Those of the database.
pub fn forget_code(db: &Connection, of: &Placed) -> rusqlite::Result<()> {
    let mut what = of.what.clone();
    if what.values.remove("code").is_some() {
        db.execute("UPDATE occurrence SET json = ? WHERE place = ?", (text(&what)?, of.place))?;
    }
    Ok(())
}
