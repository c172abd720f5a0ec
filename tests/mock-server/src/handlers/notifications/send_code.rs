//! `POST /api/v1/notifications/contacts/{id}/code`.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use contract::problem::ProblemCode;
use domain::notification::proof_channel;

use crate::refusal::{Refusal, too_many};
use crate::state::Shared;
use crate::store::notification::{cause, contact, pump};
use crate::store::session::Session;

/// Sends a code to the contact; those before it serve no longer.
///
/// # Errors
/// `not_allowed` for one that is not there or somebody else's, `too_many` with the seconds to wait.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let code = contact::code()?;
    let answer = app.store.atomically(|db| {
        let mut kept =
            contact::get(db, &session.account, &id)?.ok_or(Refusal::from(ProblemCode::NotAllowed))?;
        let Some(channel) = proof_channel(kept.reach) else { return Err(ProblemCode::NotAllowed.into()) };
        if let Err(free) = kept.challenge.may_send(now) {
            return Ok(Err(too_many(free, now)));
        }
        if kept.verified.is_none() {
            kept.challenge.code = Some(code);
            kept.challenge.sent.push(now);
            contact::put(db, &session.account, &kept)?;
            let to = (channel, kept.address.as_str());
            cause::contact_code(db, &session.account, &id, to, &code.to_string(), now)?;
            pump::pump(db, now)?;
        }
        Ok::<_, Refusal>(Ok(contact::wire(db, &kept, now)?))
    })?;
    Ok(answer.map_or_else(|response| response, |wire| Json(wire).into_response()))
}
