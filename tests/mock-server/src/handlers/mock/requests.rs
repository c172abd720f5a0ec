//! `GET /mock/requests`: what was requested, without bodies and queries.

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use crate::log::Entry;
use crate::state::Shared;

/// The log.
#[derive(Debug, Clone, Serialize)]
pub struct Requests {
    /// Oldest first.
    pub requests: Vec<Entry>,
}

/// Answers with the last requests; those to the control API are not among them.
pub async fn handle(State(app): State<Shared>) -> Json<Requests> {
    Json(Requests { requests: app.log.entries() })
}
