//! `GET /api/v1/account/closure`: what is in the way of closing the account.

use axum::extract::State;
use axum::{Extension, Json};
use contract::closure::Closing;

use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::closure;
use crate::store::session::Session;

/// Answers with what is still open.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
) -> Result<Json<Closing>, Refusal> {
    let open = app.store.with(|db| closure::open(db, &session.account))?;
    Ok(Json(Closing { open }))
}
