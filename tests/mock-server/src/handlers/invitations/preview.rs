//! `POST /api/v1/invitations/preview`: what a code would open.

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use contract::access::{CodeEntered, Preview};
use contract::problem::ProblemCode;
use domain::coded::Coded;

use crate::extract::Body;
use crate::handlers::invitations::code;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::grant::Done;
use crate::store::session::Session;

/// Answers with what would be accepted; the code stays open.
///
/// # Errors
/// Those of a code.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Body(entered): Body<CodeEntered>,
) -> Result<Response, Refusal> {
    let (placed, known) = match code::open(&app, &session, &entered.code, app.clock.now()) {
        Ok(found) => found,
        Err(answer) => return Ok(*answer),
    };
    let (Done::Invited(open_until), Some(until)) = (placed.kept.done, placed.kept.until) else {
        return Err(ProblemCode::Internal.into());
    };
    let preview = Preview {
        name: known.name,
        basis: Coded::Known(placed.kept.basis),
        scopes: placed.kept.scopes,
        kinds: placed.kept.kinds,
        until,
        open_until,
    };
    Ok(Json(preview).into_response())
}
