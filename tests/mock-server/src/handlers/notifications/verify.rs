//! `POST /api/v1/notifications/contacts/{id}/verification`.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use contract::notification::ContactCode;
use contract::problem::ProblemCode;
use domain::notification::Tried;

use crate::extract::Body;
use crate::refusal::{Refusal, too_many};
use crate::state::Shared;
use crate::store::notification::contact;
use crate::store::session::Session;

/// Verifies the contact if it is the code that was sent last. Wrong ones are counted.
///
/// # Errors
/// `not_allowed` for one that is not there or somebody else's, `invalid_fields` with `code.wrong`, `code.form`, `code.lapsed` or
/// `code.none`, `too_many` with the seconds to wait.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
    Body(typed): Body<ContactCode>,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let answer = app.store.atomically(|db| {
        let mut kept =
            contact::get(db, &session.account, &id)?.ok_or(Refusal::from(ProblemCode::NotAllowed))?;
        let refused = match kept.challenge.try_code(&typed.code, now) {
            Tried::Right => {
                kept.verified = Some(now);
                kept.challenge.code = None;
                None
            }
            Tried::Wrong { .. } => {
                kept.challenge.wrong.push(now);
                Some(problem("code.wrong"))
            }
            Tried::NoCode => Some(problem("code.form")),
            Tried::Lapsed { .. } => Some(problem("code.lapsed")),
            Tried::NoneSent => Some(problem("code.none")),
            Tried::Locked { until } => Some(too_many(until, now)),
        };
        contact::put(db, &session.account, &kept)?;
        // What was counted stays counted: so a refusal is an answer here, and no error that would undo it.
        let wire = contact::wire(db, &kept, now)?;
        Ok::<_, Refusal>(refused.map_or(Ok(wire), Err))
    })?;
    Ok(answer.map_or_else(|response| response, |wire| Json(wire).into_response()))
}

fn problem(code: &str) -> Response {
    Refusal::of_field("/code", code).into_response()
}
