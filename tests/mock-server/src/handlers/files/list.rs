//! `GET /api/v1/documents/{id}/files`: what was sent to a document, and what may be.

use axum::extract::{Path, State};
use axum::{Extension, Json};
use contract::DocumentId;
use contract::attachment::SentFiles;
use domain::access::{Deed, Look};
use domain::attachment::{Closed, Limits, accepting};
use domain::coded::Coded;

use super::access;
use crate::handlers::tried::noted_as;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::log::{self, Note};
use crate::store::file;
use crate::store::session::Session;

/// Answers with the files: those received, and the account's own that are on their way. Looking at them is a part of looking at the
/// document.
///
/// # Errors
/// `not_allowed`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
) -> Result<Json<SentFiles>, Refusal> {
    let now = app.clock.now();
    let tried = (Deed::OpenedDocument, Look::Beside);
    let listed = app.store.atomically(|db| {
        let document = access::seen(db, &session.account, &id)?.entry;
        let (person, id) = (&document.person, Some(&document.id));
        let note = Note { person, deed: tried.0, document: id, allowed: true };
        log::note_as(db, &session, now, tried.1, note)?;
        let limits = Limits::ours();
        let files = file::of(db, &document.id, now)?;
        let closed = if access::may_send(db, &session.account, &document)? {
            accepting(&document.status, files.len(), &limits).err()
        } else {
            Some(Closed::NoRight)
        };
        let shown = files.iter().filter(|file| file.is_received() || file.account == session.account);
        Ok(Json(SentFiles {
            closed: closed.map(Coded::Known),
            limits: limits.into(),
            files: shown.map(|file| file.wire(&session.account)).collect(),
        }))
    });
    noted_as(&app, &session, tried, DocumentId::parse(&id).as_ref(), listed)
}
