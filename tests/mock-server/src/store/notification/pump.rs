//! Does everything that is due, each thing at its own instant: a clock that jumps makes the same history as one that walks.

use chrono::{DateTime, TimeDelta, Utc};
use domain::coded::{Code as _, Coded};
use domain::notification::delivery::{Failure, Signal, StateCode};
use rusqlite::{Connection, OptionalExtension as _};

use crate::store::instant;
use crate::store::notification::message::Kept;
use crate::store::notification::{ahead, contact, message, occurrence, planned, send};

/// What is due, the earliest first. At the same instant what happened goes before what the carrier says, and that before what
/// follows from both.
const NEXT: &str = "SELECT at, what, place FROM (\
    SELECT * FROM (SELECT at, 0 AS what, place FROM occurrence WHERE answers IS NULL ORDER BY at, place LIMIT 1) \
    UNION ALL SELECT * FROM (SELECT at, 1, place FROM carrier_word ORDER BY at, place LIMIT 1) \
    UNION ALL SELECT * FROM (SELECT due, 2, place FROM message WHERE due IS NOT NULL ORDER BY due, place LIMIT 1)) \
    WHERE at <= ? ORDER BY at, what LIMIT 1";

/// How far the clock moves before it is written down up to when everything was done.
const STRIDE: TimeDelta = TimeDelta::minutes(1);

/// Does everything that is due up to `now`.
///
/// # Errors
/// Those of the database.
pub fn pump(db: &Connection, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let before = pumped(db)?;
    let from = before.filter(|from| *from <= now);
    if let Some(from) = from {
        ahead::tell(db, from, now)?;
    }
    // What the clock alone brings about is told once however often it is asked: not every request has to write.
    if before.is_none_or(|before| (now - before).abs() >= STRIDE) {
        if let Some(from) = from {
            ahead::tell_by_rules(db, from, now)?;
        }
        set_pumped(db, now)?;
    }
    let next = || {
        let found = db.prepare_cached(NEXT)?.query_row([now.timestamp_micros()], |row| {
            Ok((instant(row, 0)?, row.get::<_, u8>(1)?, row.get::<_, i64>(2)?))
        });
        found.optional()
    };
    while let Some((at, what, place)) = next()? {
        match what {
            0 => {
                if let Some(placed) = occurrence::get(db, place)? {
                    planned::all(db, &placed, at)?;
                }
            }
            1 => word(db, place, at)?,
            _ => send::step(db, place, at)?,
        }
    }
    Ok(())
}

/// Up to when everything was done; `None` before the first time.
fn pumped(db: &Connection) -> rusqlite::Result<Option<DateTime<Utc>>> {
    let sql = "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'pumped'";
    db.prepare_cached(sql)?.query_row([], |row| instant(row, 0)).optional()
}

fn set_pumped(db: &Connection, now: DateTime<Utc>) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO meta VALUES ('pumped', ?)")?
        .execute([now.timestamp_micros().to_string()])?;
    Ok(())
}

/// What the carrier says at its time.
fn word(db: &Connection, place: i64, at: DateTime<Utc>) -> rusqlite::Result<()> {
    let (id, leg, code): (String, u32, String) = db
        .prepare_cached("DELETE FROM carrier_word WHERE place = ? RETURNING message, leg, word")?
        .query_row([place], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let Some(mut message) = message::get(db, &id)? else { return Ok(()) };
    if let Some(signal) = signal_of(&code) {
        // What the table does not allow any more, such as a failure after it arrived, changes nothing.
        heard(db, &mut message, usize::try_from(leg).unwrap_or(usize::MAX), signal, at)?;
    }
    Ok(())
}

/// The carrier says something of one channel of a message: whether that changed anything.
///
/// # Errors
/// Those of the database.
pub fn heard(
    db: &Connection,
    message: &mut Kept,
    place: usize,
    signal: Signal,
    at: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    if place >= message.legs.len() || message.signal(place, signal, at).is_err() {
        return Ok(false);
    }
    if let (Signal::Fail(why), Some(leg)) = (signal, message.legs.get(place))
        && why.stops_channel()
    {
        contact::stop(db, &leg.address, leg.channel, Some(at))?;
    }
    message::put(db, message, Some(at))?;
    Ok(true)
}

/// What the carrier says, by its code: `delivered`, `read`, or why it failed.
#[must_use]
pub fn signal_of(code: &str) -> Option<Signal> {
    match (StateCode::from_code(code), Failure::from_code(code)) {
        (Coded::Known(StateCode::Delivered), _) => Some(Signal::Deliver),
        (Coded::Known(StateCode::Read), _) => Some(Signal::Read),
        (_, Coded::Known(why)) => Some(Signal::Fail(why)),
        _ => None,
    }
}

/// The code of what the carrier says; `None` of what it never says.
#[must_use]
pub fn code_of(signal: Signal) -> Option<&'static str> {
    match signal {
        Signal::Deliver => Some(StateCode::Delivered.code()),
        Signal::Read => Some(StateCode::Read.code()),
        Signal::Fail(why) => Some(why.code()),
        _ => None,
    }
}
