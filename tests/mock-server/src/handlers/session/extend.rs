//! `POST /api/v1/session/extension`: the person wants to stay.

use axum::extract::State;
use axum::{Extension, Json};
use contract::session::SessionExpiry;

use crate::refusal::Refusal;
use crate::state::{Shared, Signal};
use crate::store::session::Session;

/// Answers with the new end. The guard in front has moved it already, as it does for everything a person does.
///
/// # Errors
/// None of its own.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
) -> Result<Json<SessionExpiry>, Refusal> {
    app.signal(Signal::Changed);
    Ok(Json(session.expiry().into()))
}
