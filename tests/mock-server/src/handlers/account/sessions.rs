//! `GET /api/v1/account/sessions`.

use axum::extract::State;
use axum::{Extension, Json};
use contract::account::ActiveSessions;

use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::session::{self, Session};

/// Answers with the sessions that have not ended, newest first.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    State(app): State<Shared>,
    Extension(own): Extension<Session>,
) -> Result<Json<ActiveSessions>, Refusal> {
    let sessions = app.store.with(|db| session::live(db, &own, app.clock.now()))?;
    Ok(Json(ActiveSessions { sessions }))
}
