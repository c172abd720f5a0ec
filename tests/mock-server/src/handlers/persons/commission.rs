//! `GET /api/v1/persons/{person}/commission`: a person's plan for TELK.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::access::{Action, Deed};

use super::looked;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::commission;
use crate::store::session::Session;

/// Answers with the plan and its tag. Unknown and foreign ids get the same answer.
///
/// # Errors
/// `not_allowed`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(person): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    looked(&app, &session, &person, &headers, Deed::LookedAtPlan, |db, account, person| {
        let allowed = commission::may(db, account, person, Action::SeePlan)?;
        if allowed { commission::wire(db, person, now).map(Some) } else { Ok(None) }
    })
}
