//! `DELETE /api/v1/account/sessions`: ends all sessions but the one that asks.

use axum::extract::State;
use axum::{Extension, Json};
use contract::account::EndedSessions;

use crate::refusal::Refusal;
use crate::state::{Shared, Signal};
use crate::store::notification::cause;
use crate::store::session::{self, Session};

/// Answers with how many were ended; their streams end too.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    State(app): State<Shared>,
    Extension(own): Extension<Session>,
) -> Result<Json<EndedSessions>, Refusal> {
    let now = app.clock.now();
    let ended = app.store.atomically(|db| {
        let ended = session::end_others(db, &own, now)?;
        if ended > 0 {
            cause::security(db, &own.account, None, now)?;
        }
        Ok::<_, Refusal>(ended)
    })?;
    app.signal(Signal::Changed);
    Ok(Json(EndedSessions { ended }))
}
