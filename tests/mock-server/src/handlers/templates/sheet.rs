//! `GET /api/v1/templates/sheet`.

use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use contract::template::{SheetText, TemplateSheet};
use domain::coded::Coded;
use domain::notification::template::VersionState;

use crate::etag;
use crate::extract::Asked;
use crate::handlers::templates::{InLanguage, who};
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::session::Session;
use crate::store::template::{self, Cell, Kept};

/// Answers with every text that is in use in one language.
///
/// # Errors
/// `malformed` for a language that there is not, `not_allowed` for who is no staff.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Asked(asked): Asked<InLanguage>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let sheet = app.store.with(|db| {
        who(db, &session)?;
        let language = asked.read()?;
        let of_language = template::all(db)?.into_iter().filter(|(cell, _)| cell.language == language);
        let texts = of_language.filter_map(|(cell, versions)| text(cell, versions)).collect();
        Ok::<_, Refusal>(TemplateSheet { language: Coded::Known(language), texts })
    })?;
    Ok(etag::json(&headers, serde_json::to_string(&sheet)?))
}

fn text(cell: Cell, versions: Vec<Kept>) -> Option<SheetText> {
    let kept = versions.into_iter().find(|kept| kept.state == VersionState::InUse)?;
    Some(SheetText {
        subject: Coded::Known(cell.subject),
        sender: Coded::Known(cell.subject.sender()),
        channel: Coded::Known(cell.channel),
        version: kept.number,
        title: kept.title,
        text: kept.text,
    })
}
