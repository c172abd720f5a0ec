//! `GET /api/v1/account/corrections`.

use axum::extract::State;
use axum::{Extension, Json};
use contract::correction::Corrections;

use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::correction;
use crate::store::session::Session;

/// Answers with what was asked to be corrected, newest first.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
) -> Result<Json<Corrections>, Refusal> {
    let corrections = app.store.with(|db| correction::of_account(db, &session.account))?;
    Ok(Json(Corrections { corrections }))
}
