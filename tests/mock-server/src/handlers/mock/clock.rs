//! `GET` and `PUT /mock/clock`.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, TimeDelta, Utc};
use contract::problem::ProblemCode;
use serde::{Deserialize, Serialize};

use crate::clock::Setting;
use crate::extract::Body;
use crate::refusal::Refusal;
use crate::state::{Shared, Signal};

/// What the clock shows.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Shown {
    /// Now.
    pub now: DateTime<Utc>,
    /// Whether it stands.
    pub standing: bool,
}

/// How to move it.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Move {
    /// By so many seconds, onwards or back.
    Advance {
        /// Seconds.
        advance_seconds: i64,
    },
    /// To an instant, where it stands; null lets it run with real time.
    Put {
        /// The instant.
        now: Option<DateTime<Utc>>,
    },
}

/// Answers with what it shows.
pub async fn get(State(app): State<Shared>) -> Json<Shown> {
    Json(shown(&app))
}

/// Moves the clock; sessions that are over by it end at once.
///
/// # Errors
/// `malformed` for a time out of range.
pub async fn put(State(app): State<Shared>, Body(change): Body<Move>) -> Result<Json<Shown>, Refusal> {
    apply(&app, change)?;
    Ok(Json(shown(&app)))
}

/// Moves the clock and wakes the streams.
///
/// # Errors
/// `malformed` for a time out of range.
pub fn apply(app: &Shared, change: Move) -> Result<(), Refusal> {
    /// A century: enough for every demonstration, and far from the ends of time.
    const FARTHEST: TimeDelta = TimeDelta::days(36_525);
    match change {
        Move::Put { now } => app.clock.put(now),
        Move::Advance { advance_seconds } => {
            let by = TimeDelta::try_seconds(advance_seconds).filter(|by| by.abs() < FARTHEST);
            app.clock.advance(by.ok_or(ProblemCode::Malformed)?);
        }
    }
    app.sync()?;
    app.signal(Signal::Changed);
    Ok(())
}

/// What the clock shows.
#[must_use]
pub fn shown(app: &Shared) -> Shown {
    Shown { now: app.clock.now(), standing: matches!(app.clock.setting(), Setting::Standing(_)) }
}
