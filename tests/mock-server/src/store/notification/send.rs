//! One message, one step at a time: wait, send, try again, go on with the next channel, or stop.

use chrono::{DateTime, TimeDelta, Utc};
use contract::notification::SentText;
use domain::coded::{Code as _, Coded};
use domain::moment::Zone;
use domain::notification::delivery::{Course, Failure, Next, Signal, next_step};
use domain::notification::plan::{Leg as PlannedLeg, Message};
use domain::notification::template::{Template, Value, render, too_long};
use domain::notification::{
    Candidate, Channel, Quiet, Release, Standing, Stays, WhyNot, leave, says_whom, still_true,
};
use domain::sms;
use rusqlite::Connection;

use crate::store::access::person;
use crate::store::notification::message::{self, Kept};
use crate::store::notification::occurrence::{self, Placed};
use crate::store::notification::outbox::{self, Left};
use crate::store::notification::party::{self, Party};
use crate::store::notification::{carrier, pump, text};
use crate::store::{json, template};

/// What stands in the place of a code wherever somebody may read it later.
const MASK: &str = "••••••";

/// Does what comes next with a message at `now`, until there is something to wait for.
///
/// # Errors
/// Those of the database.
pub fn step(db: &Connection, place: i64, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let mut kept: Kept = db
        .prepare_cached("SELECT json FROM message WHERE place = ?")?
        .query_row([place], |row| json(row, 0))?;
    let Some(placed) = occurrence::get(db, kept.occurrence)? else { return message::put(db, &kept, None) };
    let parties = party::all(db, &placed.what, now)?;
    let due = advance(db, &mut kept, &placed, &parties, now)?;
    message::put(db, &kept, due)?;
    if due.is_none() && !is_awaited(db, &kept)? {
        occurrence::forget_code(db, &placed)?;
    }
    Ok(())
}

/// Whether the carrier is going to say more of it.
fn is_awaited(db: &Connection, kept: &Kept) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT count(*) > 0 FROM carrier_word WHERE message = ?")?
        .query_row([kept.id.as_str()], |row| row.get(0))
}

/// Goes on as far as it can; when to look again.
fn advance(
    db: &Connection,
    kept: &mut Kept,
    placed: &Placed,
    parties: &[Party],
    now: DateTime<Utc>,
) -> rusqlite::Result<Option<DateTime<Utc>>> {
    let begun = |kept: &Kept| kept.legs.iter().any(|leg| leg.times > 0 || leg.text.is_some());
    let of = |account: &String| parties.iter().find(|party| party.account == *account);
    let quiet: Vec<(Option<&Quiet>, Zone)> = kept
        .receivers
        .iter()
        .filter_map(of)
        .map(|party| (party.preferences.quiet.as_ref(), party.zone))
        .collect();
    // Each channel is sent a few times at most; what goes round in circles ends here.
    for _ in 0..64 {
        let tries = kept.tries();
        let course = Course {
            tries: &tries,
            wait: TimeDelta::minutes(kept.wait.into()),
            over: placed.what.occurrence(false).fact().over(),
            urgency: placed.what.subject.urgency(),
            quiet: &quiet,
        };
        let next = next_step(&course, now);
        // What was never sent is looked at first: what is not true any more is dropped, not given up.
        let leaves = match next {
            Next::Wait { .. } | Next::Done | Next::Hold { .. } => None,
            Next::GiveUp { .. } if begun(kept) => None,
            _ => Some(leaving(db, kept, placed, parties, now)?),
        };
        if let Some(Err(why)) = &leaves
            && !begun(kept)
        {
            if let Stays::Held { until } = why {
                return Ok(Some(*until));
            }
            kept.drop_rest(WhyNot::of(why).unwrap_or(WhyNot::Over), now);
            return Ok(None);
        }
        let (place, signal) = match (next, leaves) {
            (Next::Wait { until }, _) => return Ok(Some(until)),
            (Next::Hold { place, until }, _) => (place, Signal::Hold { until }),
            (Next::GiveUp { place }, _) => (place, Signal::GiveUp),
            (Next::Send { place } | Next::Release { place } | Next::Retry { place }, Some(Err(_))) => {
                (place, Signal::GiveUp)
            }
            (Next::Fallback { from, .. }, Some(Err(_))) => (from, Signal::GiveUp),
            (Next::Release { place } | Next::Retry { place }, _) => (place, Signal::Queue),
            (Next::Fallback { from, to }, _) => match kept.legs.get(to) {
                Some(leg) => (from, Signal::Replace(leg.channel)),
                None => return Ok(None),
            },
            (Next::Send { place }, Some(Ok(leaving))) => {
                (place, send(db, kept, placed, &leaving, place, now)?)
            }
            (Next::Done, _) | (Next::Send { .. }, None) => return Ok(None),
        };
        if kept.signal(place, signal, now).is_err() {
            return Ok(None);
        }
    }
    Ok(None)
}

/// What may leave: how those stand who are told by it, and which of its channels can still be used.
struct Leaves<'a> {
    standings: Vec<Standing<'a>>,
    legs: Vec<usize>,
}

/// Looks at a message before it leaves, with the contacts and the access of now.
fn leaving<'a>(
    db: &Connection,
    kept: &Kept,
    placed: &Placed,
    parties: &'a [Party],
    now: DateTime<Utc>,
) -> rusqlite::Result<Result<Leaves<'a>, Stays>> {
    let later = occurrence::later(db, placed)?;
    let occurrence = placed.what.occurrence(party::hidden(db, &placed.what)?);
    if placed.what.to.is_some() {
        // It goes to the contact itself: nobody's access and no wish bears upon it.
        let all = Leaves { standings: Vec::new(), legs: (0..kept.legs.len()).collect() };
        return Ok(still_true(&occurrence.fact(), &later, now).map(|()| all).map_err(Stays::Outdated));
    }
    let candidates: Vec<Candidate<'a>> = parties.iter().map(Party::candidate).collect();
    let place = |account: &str| parties.iter().position(|party| party.account == account);
    let mut numbers = Vec::new();
    let mut legs = Vec::new();
    for (number, leg) in kept.legs.iter().enumerate() {
        let Some(candidate) = place(&leg.account) else { continue };
        let same = |contact: &domain::notification::Contact| contact.address.as_str() == leg.address;
        let Some(contact) = parties.get(candidate).and_then(|party| party.contacts.iter().position(same))
        else {
            continue;
        };
        legs.push(PlannedLeg { channel: leg.channel, candidate, contact });
        numbers.push(number);
    }
    let message = Message {
        receivers: kept.receivers.iter().filter_map(|account| place(account)).collect(),
        language: kept.language,
        legs: legs.clone(),
        release: Release { at: kept.release, held: !kept.held_for.is_empty() },
        because: kept.because,
    };
    Ok(leave(&message, &occurrence, &candidates, &later, now).map(|leaving| Leaves {
        standings: leaving
            .receivers
            .iter()
            .filter_map(|place| parties.get(*place))
            .map(Party::standing)
            .collect(),
        legs: legs
            .iter()
            .zip(&numbers)
            .filter(|(leg, _)| leaving.legs.contains(leg))
            .map(|(_, number)| *number)
            .collect(),
    }))
}

/// Sends by one channel, or says why it cannot.
fn send(
    db: &Connection,
    kept: &mut Kept,
    placed: &Placed,
    leaving: &Leaves<'_>,
    place: usize,
    now: DateTime<Utc>,
) -> rusqlite::Result<Signal> {
    let what = &placed.what;
    let Some(leg) = kept.legs.get_mut(place) else { return Ok(Signal::Drop) };
    if !leaving.legs.contains(&place) {
        let stops = crate::store::notification::contact::stops(db, &leg.address)?;
        let stopped = stops.iter().any(|(channel, since)| *channel == leg.channel && *since <= now);
        return Ok(Signal::Fail(if stopped { Failure::Stopped } else { Failure::NoSuchContact }));
    }
    let mut left = Left {
        at: now,
        message: Some(kept.id.clone()),
        account: leg.account.clone(),
        subject: what.subject,
        channel: leg.channel,
        address: leg.address.clone(),
        version: None,
        title: None,
        text: None,
        parts: None,
        code: what.values.get("code").cloned(),
        problem: Vec::new(),
        test: false,
    };
    let found = template::in_use(db, what.subject, leg.channel, kept.language, now)?;
    let mut values: Vec<(String, String)> = what.values.clone().into_iter().collect();
    // The standings of a code are nobody's: it names nobody.
    if what.to.is_none() && says_whom(&leaving.standings) {
        values.extend(person::get(db, &what.person)?.map(|known| ("whom".to_owned(), known.name)));
    }
    let Some(version) = found else {
        left.problem.push("no_version".to_owned());
        outbox::put(db, &left)?;
        return Ok(Signal::Fail(Failure::NoText));
    };
    left.version = Some(version.version);
    let title = version.title.as_ref().map(|title| written(what.subject, title, &values)).transpose()?;
    let body = written(what.subject, &version.text, &values)?;
    let (title, body) = match (title.transpose(), body) {
        (Ok(title), Ok(body)) => (title, body),
        (title, body) => {
            left.problem.extend(title.err().into_iter().chain(body.err()).flatten());
            outbox::put(db, &left)?;
            return Ok(Signal::Fail(Failure::NoText));
        }
    };
    if too_long(&body, leg.channel).is_some() {
        left.problem.push(Failure::TooLong.code().to_owned());
        outbox::put(db, &left)?;
        return Ok(Signal::Fail(Failure::TooLong));
    }
    left.parts = (leg.channel == Channel::Sms)
        .then(|| u32::try_from(sms::count(&body).parts.len()).unwrap_or(u32::MAX));
    let hide =
        |text: &str| left.code.as_ref().map_or_else(|| text.to_owned(), |code| text.replace(code, MASK));
    leg.text = Some(SentText {
        title: title.as_deref().map(hide),
        text: hide(&body),
        parts: left.parts,
        language: Coded::Known(version.language),
        version: version.version,
        version_since: version.since,
    });
    leg.times += 1;
    for (after, signal) in carrier::words(leg.channel, &leg.address, leg.times) {
        db.prepare_cached("INSERT INTO carrier_word (at, message, leg, word) VALUES (?, ?, ?, ?)")?.execute(
            (
                (now + after).timestamp_micros(),
                kept.id.as_str(),
                u32::try_from(place).unwrap_or(u32::MAX),
                pump::code_of(signal),
            ),
        )?;
    }
    (left.title, left.text) = (title, Some(body));
    outbox::put(db, &left)?;
    Ok(Signal::Send)
}

/// A template with those of the values that it asks for; else what is wrong, as `problem:name`.
fn written(
    subject: domain::notification::Subject,
    template: &Template,
    values: &[(String, String)],
) -> rusqlite::Result<Result<String, Vec<String>>> {
    let names = template.names();
    let asked: Vec<(&str, Value)> = values
        .iter()
        .filter(|(name, _)| names.contains(&name.as_str()))
        .map(|(name, value)| (name.as_str(), Value::Text(value.clone())))
        .collect();
    let said = render(template, text::declared(subject)?, &asked);
    Ok(said.map_err(|errors| {
        errors.iter().map(|error| format!("{}:{}", error.problem.code(), error.name)).collect()
    }))
}
