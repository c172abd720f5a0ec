//! Persons.

pub mod access_log;
pub mod change_commission;
pub mod commission;
pub mod gp;
pub mod insurance;
pub mod list;

use axum::http::HeaderMap;
use axum::response::Response;
use contract::PersonId;
use contract::problem::ProblemCode;
use domain::access::Deed;
use rusqlite::Connection;
use serde::Serialize;

use crate::etag;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::log::{self, Note};
use crate::store::access::seen;
use crate::store::session::Session;

/// Answers with what `read` finds of a person for an account, and its tag; that it was looked at is noted as `deed`. Unknown and
/// foreign ids get the same answer.
pub(super) fn looked<T: Serialize>(
    app: &Shared,
    session: &Session,
    person: &str,
    headers: &HeaderMap,
    deed: Deed,
    read: impl Fn(&Connection, &str, &PersonId) -> rusqlite::Result<Option<T>>,
) -> Result<Response, Refusal> {
    let person = PersonId::parse(person).ok_or(ProblemCode::NotAllowed)?;
    let now = app.clock.now();
    let found = app.store.atomically(|db| {
        let found = read(db, &session.account, &person)?;
        if seen(db, &session.account, &person)?.is_some() {
            let allowed = found.is_some();
            log::note(db, session, now, Note { person: &person, deed, document: None, allowed })?;
        }
        Ok::<_, Refusal>(found)
    })?;
    let found = found.ok_or(ProblemCode::NotAllowed)?;
    Ok(etag::json(headers, serde_json::to_string(&found)?))
}
