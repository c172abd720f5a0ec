//! `PUT /api/v1/persons/{person}/prevention/invitations/{invitation}/answer`: declines an invitation, or takes that back.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use contract::prevention::{CheckUpAnswer, DeclinedCheckUp};
use contract::problem::{FieldProblem, ProblemCode};
use domain::access::Deed;
use domain::check_up::invitation::{answers, state};

use super::{answered, changed};
use crate::extract::Body;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::person;
use crate::store::session::Session;
use crate::store::{account, prevention};

/// Keeps the answer, with who gave it, and answers with what is known now.
///
/// # Errors
/// `not_allowed`, also for an invitation that there is not; `precondition_missing`, `changed`; `invalid_fields` for a reason that
/// nobody knows (`reason.unknown`), and for an invitation that is over (`invitation.over`).
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path((person, invitation)): Path<(String, String)>,
    headers: HeaderMap,
    Body(asked): Body<CheckUpAnswer>,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let body = changed(&app, &session, &headers, &person, Deed::AnsweredInvitation, |db, id, before| {
        let of = before.invitations.iter().find(|one| one.id.as_str() == invitation);
        let of = of.ok_or(ProblemCode::NotAllowed)?;
        let known = person::get(db, id)?;
        let today = known.map_or_else(|| now.date_naive(), |known| known.owner.zone.day(now));
        let over = !answers(state(of.facts(), today));
        let unknown = asked.declined.as_ref().is_some_and(|reason| reason.known().is_none());
        let wrong = [(over, "invitation.over"), (unknown, "reason.unknown")];
        let wrong = wrong.into_iter().filter(|(wrong, _)| *wrong);
        Refusal::of_fields(wrong.map(|(_, code)| FieldProblem::new("/declined", code)).collect())?;
        let by = account::name(db, &session.account)?;
        let declined = asked.declined.map(|reason| DeclinedCheckUp { reason, by, at: now });
        Ok(prevention::answer(db, id, &of.id, declined.as_ref())?)
    })?;
    Ok(answered(StatusCode::OK, body))
}
