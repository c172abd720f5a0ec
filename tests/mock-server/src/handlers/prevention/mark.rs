//! `POST /api/v1/persons/{person}/prevention/marks`: marks a check-up as done.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use contract::CheckUpMarkId;
use contract::prevention::{CheckUpMark, NewCheckUpMark};
use contract::problem::FieldProblem;
use domain::access::Deed;
use domain::check_up::mark::check;
use domain::coded::Code as _;

use super::{answered, changed};
use crate::extract::Body;
use crate::refusal::Refusal;
use crate::secret;
use crate::state::Shared;
use crate::store::access::person;
use crate::store::session::Session;
use crate::store::{account, prevention};

/// Keeps the mark, with who made it, and answers with what is known now.
///
/// # Errors
/// `not_allowed`, `precondition_missing`, `changed`, or `invalid_fields` with the codes of `domain::check_up::mark`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(person): Path<String>,
    headers: HeaderMap,
    Body(new): Body<NewCheckUpMark>,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let body = changed(&app, &session, &headers, &person, Deed::MarkedCheckUp, |db, id, before| {
        let known = person::get(db, id)?;
        let today = known.map_or_else(|| now.date_naive(), |known| known.owner.zone.day(now));
        let problem = check(new.on, before.born, &before.done(), today).err();
        Refusal::of_fields(
            problem.map(|problem| FieldProblem::new("/on", problem.code())).into_iter().collect(),
        )?;
        let mark = CheckUpMark {
            id: CheckUpMarkId(format!("m-{}", &secret::token()?[..16])),
            on: new.on,
            by: account::name(db, &session.account)?,
            at: now,
        };
        Ok(prevention::mark(db, id, &mark)?)
    })?;
    Ok(answered(StatusCode::CREATED, body))
}
