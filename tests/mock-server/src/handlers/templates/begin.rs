//! `POST /api/v1/templates/{subject}/{channel}/{language}/versions`.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use contract::template::NewVersion;
use domain::notification::template::{VersionState, may_open};

use crate::extract::Body;
use crate::handlers::templates::{cell, keep, refusal, who};
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::session::Session;
use crate::store::template;
use crate::store::template::life;
use crate::store::template::wire::Names;

/// Begins a draft with title and text of another version, and answers with it.
///
/// # Errors
/// `not_allowed`, `role_missing`, `version_open`, or `invalid_fields` with `version.unknown`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path((subject, channel, language)): Path<(String, String, String)>,
    Body(new): Body<NewVersion>,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    app.store.atomically(|db| {
        let who = who(db, &session)?;
        let cell = cell([&subject, &channel, &language])?;
        let mut versions = template::of(db, cell)?;
        let states: Vec<VersionState> = versions.iter().map(|kept| kept.state).collect();
        may_open(&states, who.staff()).map_err(|refused| refusal(refused, Vec::new()))?;
        let from = versions.iter().find(|kept| kept.number == new.from).cloned();
        let from = from.ok_or_else(|| Refusal::of_field("/from", "version.unknown"))?;
        let number = life::begin(&mut versions, &from, who.account, now);
        keep(db, StatusCode::CREATED, cell, &versions, (number, &Names::read(db)?))
    })
}
