//! `DELETE /api/v1/notifications/contacts/{id}`.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use contract::problem::ProblemCode;

use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::notification::contact;
use crate::store::session::Session;

/// Deletes a contact that is for one person alone, or a device.
///
/// # Errors
/// `not_allowed` for one that is not there, is somebody else's, or stands in the account: that is changed there.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    let deleted = app.store.with(|db| contact::delete(db, &session.account, &id))?;
    if deleted { Ok(StatusCode::NO_CONTENT) } else { Err(ProblemCode::NotAllowed.into()) }
}
