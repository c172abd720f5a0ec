//! Messages as they are kept, with what was done with each of their channels.

use chrono::{DateTime, Utc};
use contract::MessageId;
use contract::notification::{DeliveryState, SentText};
use contract::wire::{closed, instant, open_option};
use domain::coded::Coded;
use domain::language::Language;
use domain::notification::delivery::next::Try;
use domain::notification::delivery::{NotAllowed, Signal, State, after};
use domain::notification::{Because, Channel, WhyNot};
use rusqlite::{Connection, OptionalExtension as _, Row};
use serde::{Deserialize, Serialize};

use crate::store::{json, text};

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Opaque id.
    pub id: MessageId,
    /// The place of what happened.
    pub occurrence: i64,
    /// The accounts that are told by it, the one first by whose wishes it goes.
    pub receivers: Vec<String>,
    /// The language that was asked for.
    #[serde(with = "closed")]
    pub language: Language,
    /// Why it goes by these channels.
    #[serde(with = "closed")]
    pub because: Because,
    /// When it may leave.
    #[serde(with = "instant")]
    pub release: DateTime<Utc>,
    /// The accounts whose quiet hours hold it; nobody's if it may leave at once.
    pub held_for: Vec<String>,
    /// Minutes without word before the next channel.
    pub wait: u32,
    /// Why it was not sent.
    #[serde(with = "open_option", default)]
    pub not_sent: Option<Coded<WhyNot>>,
    /// The channels in their order.
    pub legs: Vec<Leg>,
}

/// One channel of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leg {
    /// Which.
    #[serde(with = "closed")]
    pub channel: Channel,
    /// The account whose contact it is.
    pub account: String,
    /// The number or the address.
    pub address: String,
    /// Where it stood, the oldest first.
    pub history: Vec<DeliveryState>,
    /// How often it was sent.
    pub times: u32,
    /// Its text as it was sent last, without a code.
    pub text: Option<SentText>,
}

impl Leg {
    /// A channel of which nothing was done yet.
    #[must_use]
    pub const fn new(channel: Channel, account: String, address: String) -> Self {
        Self { channel, account, address, history: Vec::new(), times: 0, text: None }
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> State {
        self.history.last().and_then(DeliveryState::read).unwrap_or(State::Queued)
    }

    /// As the rules take it.
    #[must_use]
    pub fn tried(&self) -> Try {
        Try { channel: self.channel, state: self.state(), times: self.times }
    }

    /// When it was handed on first.
    #[must_use]
    pub fn sent_at(&self) -> Option<DateTime<Utc>> {
        let sent = |state: &&DeliveryState| matches!(state.read(), Some(State::Sent { .. }));
        self.history.iter().find(sent).and_then(|state| state.since)
    }
}

impl Kept {
    /// Its channels as the rules take them.
    #[must_use]
    pub fn tries(&self) -> Vec<Try> {
        self.legs.iter().map(Leg::tried).collect()
    }

    /// Something happens to one of its channels.
    ///
    /// # Errors
    /// Why it changes nothing.
    pub fn signal(&mut self, place: usize, signal: Signal, at: DateTime<Utc>) -> Result<(), NotAllowed> {
        if let Some(leg) = self.legs.get_mut(place) {
            let state = after(leg.state(), signal, leg.channel, at)?;
            leg.history.push(DeliveryState::new(state, at));
        }
        Ok(())
    }

    /// When it was handed on first, by whatever channel.
    #[must_use]
    pub fn sent_at(&self) -> Option<DateTime<Utc>> {
        self.legs.iter().filter_map(Leg::sent_at).min()
    }

    /// It is not sent: whatever of it was not begun ends here.
    pub fn drop_rest(&mut self, why: WhyNot, at: DateTime<Utc>) {
        for place in 0..self.legs.len() {
            // What was sent or is over stays as it is.
            let _ = self.signal(place, Signal::Drop, at);
        }
        self.not_sent = Some(Coded::Known(why));
    }
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    json(row, 0)
}

/// Adds a message of what happened; it is looked at from `due` on.
///
/// # Errors
/// Those of the database.
pub fn add(db: &Connection, message: &Kept, due: DateTime<Utc>) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT INTO message (id, occurrence, due, json) VALUES (?, ?, ?, ?)")?.execute((
        message.id.as_str(),
        message.occurrence,
        due.timestamp_micros(),
        text(message)?,
    ))?;
    Ok(())
}

/// Keeps a message as it is now; `due`: when something is to be done with it next.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Connection, message: &Kept, due: Option<DateTime<Utc>>) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE message SET json = ?, due = ? WHERE id = ?")?.execute((
        text(message)?,
        due.map(|due| due.timestamp_micros()),
        message.id.as_str(),
    ))?;
    Ok(())
}

/// The one with an id.
///
/// # Errors
/// Those of the database.
pub fn get(db: &Connection, id: &str) -> rusqlite::Result<Option<Kept>> {
    db.prepare_cached("SELECT json FROM message WHERE id = ?")?.query_row([id], kept).optional()
}

/// Those of what happened, in their order.
///
/// # Errors
/// Those of the database.
pub fn of_occurrence(db: &Connection, place: i64) -> rusqlite::Result<Vec<Kept>> {
    db.prepare_cached("SELECT json FROM message WHERE occurrence = ? ORDER BY place")?
        .query_map([place], kept)?
        .collect()
}
