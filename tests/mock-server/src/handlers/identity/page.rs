//! `GET /mock/identity`: the page of the stand-in identity provider.

use axum::response::Html;
use contract::problem::ProblemCode;
use serde::Deserialize;

use crate::extract::Asked;
use crate::page::{escape, identity, layout};
use crate::refusal::Refusal;
use crate::seed::personas;
use crate::url;

/// Where the person goes afterwards, and the language of the page.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Query {
    /// A path of the app.
    pub return_to: Option<String>,
    /// A language of the portal.
    pub lang: Option<String>,
}

/// Shows the personas.
///
/// # Errors
/// When a data file is bad.
pub async fn handle(Asked(query): Asked<Query>) -> Result<Html<String>, Refusal> {
    let internal = |error| {
        eprintln!("{error}");
        Refusal::from(ProblemCode::Internal)
    };
    let (lang, texts) = identity::texts(query.lang.as_deref()).map_err(internal)?;
    let personas = personas::all().map_err(internal)?;
    let return_to = url::local(query.return_to.as_deref());
    let body = identity::body(lang, &texts, personas, return_to);
    Ok(Html(layout(lang, &escape(&texts.title), &body)))
}
