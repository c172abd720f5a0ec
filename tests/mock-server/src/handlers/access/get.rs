//! `GET /api/v1/access`: what was given and is held, and open invitations.

use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::etag;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::view;
use crate::store::session::Session;

/// Answers with all of it, and its tag.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let access = app.store.with(|db| view::all(db, &session.account, now))?;
    Ok(etag::json(&headers, serde_json::to_string(&access)?))
}
