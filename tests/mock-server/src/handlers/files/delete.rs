//! `DELETE /api/v1/files/{id}`: takes back what is not received yet.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use contract::problem::ProblemCode;

use super::access;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::file;
use crate::store::session::Session;

/// Lets go of the file.
///
/// # Errors
/// `not_allowed`, `file_received`, or `upload_over`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    let now = app.clock.now();
    app.store.atomically(|db| {
        let (file, _) = access::own(db, &session.account, &id)?;
        if file.is_received() {
            return Err(ProblemCode::FileReceived.into());
        }
        if !file.is_receiving(now) {
            return Err(ProblemCode::UploadOver.into());
        }
        file::give_up(db, &file.id, None)?;
        Ok(StatusCode::NO_CONTENT)
    })
}
