//! `GET /api/v1/account/sign-ins`.

use axum::extract::State;
use axum::{Extension, Json};
use contract::account::SignIns;

use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::session::{self, HISTORY, Session};

/// Answers with the attempts to sign in, failed ones too, newest first.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    State(app): State<Shared>,
    Extension(own): Extension<Session>,
) -> Result<Json<SignIns>, Refusal> {
    let sign_ins = app.store.with(|db| session::sign_ins(db, &own.account, HISTORY))?;
    Ok(Json(SignIns { sign_ins }))
}
