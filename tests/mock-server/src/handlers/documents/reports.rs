//! `GET /api/v1/documents/{id}/reports`.

use axum::extract::{Path, State};
use axum::{Extension, Json};
use contract::DocumentId;
use contract::problem::ProblemCode;
use contract::report::Reports;

use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::session::Session;
use crate::store::{account, document, report};

/// Answers with what was reported of the document, newest first: by this account, and to the person whose it is by everybody.
///
/// # Errors
/// `not_allowed`, the same for unknown and foreign ids.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
) -> Result<Json<Reports>, Refusal> {
    let id = DocumentId::parse(&id).ok_or(ProblemCode::NotAllowed)?;
    let reports = app.store.with(|db| {
        let document = document::one(db, &session.account, &id)?.ok_or(ProblemCode::NotAllowed)?;
        let holder = account::own(db, &session.account)?;
        let own = holder.is_some_and(|holder| holder.id == document.entry.person);
        Ok::<_, Refusal>(report::of_document(db, &session.account, &id, own)?)
    })?;
    Ok(Json(Reports { reports }))
}
