//! `POST /mock/deliveries`: the carrier says something of a message, by hand.

use axum::extract::State;
use axum::http::StatusCode;
use contract::MessageId;
use contract::problem::ProblemCode;
use contract::wire::closed;
use domain::notification::Channel;
use serde::Deserialize;

use crate::extract::Body;
use crate::refusal::Refusal;
use crate::state::{Shared, Signal};
use crate::store::notification::{message, pump};

/// What it says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// One way of a message, by its id, as in the outbox.
    pub message: MessageId,
    /// Of which of its channels.
    #[serde(with = "closed")]
    pub channel: Channel,
    /// `delivered`, `read`, or the code of a failure.
    pub signal: String,
}

/// Takes it as word from the carrier.
///
/// # Errors
/// `not_found` for a message or a channel of it that is not there, `malformed` for what is no word of a carrier, or what the
/// channel never tells or cannot be any more.
pub async fn handle(State(app): State<Shared>, Body(said): Body<Said>) -> Result<StatusCode, Refusal> {
    app.sync()?;
    let signal = pump::signal_of(&said.signal).ok_or(ProblemCode::Malformed)?;
    let now = app.clock.now();
    app.store.atomically(|db| {
        let not_found = || Refusal::from(ProblemCode::NotFound);
        let mut kept = message::get(db, said.message.as_str())?.ok_or_else(not_found)?;
        let place = kept.legs.iter().position(|leg| leg.channel == said.channel).ok_or_else(not_found)?;
        if pump::heard(db, &mut kept, place, signal, now)? {
            Ok::<_, Refusal>(())
        } else {
            Err(ProblemCode::Malformed.into())
        }
    })?;
    app.sync()?;
    app.signal(Signal::Changed);
    Ok(StatusCode::NO_CONTENT)
}
