//! `GET /api/v1/notifications/preferences`.

use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use contract::notification::NotificationPreferences;

use crate::etag;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::notification::preference;
use crate::store::session::Session;

/// Answers with what the account wants to be told, and its tag.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let preferences = app.store.with(|db| preference::of(db, &session.account))?;
    let body = serde_json::to_string(&NotificationPreferences::from(&preferences))?;
    Ok(etag::json(&headers, body))
}
