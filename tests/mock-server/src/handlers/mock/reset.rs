//! `POST /mock/reset`: everything as at the start.

use axum::extract::State;
use axum::http::StatusCode;

use crate::refusal::Refusal;
use crate::state::Shared;

/// Puts data, clock, failures, sessions and log back. Who was signed in no longer is.
///
/// # Errors
/// Those of the database.
pub async fn handle(State(app): State<Shared>) -> Result<StatusCode, Refusal> {
    app.reset()?;
    Ok(StatusCode::NO_CONTENT)
}
