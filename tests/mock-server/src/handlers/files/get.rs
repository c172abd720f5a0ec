//! `GET /api/v1/files/{id}`: how much of a file is there.

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use contract::header::UPLOAD_OFFSET;
use contract::problem::ProblemCode;

use super::access;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::session::Session;

/// Answers with the file, and with the place where the next part begins.
///
/// # Errors
/// `not_allowed`, or `upload_over`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let (file, _) = app.store.with(|db| access::known(db, &session.account, &id))?;
    if !file.is_received() && !file.is_receiving(now) {
        return Err(ProblemCode::UploadOver.into());
    }
    let mut response = Json(file.wire(&session.account)).into_response();
    response.headers_mut().insert(UPLOAD_OFFSET, HeaderValue::from(file.received));
    Ok(response)
}
