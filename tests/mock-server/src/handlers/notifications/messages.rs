//! `GET /api/v1/notifications/messages`: what was told, newest first.

use axum::extract::State;
use axum::{Extension, Json};
use contract::PersonId;
use contract::notification::{MessagePage, MessageQuery};

use crate::cursor::{self, Place};
use crate::extract::Asked;
use crate::refusal::Refusal;
use crate::secret::fingerprint;
use crate::state::Shared;
use crate::store::notification::inbox;
use crate::store::session::Session;

/// Answers with one page.
///
/// # Errors
/// `malformed` for a limit out of range or a cursor that was not given for this query.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Asked(query): Asked<MessageQuery>,
) -> Result<Json<MessagePage>, Refusal> {
    let limit = cursor::limit(query.limit)?;
    let about = query.person.as_ref().map_or("", PersonId::as_str);
    let asked = fingerprint(&[b"messages", session.account.as_bytes(), about.as_bytes()]);
    let after = query.cursor.as_deref().map(|cursor| Place::read(cursor, &asked)).transpose()?;
    let now = app.clock.now();
    let (messages, last) = app.store.with(|db| {
        inbox::page(db, &session.account, query.person.as_ref(), after.as_ref(), usize::from(limit), now)
    })?;
    Ok(Json(MessagePage { messages, next_cursor: last.map(|place| place.cursor(&asked)) }))
}
