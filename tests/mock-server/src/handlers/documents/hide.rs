//! `PUT /api/v1/documents/{id}/hidden`: the owner hides a document from proxies, or shows it again.

use axum::extract::{Path, State};
use axum::{Extension, Json};
use contract::DocumentId;
use contract::document::Hidden;
use contract::problem::ProblemCode;
use domain::access::{About, Action, Deed, Told};
use rusqlite::Connection;

use crate::extract::Body;
use crate::handlers::tried::noted;
use crate::refusal::Refusal;
use crate::state::{Shared, Signal};
use crate::store::access::log::{self, Note};
use crate::store::access::{may, sync::announce};
use crate::store::document;
use crate::store::session::Session;

/// Answers with how it is now. Open pages of proxies are told that access changed, not what was hidden.
///
/// # Errors
/// `not_allowed`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
    Body(asked): Body<Hidden>,
) -> Result<Json<Hidden>, Refusal> {
    let now = app.clock.now();
    let refused = || Refusal::from(ProblemCode::NotAllowed);
    let id = DocumentId::parse(&id).ok_or_else(refused)?;
    let deed = if asked.hidden { Deed::Hid } else { Deed::ShowedAgain };
    let done = app.store.atomically(|db| {
        let mut found = document::one(db, &session.account, &id)?.ok_or_else(refused)?;
        let person = found.entry.person.clone();
        let about = About {
            kind: Some(&found.entry.kind),
            status: Some(&found.entry.status),
            hidden: found.entry.hidden,
            ..About::default()
        };
        if !may(db, &session.account, &person, Action::Hide, about)? {
            return Err(refused());
        }
        if found.entry.hidden == asked.hidden {
            return Ok(());
        }
        let before = watchers(db, &found.entry.id)?;
        found.entry.hidden = asked.hidden;
        let owner = document::owner(db, person.as_str())?;
        document::put(db, &found, &owner)?;
        let mut told = before;
        told.extend(watchers(db, &found.entry.id)?);
        told.sort();
        told.dedup();
        let told = told.iter().map(|account| {
            let own = *account == session.account;
            (account.as_str(), if own { Told::Hidden } else { Told::Changed })
        });
        announce(db, &person, told, now)?;
        log::note(db, &session, now, Note { person: &person, deed, document: Some(&id), allowed: true })?;
        Ok(())
    });
    noted(&app, &session, deed, Some(&id), done)?;
    app.signal(Signal::Changed);
    Ok(Json(asked))
}

/// The accounts that may look at a document right now.
fn watchers(db: &Connection, id: &DocumentId) -> rusqlite::Result<Vec<String>> {
    let accounts: Vec<String> = db
        .prepare_cached(
            "SELECT DISTINCT s.account FROM sight s JOIN document d ON d.person = s.person WHERE d.id = ?",
        )?
        .query_map([id.as_str()], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut watching = Vec::new();
    for account in accounts {
        if document::one(db, &account, id)?.is_some() {
            watching.push(account);
        }
    }
    Ok(watching)
}
