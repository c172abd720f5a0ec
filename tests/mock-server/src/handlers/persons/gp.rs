//! `GET /api/v1/persons/{person}/gp`: with which GP one person is registered.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::access::Deed;

use super::looked;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::registration;
use crate::store::session::Session;

/// Answers with the registration, or why there is none, and its tag. Unknown and foreign ids get the same answer.
///
/// # Errors
/// `not_allowed`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(person): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    looked(&app, &session, &person, &headers, Deed::LookedAtGp, registration::seen)
}
