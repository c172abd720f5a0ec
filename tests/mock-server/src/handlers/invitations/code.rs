//! What a code opens, and how often one may try.

use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use domain::access::{Code, CodeProblem, State, state};
use domain::coded::Code as _;

use crate::refusal::{Refusal, too_many};
use crate::state::App;
use crate::store::access::grant::{self, Placed};
use crate::store::access::person::{self, Known};
use crate::store::access::{count_wrong, must_wait, seen};
use crate::store::session::Session;

/// Finds the invitation that a code opens for the account. Wrong codes are counted; a code of one's own and one of who has
/// let the account in already are told apart, for both are known to it anyway.
///
/// # Errors
/// An answer: `too_many` with the seconds to wait, or `invalid_fields` with a code of [`CodeProblem`].
pub fn open(
    app: &App,
    session: &Session,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<(Placed, Known), Box<Response>> {
    let found = app.store.atomically(|db| {
        if let Some(free) = must_wait(db, &session.account, now)? {
            return Ok(Err(too_many(free, now)));
        }
        let placed =
            Code::parse(typed).map(|code| grant::by_code(db, &code.to_string())).transpose()?.flatten();
        let known = placed.as_ref().map(|placed| person::get(db, &placed.person)).transpose()?.flatten();
        let open = placed.zip(known).filter(|(placed, known)| {
            matches!(state(&placed.kept.grant(), known.owner, now), State::Invited { .. })
        });
        let Some((placed, known)) = open else {
            count_wrong(db, &session.account, now)?;
            return Ok(Err(problem(CodeProblem::NotValid)));
        };
        if known.account.as_ref() == Some(&session.account) {
            return Ok(Err(problem(CodeProblem::Own)));
        }
        if seen(db, &session.account, &known.id)?.is_some() {
            return Ok(Err(problem(CodeProblem::Already)));
        }
        Ok::<_, Refusal>(Ok((placed, known)))
    });
    found.map_err(|refusal| Box::new(refusal.into_response()))?.map_err(Box::new)
}

fn problem(problem: CodeProblem) -> Response {
    Refusal::of_field("/code", problem.code()).into_response()
}
