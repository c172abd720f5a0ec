//! `DELETE /api/v1/persons/{person}/prevention/marks/{mark}`: takes a mark back.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use contract::CheckUpMarkId;
use contract::problem::ProblemCode;
use domain::access::Deed;

use super::{answered, changed};
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::prevention;
use crate::store::session::Session;

/// Takes the mark back, whoever made it, and answers with what is known now.
///
/// # Errors
/// `not_allowed`, also for a mark that there is not; `precondition_missing`, `changed`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path((person, mark)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let body = changed(&app, &session, &headers, &person, Deed::TookMarkBack, |db, id, _| {
        let mark = CheckUpMarkId::parse(&mark).ok_or(ProblemCode::NotAllowed)?;
        if prevention::unmark(db, id, &mark)? { Ok(()) } else { Err(ProblemCode::NotAllowed.into()) }
    })?;
    Ok(answered(StatusCode::OK, body))
}
