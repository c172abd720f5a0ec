//! `GET /api/v1/persons`.

use axum::extract::State;
use axum::{Extension, Json};
use contract::person::Persons;

use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::account;
use crate::store::session::Session;

/// Answers with the account holder and those they care for.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
) -> Result<Json<Persons>, Refusal> {
    let persons = app.store.with(|db| account::persons(db, &session.account))?;
    Ok(Json(Persons { persons }))
}
