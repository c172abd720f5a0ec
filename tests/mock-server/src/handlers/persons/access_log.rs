//! `GET /api/v1/persons/{person}/access-log`: who looked at a person's documents and did what.

use axum::extract::{Path, State};
use axum::{Extension, Json};
use contract::PersonId;
use contract::access::{AccessLog, LogQuery};
use contract::problem::ProblemCode;
use domain::access::{About, Action, Deed, Holder, allowed};

use crate::cursor::{self, Place};
use crate::extract::Asked;
use crate::refusal::Refusal;
use crate::secret::fingerprint;
use crate::state::Shared;
use crate::store::access::holder;
use crate::store::access::log::{self, Note};
use crate::store::session::Session;

/// Answers with a page: to the person with everything, to a proxy with what they did themselves, without the documents that they may
/// no longer see.
///
/// # Errors
/// `not_allowed`; `malformed` for a limit out of range or a cursor that was not given for this log.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(person): Path<String>,
    Asked(query): Asked<LogQuery>,
) -> Result<Json<AccessLog>, Refusal> {
    let refused = || Refusal::from(ProblemCode::NotAllowed);
    let person = PersonId::parse(&person).ok_or_else(refused)?;
    let limit = cursor::limit(query.limit)?;
    let asked = fingerprint(&[b"log", session.account.as_bytes(), person.as_str().as_bytes()]);
    let before = query.cursor.as_deref().map(|cursor| Place::read(cursor, &asked)).transpose()?;
    let before = before.map(|place| place.sorted_at);
    let now = app.clock.now();
    app.store.atomically(|db| {
        let holder = holder(db, &session.account, &person)?.ok_or_else(refused)?;
        allowed(Action::SeeLog, &holder, About::default()).map_err(|_| refused())?;
        let by = match holder {
            Holder::Own(_) => None,
            Holder::Proxy(_) => Some(session.account.as_str()),
        };
        let (entries, last) = log::page(db, &person, by, before, limit)?;
        // The first page is a look at the log; the others belong to the same look.
        if before.is_none() {
            let note = Note { person: &person, deed: Deed::LookedAtLog, document: None, allowed: true };
            log::note(db, &session, now, note)?;
        }
        let next_cursor = last.map(|number| Place { sorted_at: number, id: "log".to_owned() }.cursor(&asked));
        Ok(Json(AccessLog { entries, next_cursor }))
    })
}
