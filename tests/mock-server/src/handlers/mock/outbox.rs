//! `GET /mock/outbox`: what would have been sent. `POST /mock/stops`: somebody texts STOP or START to the carrier.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use contract::problem::ProblemCode;
use contract::wire::closed;
use domain::notification::{Channel, Reach};
use serde::{Deserialize, Serialize};

use crate::extract::Body;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::notification::outbox::Left;
use crate::store::notification::{contact, outbox};

/// What would have been sent, the oldest first.
#[derive(Debug, Serialize)]
pub struct Outbox {
    messages: Vec<Left>,
    /// What could not be written, so that it did not leave, with the reason.
    failed: Vec<Left>,
}

/// What somebody did outside the portal.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// The number, as it stands in the contacts.
    pub address: String,
    /// The channel.
    #[serde(with = "closed")]
    pub channel: Channel,
    /// Whether it is stopped from now on, or goes on.
    pub stopped: bool,
}

/// Answers with the outbox.
///
/// # Errors
/// Those of the database.
pub async fn list(State(app): State<Shared>) -> Result<Json<Outbox>, Refusal> {
    app.sync()?;
    let (failed, messages) =
        app.store.with(outbox::all)?.into_iter().partition(|left| !left.problem.is_empty());
    Ok(Json(Outbox { messages, failed }))
}

/// Stops a channel at a number, or lets it go on.
///
/// # Errors
/// `malformed` for a channel that nobody can stop by a word to the carrier.
pub async fn stop(State(app): State<Shared>, Body(asked): Body<Stop>) -> Result<StatusCode, Refusal> {
    if asked.channel.reach() != Reach::Phone {
        return Err(ProblemCode::Malformed.into());
    }
    app.sync()?;
    let since = asked.stopped.then(|| app.clock.now());
    app.store.with(|db| contact::stop(db, &asked.address, asked.channel, since))?;
    Ok(StatusCode::NO_CONTENT)
}
