//! `PATCH /api/v1/persons/{person}/commission`: what is absent stays.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use contract::PersonId;
use contract::commission::CommissionPatch;
use contract::problem::{FieldProblem, ProblemCode};
use domain::access::{Action, Deed};
use domain::coded::Code as _;
use domain::telk::plan::{Change, Plan, apply, check};

use crate::etag;
use crate::extract::Body;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::log::{self, Note};
use crate::store::access::seen;
use crate::store::commission;
use crate::store::session::Session;

/// Changes the plan if it is still as the asker saw it, and answers with it and its new tag.
///
/// # Errors
/// `not_allowed`, `precondition_missing`, `changed`, or `invalid_fields` with the codes of `domain::telk::plan` and `code.unknown`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(person): Path<String>,
    headers: HeaderMap,
    Body(patch): Body<CommissionPatch>,
) -> Result<Response, Refusal> {
    let person = PersonId::parse(&person).ok_or(ProblemCode::NotAllowed)?;
    let now = app.clock.now();
    let changed = app.store.atomically(|db| {
        let allowed = commission::may(db, &session.account, &person, Action::ChangePlan)?;
        if seen(db, &session.account, &person)?.is_some() {
            let deed = Deed::ChangedPlan;
            log::note(db, &session, now, Note { person: &person, deed, document: None, allowed })?;
        }
        if !allowed {
            // What was refused stands in the log all the same.
            return Ok::<_, Refusal>(None);
        }
        let known = serde_json::to_string(&commission::wire(db, &person, now)?)?;
        etag::unchanged(&headers, &etag::of(known.as_bytes()))?;
        let after = changed(&commission::of(db, &person)?, &patch)?;
        commission::put(db, &person, &after)?;
        Ok(Some(serde_json::to_string(&commission::wire(db, &person, now)?)?))
    })?;
    Ok(etag::json(&HeaderMap::new(), changed.ok_or(ProblemCode::NotAllowed)?))
}

/// The plan with all changes, or every one that cannot be made, with its place in the body.
fn changed(plan: &Plan, patch: &CommissionPatch) -> Result<Plan, Refusal> {
    let unknown = |pointers: Vec<String>| {
        let fields = pointers.into_iter().map(|pointer| FieldProblem::new(pointer, "code.unknown")).collect();
        Refusal { code: ProblemCode::InvalidFields, fields, status: None }
    };
    let changes = patch.changes().map_err(unknown)?;
    let mut after = plan.clone();
    let mut wrong = Vec::new();
    for (pointer, change) in &changes {
        match check(&after, change) {
            Ok(()) => after = apply(&after, std::slice::from_ref(change)),
            Err(problem) => {
                wrong.push(FieldProblem::new(pointer_in(pointer, change, problem.code()), problem.code()));
            }
        }
    }
    Refusal::of_fields(wrong)?;
    Ok(after)
}

/// Where in the body a problem stands: of a test its name or its day.
fn pointer_in(pointer: &str, change: &Change, code: &str) -> String {
    match (change, code.split('.').next()) {
        (Change::Test(..), Some("name")) => format!("{pointer}/name"),
        (Change::Test(..), Some("day")) => format!("{pointer}/on"),
        (Change::Day(..), Some("day")) => format!("{pointer}/day"),
        _ => pointer.to_owned(),
    }
}
