//! `GET /api/v1/session`: who is signed in.

use axum::extract::State;
use axum::{Extension, Json};
use contract::session::Session as Answer;

use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::view;
use crate::store::account;
use crate::store::session::Session;

/// Answers with the session and the persons of the account.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
) -> Result<Json<Answer>, Refusal> {
    answer(&app, &session).map(Json)
}

/// The session as it stands on the wire.
///
/// # Errors
/// Those of the database.
pub fn answer(app: &Shared, session: &Session) -> Result<Answer, Refusal> {
    app.store.with(|db| {
        Ok(Answer {
            role: account::role(db, &session.account)?,
            language: account::get(db, &session.account)?.language,
            csrf_token: session.csrf.clone(),
            server_now: app.clock.now(),
            expires: session.expiry().into(),
            persons: account::persons(db, &session.account)?,
            access_changes_on: view::next_announced(db, &session.account, app.clock.now())?,
        })
    })
}
