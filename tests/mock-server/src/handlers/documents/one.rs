//! `GET /api/v1/documents/{id}`: one document with its events.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use contract::DocumentId;
use contract::problem::ProblemCode;
use domain::access::Deed;

use crate::etag;
use crate::handlers::tried::noted;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::log::{self, Note};
use crate::store::document;
use crate::store::session::Session;

/// Answers with the document and its tag. Unknown and foreign ids get the same answer.
///
/// # Errors
/// `not_allowed`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let id = DocumentId::parse(&id).ok_or(ProblemCode::NotAllowed)?;
    let now = app.clock.now();
    let deed = Deed::OpenedDocument;
    let opened = app.store.atomically(|db| {
        let document = document::one(db, &session.account, &id)?.ok_or(ProblemCode::NotAllowed)?;
        let person = &document.entry.person;
        log::note(db, &session, now, Note { person, deed, document: Some(&id), allowed: true })?;
        Ok(document)
    });
    let document = noted(&app, &session, deed, Some(&id), opened)?;
    Ok(etag::json(&headers, serde_json::to_string(&document)?))
}
