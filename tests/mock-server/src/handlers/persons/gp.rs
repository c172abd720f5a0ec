//! `GET /api/v1/persons/{person}/gp`: with which GP one person is registered.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use contract::PersonId;
use contract::problem::ProblemCode;
use domain::access::Deed;

use crate::etag;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::log::{self, Note};
use crate::store::access::seen;
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
    let person = PersonId::parse(&person).ok_or(ProblemCode::NotAllowed)?;
    let now = app.clock.now();
    let found = app.store.atomically(|db| {
        let found = registration::seen(db, &session.account, &person)?;
        if seen(db, &session.account, &person)?.is_some() {
            let (deed, allowed) = (Deed::LookedAtGp, found.is_some());
            log::note(db, &session, now, Note { person: &person, deed, document: None, allowed })?;
        }
        Ok::<_, Refusal>(found)
    })?;
    let record = found.ok_or(ProblemCode::NotAllowed)?;
    Ok(etag::json(&headers, serde_json::to_string(&record)?))
}
