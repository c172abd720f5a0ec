//! Sessions and the history of sign-ins.

use chrono::{DateTime, Utc};
use contract::SessionId;
use contract::account::{ActiveSession, SignIn};
use domain::session::{Expiry, Phase};
use rusqlite::{Connection, OptionalExtension as _};

use crate::store::instant;

/// How many sign-ins the history shows.
const HISTORY: u32 = 50;

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The secret in the cookie.
    pub token: String,
    /// Its opaque id.
    pub id: String,
    /// Key of the account.
    pub account: String,
    /// What every write must send back.
    pub csrf: String,
    /// When it began.
    pub began: DateTime<Utc>,
    /// When the person last did something in it.
    pub used: DateTime<Utc>,
    /// Whether no person caused the request that came with it.
    pub background: bool,
}

impl Session {
    /// When it ends.
    #[must_use]
    pub fn expiry(&self) -> Expiry {
        Expiry::of(self.began, self.used)
    }
}

/// What is known of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Unknown,
    /// It was a session once.
    Over,
    /// It is a session.
    Live(Session),
}

/// Looks a token up.
///
/// # Errors
/// Those of the database.
pub fn find(db: &Connection, token: &str, now: DateTime<Utc>) -> rusqlite::Result<Found> {
    let found = db
        .prepare_cached("SELECT id, account, csrf, began, used, ended FROM session WHERE token = ?")?
        .query_row([token], |row| {
            let ended: bool = row.get(5)?;
            let session = Session {
                token: token.to_owned(),
                id: row.get(0)?,
                account: row.get(1)?,
                csrf: row.get(2)?,
                began: instant(row, 3)?,
                used: instant(row, 4)?,
                background: false,
            };
            Ok((session, ended))
        })
        .optional()?;
    Ok(match found {
        None => Found::Unknown,
        Some((session, ended)) if ended || session.expiry().phase(now) == Phase::Over => Found::Over,
        Some((session, _)) => Found::Live(session),
    })
}

/// Begins a session.
///
/// # Errors
/// Those of the database.
pub fn begin(db: &Connection, session: &Session, device: &str) -> rusqlite::Result<()> {
    let (began, used) = (session.began.timestamp_micros(), session.used.timestamp_micros());
    db.execute(
        "INSERT INTO session (token, id, account, csrf, device, began, used) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (&session.token, &session.id, &session.account, &session.csrf, device, began, used),
    )?;
    Ok(())
}

/// Notes that the person did something.
///
/// # Errors
/// Those of the database.
pub fn touch(db: &Connection, token: &str, now: DateTime<Utc>) -> rusqlite::Result<()> {
    db.execute("UPDATE session SET used = ? WHERE token = ?", (now.timestamp_micros(), token))?;
    Ok(())
}

/// Ends a session.
///
/// # Errors
/// Those of the database.
pub fn end(db: &Connection, token: &str) -> rusqlite::Result<()> {
    db.execute("UPDATE session SET ended = 1 WHERE token = ?", [token])?;
    Ok(())
}

/// Ends all sessions of the account but this one, and says how many.
///
/// # Errors
/// Those of the database.
pub fn end_others(db: &Connection, own: &Session, now: DateTime<Utc>) -> rusqlite::Result<u32> {
    let others: Vec<_> = live(db, own, now)?.into_iter().filter(|session| !session.current).collect();
    for other in &others {
        db.execute("UPDATE session SET ended = 1 WHERE id = ?", [other.id.as_str()])?;
    }
    Ok(u32::try_from(others.len()).unwrap_or(u32::MAX))
}

/// All sessions of the account that have not ended, newest first.
///
/// # Errors
/// Those of the database.
pub fn live(db: &Connection, own: &Session, now: DateTime<Utc>) -> rusqlite::Result<Vec<ActiveSession>> {
    let sql = "SELECT id, device, began, used FROM session WHERE account = ? AND ended = 0 \
               ORDER BY began DESC, rowid DESC";
    let sessions: Vec<ActiveSession> = db
        .prepare_cached(sql)?
        .query_map([&own.account], |row| {
            let id: String = row.get(0)?;
            Ok(ActiveSession {
                current: id == own.id,
                id: SessionId(id),
                device: row.get(1)?,
                began: instant(row, 2)?,
                last_used: instant(row, 3)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let over =
        |session: &ActiveSession| Expiry::of(session.began, session.last_used).phase(now) == Phase::Over;
    Ok(sessions.into_iter().filter(|session| !over(session)).collect())
}

/// Adds an attempt to the history.
///
/// # Errors
/// Those of the database.
pub fn record_sign_in(db: &Connection, account: &str, attempt: &SignIn) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO sign_in VALUES (?, ?, ?, ?)",
        (account, attempt.at.timestamp_micros(), &attempt.device, attempt.succeeded),
    )?;
    Ok(())
}

/// The history, newest first.
///
/// # Errors
/// Those of the database.
pub fn sign_ins(db: &Connection, account: &str) -> rusqlite::Result<Vec<SignIn>> {
    let sql =
        "SELECT at, device, succeeded FROM sign_in WHERE account = ? ORDER BY at DESC, rowid DESC LIMIT ?";
    db.prepare_cached(sql)?
        .query_map((account, HISTORY), |row| {
            Ok(SignIn { at: instant(row, 0)?, device: row.get(1)?, succeeded: row.get(2)? })
        })?
        .collect()
}
