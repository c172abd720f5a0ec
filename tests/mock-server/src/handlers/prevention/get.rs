//! `GET /api/v1/persons/{person}/prevention`: one person's check-ups, follow-up and immunisations.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::access::{Action, Deed};

use super::find;
use crate::etag;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::session::Session;

/// Answers with what is known, and its tag. Unknown and foreign ids get the same answer.
///
/// # Errors
/// `not_allowed`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(person): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let (_, found) = find(&app, &session, &person, Action::SeePrevention, Deed::LookedAtPrevention)?;
    Ok(etag::json(&headers, serde_json::to_string(&found)?))
}
