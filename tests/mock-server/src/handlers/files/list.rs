//! `GET /api/v1/documents/{id}/files`: what was sent to a document, and what may be.

use axum::extract::{Path, State};
use axum::{Extension, Json};
use contract::attachment::SentFiles;
use domain::attachment::{Closed, Limits, accepting};
use domain::coded::Coded;

use super::access;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::file;
use crate::store::session::Session;

/// Answers with the files: those received, and the account's own that are on their way.
///
/// # Errors
/// `not_allowed`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
) -> Result<Json<SentFiles>, Refusal> {
    let now = app.clock.now();
    app.store.with(|db| {
        let document = access::seen(db, &session.account, &id)?.entry;
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
    })
}
