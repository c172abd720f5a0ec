//! `GET /api/v1/notifications/messages/{id}`: the whole of one message.

use axum::extract::{Path, State};
use axum::{Extension, Json};
use contract::notification::Message;
use contract::problem::ProblemCode;

use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::notification::inbox;
use crate::store::session::Session;

/// Answers with it.
///
/// # Errors
/// `not_allowed` for one that is not there or not in the list of who asks.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
) -> Result<Json<Message>, Refusal> {
    let now = app.clock.now();
    let found = app.store.with(|db| inbox::one(db, &session.account, &id, now))?;
    found.map(Json).ok_or_else(|| ProblemCode::NotAllowed.into())
}
