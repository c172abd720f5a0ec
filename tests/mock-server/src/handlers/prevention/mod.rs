//! Check-ups, follow-up and immunisations of a person.

pub mod answer;
pub mod get;
pub mod mark;
pub mod unmark;

use axum::http::header::{CONTENT_TYPE, ETAG};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use contract::PersonId;
use contract::prevention::Prevention;
use contract::problem::ProblemCode;
use domain::access::{About, Action, Deed};
use rusqlite::Connection;

use crate::etag;
use crate::refusal::Refusal;
use crate::state::App;
use crate::store::access::log::{self, Note};
use crate::store::access::{may, seen};
use crate::store::prevention;
use crate::store::session::Session;

/// Changes what is known of a person, if the account may and it is still as the asker saw it. Answers with what is known now, and
/// its tag. What it tries and may not is noted, where it knows the person.
fn changed(
    app: &App,
    session: &Session,
    headers: &HeaderMap,
    person: &str,
    deed: Deed,
    change: impl FnOnce(&Connection, &PersonId, &Prevention) -> Result<(), Refusal>,
) -> Result<String, Refusal> {
    let person = PersonId::parse(person).ok_or(ProblemCode::NotAllowed)?;
    let now = app.clock.now();
    let note = |allowed| Note { person: &person, deed, document: None, allowed };
    let after = app.store.atomically(|db| {
        if !may(db, &session.account, &person, Action::KeepPrevention, About::default())? {
            if seen(db, &session.account, &person)?.is_some() {
                log::note(db, session, now, note(false))?;
            }
            // What was refused stands in the log all the same.
            return Ok::<_, Refusal>(None);
        }
        let before = prevention::of(db, &person)?.ok_or(ProblemCode::NotAllowed)?;
        etag::unchanged(headers, &etag::of(serde_json::to_string(&before)?.as_bytes()))?;
        change(db, &person, &before)?;
        log::note(db, session, now, note(true))?;
        let after = prevention::of(db, &person)?.ok_or(ProblemCode::NotAllowed)?;
        Ok(Some(serde_json::to_string(&after)?))
    })?;
    Ok(after.ok_or(ProblemCode::NotAllowed)?)
}

/// An answer with what is known now.
fn answered(status: StatusCode, body: String) -> Response {
    let tag = etag::of(body.as_bytes());
    (status, [(ETAG, tag), (CONTENT_TYPE, "application/json".to_owned())], body).into_response()
}
