//! `GET /api/v1/templates/{subject}/{channel}/{language}`.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use contract::template::{Placeholder, TemplateText};
use domain::coded::Coded;

use crate::etag;
use crate::handlers::templates::{cell, texts, who};
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::session::Session;
use crate::store::template;
use crate::store::template::wire::{self, Names};

/// Answers with the versions of a text, the newest first.
///
/// # Errors
/// `not_allowed` for who is no staff, and for a text that there is not.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path((subject, channel, language)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let texts = texts()?;
    let text = app.store.with(|db| {
        who(db, &session)?;
        let cell = cell([&subject, &channel, &language])?;
        let names = Names::read(db)?;
        let versions = template::of(db, cell)?;
        let versions = versions.iter().rev().map(|kept| wire::version(kept, &names));
        Ok::<_, Refusal>(TemplateText {
            subject: Coded::Known(cell.subject),
            sender: Coded::Known(cell.subject.sender()),
            channel: Coded::Known(cell.channel),
            language: Coded::Known(cell.language),
            placeholders: texts.of(cell.subject).iter().map(Placeholder::from).collect(),
            versions: versions.collect::<Result<_, _>>()?,
        })
    })?;
    Ok(etag::json(&headers, serde_json::to_string(&text)?))
}
