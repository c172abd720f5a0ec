//! `GET /api/v1/persons/{person}/commission`: a person's plan for TELK.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use contract::PersonId;
use contract::problem::ProblemCode;
use domain::access::{Action, Deed};

use crate::etag;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::log::{self, Note};
use crate::store::access::seen;
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
    let person = PersonId::parse(&person).ok_or(ProblemCode::NotAllowed)?;
    let now = app.clock.now();
    let plan = app.store.atomically(|db| {
        let allowed = commission::may(db, &session.account, &person, Action::SeePlan)?;
        if seen(db, &session.account, &person)?.is_some() {
            let deed = Deed::LookedAtPlan;
            log::note(db, &session, now, Note { person: &person, deed, document: None, allowed })?;
        }
        let plan = if allowed { Some(commission::wire(db, &person, now)?) } else { None };
        Ok::<_, Refusal>(plan)
    })?;
    let plan = plan.ok_or(ProblemCode::NotAllowed)?;
    Ok(etag::json(&headers, serde_json::to_string(&plan)?))
}
