//! Messages as somebody sees them in the portal.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use contract::notification::{
    Delivery, DeliveryLeg, Message, MessageDetails, MessageEntry, OtherReceiver, Told,
};
use contract::{MessageId, PersonId};
use domain::coded::Coded;
use domain::notification::delivery::{Overall, overall};
use domain::notification::{
    Address, Channel, Outdated, Reach, WhyNot, ground, sees_others, stays, still_true,
};
use rusqlite::Connection;

use crate::cursor::Place;
use crate::store::access::person::{self, Known};
use crate::store::notification::contact;
use crate::store::notification::message::{self, Kept, Leg};
use crate::store::notification::occurrence::{self, Placed, id_of, place_of};
use crate::store::notification::party::{self, Party};
use crate::store::notification::planned::KeptAnswer;
use crate::store::{account, document};

/// One thing that was to be told, as it concerns an account.
struct View {
    placed: Placed,
    mine: KeptAnswer,
    /// The ways of it that lead to the account.
    own: Vec<Kept>,
    /// All its ways.
    all: Vec<Kept>,
    known: Option<Known>,
    party: Option<Party>,
}

/// A part of the messages of an account, newest first, after `after`; with the place of the last, when more follow.
///
/// # Errors
/// Those of the database.
pub fn page(
    db: &Connection,
    key: &str,
    about: Option<&PersonId>,
    after: Option<&Place>,
    limit: usize,
    now: DateTime<Utc>,
) -> rusqlite::Result<(Vec<MessageEntry>, Option<Place>)> {
    let mut entries: Vec<MessageEntry> = Vec::new();
    for place in places(db, key, after)? {
        let Some(view) = view(db, key, place, now)? else { continue };
        if about.is_some_and(|person| view.placed.what.person != *person) {
            continue;
        }
        if entries.len() == limit {
            let last = entries.last().map(|entry| Place {
                sorted_at: entry.at.timestamp_micros(),
                id: entry.id.as_str().to_owned(),
            });
            return Ok((entries, last));
        }
        entries.push(entry(db, key, &view)?);
    }
    Ok((entries, None))
}

/// The places of what may stand in the list of an account, newest first, after `after`.
fn places(db: &Connection, key: &str, after: Option<&Place>) -> rusqlite::Result<Vec<i64>> {
    let sql = "SELECT occurrence FROM message_reader WHERE account = ?1 \
               AND (?2 IS NULL OR at < ?2 OR (at = ?2 AND occurrence < ?3)) ORDER BY at DESC, occurrence DESC";
    let from = after.map(|place| (place.sorted_at, place_of(&place.id)));
    db.prepare_cached(sql)?
        .query_map((key, from.map(|from| from.0), from.and_then(|from| from.1)), |row| row.get(0))?
        .collect()
}

/// The whole of one; `None` for one that is not there or not theirs.
///
/// # Errors
/// Those of the database.
pub fn one(db: &Connection, key: &str, id: &str, now: DateTime<Utc>) -> rusqlite::Result<Option<Message>> {
    let Some(view) = place_of(id).map(|place| view(db, key, place, now)).transpose()?.flatten() else {
        return Ok(None);
    };
    whole(db, key, &view, now).map(Some)
}

/// Every message of an account, newest first.
///
/// # Errors
/// Those of the database.
pub fn all(db: &Connection, key: &str, now: DateTime<Utc>) -> rusqlite::Result<Vec<Message>> {
    let mut all = Vec::new();
    for place in places(db, key, None)? {
        if let Some(view) = view(db, key, place, now)? {
            all.push(whole(db, key, &view, now)?);
        }
    }
    Ok(all)
}

fn view(db: &Connection, key: &str, place: i64, now: DateTime<Utc>) -> rusqlite::Result<Option<View>> {
    let Some(placed) = occurrence::get(db, place)? else { return Ok(None) };
    let mine = placed.answers.iter().flatten().find(|answer| answer.account == key && answer.meant).cloned();
    let Some(mine) = mine else { return Ok(None) };
    let all = message::of_occurrence(db, place)?;
    let own: Vec<Kept> =
        all.iter().filter(|message| message.receivers.iter().any(|one| one == key)).cloned().collect();
    let party = party::all(db, &placed.what, now)?.into_iter().find(|party| party.account == key);
    let reached = own.iter().any(|message| message.sent_at().is_some());
    let occurrence = placed.what.occurrence(party::hidden(db, &placed.what)?);
    let there = match &party {
        Some(party) => stays(reached, &occurrence, &party.standing(), now),
        None => reached,
    };
    let known = person::get(db, &placed.what.person)?;
    Ok(there.then_some(View { placed, mine, own, all, known, party }))
}

fn entry(db: &Connection, key: &str, view: &View) -> rusqlite::Result<MessageEntry> {
    let View { placed, mine, own, .. } = view;
    let what = &placed.what;
    let name = match &view.known {
        Some(known) => known.name.clone(),
        None => account::get(db, key)?.name,
    };
    let document = match &what.document {
        Some(id) if document::visible(db, key, id)? => Some(id.clone()),
        _ => None,
    };
    let not_sent = own.iter().find_map(|message| message.not_sent.clone());
    let reason = mine.reason.clone().or(not_sent);
    let tries: Vec<_> = own.iter().map(Kept::tries).collect();
    let paths: Vec<&[_]> = tries.iter().map(Vec::as_slice).collect();
    let untrue = reason.as_ref().and_then(Coded::known).is_some_and(WhyNot::is_untrue);
    let state = overall(&paths, untrue);
    let (by, since, until): (Option<Channel>, _, _) = match state {
        Overall::Arrived { by, at } | Overall::Sent { by, at } => (Some(by), Some(at), None),
        Overall::Waiting { until } => (None, None, Some(until)),
        _ => (None, None, None),
    };
    Ok(MessageEntry {
        id: placed.id(),
        at: what.at,
        subject: Coded::Known(what.subject),
        sender: Coded::Known(
            what.subject.sender_in(view.known.as_ref().and_then(|known| known.owner.system)),
        ),
        urgency: Coded::Known(what.subject.urgency()),
        person: what.person.clone(),
        name,
        document,
        line: line(own),
        told: Coded::Known(mine.told),
        with: mine.with.as_ref().map(|other| account::get(db, other)).transpose()?.map(|other| other.name),
        reason,
        state: Coded::Known(state.code()),
        by: by.map(Coded::Known),
        since,
        until,
    })
}

/// The title, or the first line, of what was sent first.
fn line(own: &[Kept]) -> Option<String> {
    let sent = own.iter().flat_map(|message| &message.legs).filter(|leg| leg.text.is_some());
    let first = sent.min_by_key(|leg| leg.sent_at())?.text.as_ref()?;
    let line = || first.text.lines().next().map(str::to_owned);
    first.title.clone().or_else(line)
}

fn whole(db: &Connection, key: &str, view: &View, now: DateTime<Utc>) -> rusqlite::Result<Message> {
    let View { placed, mine, own, .. } = view;
    let names = names(db, placed)?;
    let contacts = contact::all(db, key)?;
    let shown = |leg: &Leg| {
        let here = contacts.iter().find(|contact| contact.address == leg.address);
        match here {
            Some(contact) => contact.shown().to_owned(),
            // It was one's own; of a device only the token would be left.
            None if leg.account == key && leg.channel.reach() != Reach::Device => leg.address.clone(),
            None => masked(leg),
        }
    };
    let first = own.first();
    let details = MessageDetails {
        ground: Coded::Known(ground(placed.what.subject, mine.own)),
        because: first.map(|message| Coded::Known(message.because)),
        language: first.map(|message| Coded::Known(message.language)),
        deliveries: own.iter().map(|message| delivery(message, &names, shown)).collect(),
        not_by: mine.not_by.clone(),
        others: others(key, view, &names),
        replaced_by: replaced_by(db, key, placed, now)?,
        replaces: replaces(db, key, placed, now)?,
    };
    Ok(Message { entry: entry(db, key, view)?, details })
}

/// The names of all who came into question.
fn names(db: &Connection, placed: &Placed) -> rusqlite::Result<BTreeMap<String, String>> {
    let accounts = placed.answers.iter().flatten().map(|answer| answer.account.clone());
    accounts.map(|key| account::get(db, &key).map(|account| (key, account.name))).collect()
}

fn delivery(message: &Kept, names: &BTreeMap<String, String>, shown: impl Fn(&Leg) -> String) -> Delivery {
    let name = |key: &String| names.get(key).cloned();
    let held = !message.held_for.is_empty();
    let legs = message.legs.iter().map(|leg| {
        let state = leg.history.last().cloned();
        DeliveryLeg {
            channel: Coded::Known(leg.channel),
            contact: shown(leg),
            state: state
                .unwrap_or_else(|| contract::notification::DeliveryState::new(leg.state(), message.release)),
            history: leg.history.clone(),
            times: leg.times,
            text: leg.text.clone(),
        }
    });
    Delivery {
        id: message.id.clone(),
        receivers: message.receivers.iter().filter_map(name).collect(),
        held_until: held.then_some(message.release),
        held_for: message.held_for.iter().filter_map(name).collect(),
        wait_minutes: message.wait,
        not_sent: message.not_sent.clone(),
        legs: legs.collect(),
    }
}

/// Another's contact.
fn masked(leg: &Leg) -> String {
    Address::parse(leg.channel.reach(), &leg.address).map_or_else(|_| "***".to_owned(), |one| one.masked())
}

/// Who else is told, for who may know.
fn others(key: &str, view: &View, names: &BTreeMap<String, String>) -> Vec<OtherReceiver> {
    let has_account = view.known.as_ref().is_some_and(|known| known.account.is_some());
    let sees = view.party.as_ref().is_some_and(|party| sees_others(&party.standing(), has_account));
    let told = view.placed.answers.iter().flatten().filter(|answer| sees && answer.account != key);
    told.filter(|answer| answer.told != Told::Not)
        .filter_map(|answer| {
            let theirs = view.all.iter().filter(|message| message.receivers.contains(&answer.account));
            let at = theirs.filter_map(Kept::sent_at).min();
            Some(OtherReceiver { name: names.get(&answer.account)?.clone(), at })
        })
        .collect()
}

/// The place of the newer message that takes the place of one.
fn newer(db: &Connection, placed: &Placed, now: DateTime<Utc>) -> rusqlite::Result<Option<i64>> {
    let fact = placed.what.occurrence(false).fact();
    let Err(Outdated::Replaced { by, at }) = still_true(&fact, &occurrence::later(db, placed)?, now) else {
        return Ok(None);
    };
    let all = occurrence::of_thing(db, &placed.thing)?;
    let is_it =
        |other: &&Placed| other.place != placed.place && other.what.subject == by && other.what.at == at;
    Ok(all.iter().rev().find(is_it).map(|other| other.place))
}

/// Whether it stands in the list of an account.
fn stands(db: &Connection, key: &str, place: i64) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT count(*) > 0 FROM message_reader WHERE account = ? AND occurrence = ?")?
        .query_row((key, place), |row| row.get(0))
}

fn replaced_by(
    db: &Connection,
    key: &str,
    placed: &Placed,
    now: DateTime<Utc>,
) -> rusqlite::Result<Option<MessageId>> {
    match newer(db, placed, now)? {
        Some(place) if stands(db, key, place)? => Ok(Some(id_of(place))),
        _ => Ok(None),
    }
}

fn replaces(
    db: &Connection,
    key: &str,
    placed: &Placed,
    now: DateTime<Utc>,
) -> rusqlite::Result<Vec<MessageId>> {
    let mut all = Vec::new();
    for other in occurrence::of_thing(db, &placed.thing)? {
        if other.place != placed.place
            && newer(db, &other, now)? == Some(placed.place)
            && stands(db, key, other.place)?
        {
            all.push(other.id());
        }
    }
    Ok(all)
}
