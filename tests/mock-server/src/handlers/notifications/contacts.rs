//! `GET /api/v1/notifications/contacts`.

use axum::extract::State;
use axum::{Extension, Json};
use contract::notification::NotificationContacts;

use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::notification::contact;
use crate::store::session::Session;

/// Answers with the contacts of the account, and how far each is verified.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
) -> Result<Json<NotificationContacts>, Refusal> {
    let now = app.clock.now();
    let contacts = app.store.with(|db| {
        let all = contact::all(db, &session.account)?;
        all.iter().map(|kept| contact::wire(db, kept, now)).collect::<rusqlite::Result<_>>()
    })?;
    Ok(Json(NotificationContacts { contacts }))
}
