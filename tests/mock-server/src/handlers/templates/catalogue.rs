//! `GET /api/v1/templates`.

use std::collections::BTreeMap;

use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use contract::template::{Placeholder, TemplateCatalogue, TemplateSubject};
use domain::coded::{Code as _, Coded};
use domain::notification::Subject;

use crate::catalogue::Catalogue;
use crate::etag;
use crate::handlers::templates::{texts, who};
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::session::Session;
use crate::store::template::wire::{self, Names};
use crate::store::template::{self, Cell, Kept};

/// Answers with every subject and how its texts stand.
///
/// # Errors
/// `not_allowed` for who is no staff.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let texts = texts()?;
    let catalogue = app.store.with(|db| {
        who(db, &session)?;
        let (versions, names) = (template::all(db)?, Names::read(db)?);
        let subjects = Subject::ALL.iter().map(|one| subject(*one, texts, &versions, &names)).collect();
        Ok::<_, Refusal>(TemplateCatalogue { subjects, tariff: template::tariff::get(db)? })
    })?;
    Ok(etag::json(&headers, serde_json::to_string(&catalogue)?))
}

fn subject(
    subject: Subject,
    texts: &Catalogue,
    versions: &BTreeMap<Cell, Vec<Kept>>,
    names: &Names,
) -> TemplateSubject {
    let cells = versions.iter().filter(|(cell, _)| cell.subject == subject);
    TemplateSubject {
        subject: Coded::Known(subject),
        sender: Coded::Known(subject.sender()),
        topic: Coded::Known(subject.topic()),
        placeholders: texts.of(subject).iter().map(Placeholder::from).collect(),
        cells: cells.filter_map(|(cell, versions)| wire::cell(*cell, versions, names)).collect(),
    }
}
