//! Planning: from something that happened to messages, and an answer for everybody who came into question.

use chrono::{DateTime, Utc};
use contract::MessageId;
use contract::notification::{Told, UnusedChannel};
use contract::wire::{closed, open_option};
use domain::coded::Coded;
use domain::notification::delivery::Signal;
use domain::notification::plan::{Message, Outcome, plan};
use domain::notification::way::NotBy;
use domain::notification::{Because, Candidate, Channel, Obstacle, WhyNot, receives, release, still_true};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::store::notification::message::{self, Kept, Leg};
use crate::store::notification::occurrence::{self, Placed};
use crate::store::notification::party::{self, Party};
use crate::store::notification::preference;
use crate::store::text;

/// What becomes of somebody who came into question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptAnswer {
    /// The account.
    pub account: String,
    /// Whether it is the person it is about.
    pub own: bool,
    /// Whether it was meant for them, whatever they want: of what is not, they learn nothing.
    pub meant: bool,
    /// What.
    #[serde(with = "closed")]
    pub told: Told,
    /// By whose message.
    pub with: Option<String>,
    /// Why not.
    #[serde(with = "open_option", default)]
    pub reason: Option<Coded<WhyNot>>,
    /// Channels that are not used for them.
    pub not_by: Vec<UnusedChannel>,
}

/// Plans the messages of something that happened, at `now`.
///
/// # Errors
/// Those of the database.
pub fn all(db: &Connection, placed: &Placed, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let answers = if placed.what.to.is_some() {
        to_the_contact(db, placed, now)?
    } else {
        to_everybody(db, placed, now)?
    };
    db.prepare_cached("UPDATE occurrence SET answers = ? WHERE place = ?")?
        .execute((text(&answers)?, placed.place))?;
    for answer in answers.iter().filter(|answer| answer.meant) {
        db.prepare_cached("INSERT OR IGNORE INTO message_reader VALUES (?, ?, ?)")?.execute((
            &answer.account,
            placed.what.at.timestamp_micros(),
            placed.place,
        ))?;
    }
    drop_untrue(db, placed, now)
}

fn to_everybody(db: &Connection, placed: &Placed, now: DateTime<Utc>) -> rusqlite::Result<Vec<KeptAnswer>> {
    let what = &placed.what;
    let parties = party::all(db, what, now)?;
    let candidates: Vec<Candidate<'_>> = parties.iter().map(Party::candidate).collect();
    let occurrence = what.occurrence(party::hidden(db, what)?);
    let plan = plan(&occurrence, &candidates, &occurrence::later(db, placed)?, now);
    for (number, message) in plan.messages.iter().enumerate() {
        let kept = kept(placed, number, message, &parties, now);
        message::add(db, &kept, if message.release.held { message.release.at } else { now })?;
    }
    let answers = parties.iter().zip(plan.answers).map(|(party, answer)| {
        let (told, with, reason) = match &answer.outcome {
            Outcome::Told(_) => (Told::Told, None, None),
            Outcome::With { of, .. } => {
                (Told::With, parties.get(*of).map(|other| other.account.clone()), None)
            }
            Outcome::Not(why) => (Told::Not, None, Some(Coded::Known(WhyNot::from(why)))),
        };
        KeptAnswer {
            account: party.account.clone(),
            own: party.own(),
            meant: receives(&occurrence, &party.standing(), now).is_ok(),
            told,
            with,
            reason,
            not_by: answer.not_by.iter().map(|(channel, why)| unused(*channel, *why)).collect(),
        }
    });
    Ok(answers.collect())
}

fn unused(channel: Channel, why: NotBy) -> UnusedChannel {
    let since = match why {
        NotBy::Obstacle(Obstacle::Stopped { since }) => Some(since),
        _ => None,
    };
    UnusedChannel { channel: Coded::Known(channel), reason: Coded::Known(why.into()), since }
}

/// A message as it is kept from now on.
fn kept(placed: &Placed, number: usize, message: &Message, parties: &[Party], now: DateTime<Utc>) -> Kept {
    let account = |place: &usize| parties.get(*place).map(|party| party.account.clone());
    let urgency = placed.what.subject.urgency();
    let holds = |place: &&usize| {
        parties.get(**place).is_some_and(|party| {
            let quiet = party.preferences.quiet.as_ref();
            release(now.max(placed.what.at), urgency, quiet, party.zone).held
        })
    };
    let legs = message.legs.iter().filter_map(|leg| {
        let party = parties.get(leg.candidate)?;
        let address = party.contacts.get(leg.contact)?.address.as_str().to_owned();
        Some(Leg::new(leg.channel, party.account.clone(), address))
    });
    let first = message.receivers.first().and_then(|place| parties.get(*place));
    let mut kept = Kept {
        id: MessageId(format!("{}-{}", placed.id(), number + 1)),
        occurrence: placed.place,
        receivers: message.receivers.iter().filter_map(account).collect(),
        language: message.language,
        because: message.because,
        release: message.release.at,
        held_for: message.receivers.iter().filter(holds).filter_map(account).collect(),
        wait: first.map_or(0, |party| party.preferences.fallback.wait),
        not_sent: None,
        legs: legs.collect(),
    };
    if message.release.held {
        // The table knows no reason why what was not begun could not wait.
        let _ = kept.signal(0, Signal::Hold { until: message.release.at }, now);
    }
    kept
}

/// A code goes to the contact that is to be verified, whatever anybody wants.
fn to_the_contact(db: &Connection, placed: &Placed, now: DateTime<Utc>) -> rusqlite::Result<Vec<KeptAnswer>> {
    let Some(to) = &placed.what.to else { return Ok(Vec::new()) };
    let preferences = preference::of(db, &to.account)?;
    let kept = Kept {
        id: MessageId(format!("{}-1", placed.id())),
        occurrence: placed.place,
        receivers: vec![to.account.clone()],
        language: preferences.language,
        because: Because::Kept,
        release: now,
        held_for: Vec::new(),
        wait: preferences.fallback.wait,
        not_sent: None,
        legs: vec![Leg::new(to.channel, to.account.clone(), to.address.clone())],
    };
    message::add(db, &kept, now)?;
    Ok(vec![KeptAnswer {
        account: to.account.clone(),
        own: true,
        meant: true,
        told: Told::Told,
        with: None,
        reason: None,
        not_by: Vec::new(),
    }])
}

/// Drops what waits and is not true any more since this happened.
///
/// # Errors
/// Those of the database.
pub fn drop_untrue(db: &Connection, since: &Placed, now: DateTime<Utc>) -> rusqlite::Result<()> {
    for other in occurrence::of_thing(db, &since.thing)? {
        let fact = other.what.occurrence(false).fact();
        let Err(why) = still_true(&fact, &occurrence::later(db, &other)?, now) else { continue };
        for mut message in message::of_occurrence(db, other.place)? {
            let waits = message.sent_at().is_none() && message.not_sent.is_none();
            if waits {
                message.drop_rest(why.code().into(), now);
                message::put(db, &message, None)?;
            }
        }
    }
    Ok(())
}
