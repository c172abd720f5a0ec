//! `GET /api/v1/persons/{person}/prevention`: one person's check-ups, follow-up and immunisations.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::access::{About, Action, Deed};

use crate::handlers::persons::looked;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::may;
use crate::store::prevention;
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
    looked(&app, &session, &person, &headers, Deed::LookedAtPrevention, |db, account, person| {
        let allowed = may(db, account, person, Action::SeePrevention, About::default())?;
        if allowed { prevention::of(db, person) } else { Ok(None) }
    })
}
