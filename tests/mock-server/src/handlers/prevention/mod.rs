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

/// What is known of a person, if the account may do this with it. What it tries and may not is noted, where it knows the person.
fn find(
    app: &App,
    session: &Session,
    person: &str,
    action: Action,
    deed: Deed,
) -> Result<(PersonId, Prevention), Refusal> {
    let person = PersonId::parse(person).ok_or(ProblemCode::NotAllowed)?;
    let now = app.clock.now();
    let found = app.store.atomically(|db| {
        let allowed = may(db, &session.account, &person, action, About::default())?;
        let look = deed == Deed::LookedAtPrevention;
        // What was done is noted by who did it; a look and a refusal are all there is to note of themselves.
        if (look || !allowed) && seen(db, &session.account, &person)?.is_some() {
            log::note(db, session, now, Note { person: &person, deed, document: None, allowed })?;
        }
        if allowed { Ok::<_, Refusal>(prevention::of(db, &person)?) } else { Ok(None) }
    })?;
    Ok((person, found.ok_or(ProblemCode::NotAllowed)?))
}

/// Changes what is known of a person, if the account may and it is still as the asker saw it. Answers with what is known now, and
/// its tag.
fn changed(
    app: &App,
    session: &Session,
    headers: &HeaderMap,
    person: &str,
    deed: Deed,
    change: impl FnOnce(&Connection, &PersonId, &Prevention) -> Result<(), Refusal>,
) -> Result<String, Refusal> {
    let (person, _) = find(app, session, person, Action::KeepPrevention, deed)?;
    let now = app.clock.now();
    app.store.atomically(|db| {
        let before = prevention::of(db, &person)?.ok_or(ProblemCode::NotAllowed)?;
        etag::unchanged(headers, &etag::of(serde_json::to_string(&before)?.as_bytes()))?;
        change(db, &person, &before)?;
        log::note(db, session, now, Note { person: &person, deed, document: None, allowed: true })?;
        let after = prevention::of(db, &person)?.ok_or(ProblemCode::NotAllowed)?;
        Ok(serde_json::to_string(&after)?)
    })
}

/// An answer with what is known now.
fn answered(status: StatusCode, body: String) -> Response {
    let tag = etag::of(body.as_bytes());
    (status, [(ETAG, tag), (CONTENT_TYPE, "application/json".to_owned())], body).into_response()
}

/// The name of who asks, as others read it.
fn name(db: &Connection, session: &Session) -> rusqlite::Result<String> {
    db.prepare_cached("SELECT name FROM account WHERE key = ?")?
        .query_row([&session.account], |row| row.get(0))
}
