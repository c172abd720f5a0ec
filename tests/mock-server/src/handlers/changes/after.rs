//! `GET /api/v1/changes?after=N`: what was missed, for those who poll.

use axum::extract::State;
use axum::{Extension, Json};
use contract::change::Changes;
use serde::Deserialize;

use crate::extract::Asked;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::log;
use crate::store::change;
use crate::store::session::Session;

/// What was asked for.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct After {
    /// The number of the last change that is known.
    pub after: u64,
}

/// Answers with the changes after a number, or with `reset`. Changes of documents are a look at the list.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Asked(asked): Asked<After>,
) -> Result<Json<Changes>, Refusal> {
    let now = app.clock.now();
    let changes = app.store.atomically(|db| {
        let changes = change::after(db, &session.account, asked.after)?;
        log::note_told(db, &session, now, &changes.changes)?;
        Ok::<_, rusqlite::Error>(changes)
    })?;
    Ok(Json(changes))
}
