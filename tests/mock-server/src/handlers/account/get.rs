//! `GET /api/v1/account`.

use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::etag;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::account;
use crate::store::session::Session;

/// Answers with name, contacts and language, and their tag.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let account = app.store.with(|db| account::get(db, &session.account))?;
    Ok(etag::json(&headers, serde_json::to_string(&account)?))
}
