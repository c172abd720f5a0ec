//! `GET /api/v1/files/{id}`: how much of a file is there.

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use contract::header::UPLOAD_OFFSET;
use contract::problem::ProblemCode;
use domain::access::{Deed, Look};

use super::access;
use crate::handlers::tried::noted_as;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::log::{self, Note};
use crate::store::session::Session;

/// Answers with the file, and with the place where the next part begins. To look at what somebody else sent is a part of looking at the
/// document.
///
/// # Errors
/// `not_allowed`, or `upload_over`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let tried = (Deed::OpenedDocument, Look::Beside);
    let document = app.store.with(|db| access::document_of(db, &id))?;
    let found = app.store.atomically(|db| {
        let (file, document) = access::known(db, &session.account, &id)?;
        if file.account != session.account {
            let (person, id) = (&document.person, Some(&document.id));
            let note = Note { person, deed: tried.0, document: id, allowed: true };
            log::note_as(db, &session, now, tried.1, note)?;
        }
        Ok(file)
    });
    let file = noted_as(&app, &session, tried, document.as_ref(), found)?;
    if !file.is_received() && !file.is_receiving(now) {
        return Err(ProblemCode::UploadOver.into());
    }
    let mut response = Json(file.wire(&session.account)).into_response();
    response.headers_mut().insert(UPLOAD_OFFSET, HeaderValue::from(file.received));
    Ok(response)
}
