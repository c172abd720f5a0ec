//! `GET /api/v1/templates/{subject}/samples`.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use contract::problem::ProblemCode;
use contract::template::TemplateSamples;
use domain::coded::{Code as _, Coded};
use domain::notification::Subject;

use crate::etag;
use crate::extract::Asked;
use crate::handlers::templates::{InLanguage, texts, who};
use crate::refusal::Refusal;
use crate::seed::samples;
use crate::state::Shared;
use crate::store::session::Session;

/// Answers with sample persons and a value for each placeholder of the subject.
///
/// # Errors
/// `malformed` for a language that there is not, `not_allowed` for who is no staff and for a subject that there is not.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(subject): Path<String>,
    Asked(asked): Asked<InLanguage>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    app.store.with(|db| who(db, &session).map(drop))?;
    let language = asked.read()?;
    let Coded::Known(subject) = Subject::from_code(&subject) else {
        return Err(ProblemCode::NotAllowed.into());
    };
    let persons = samples::all().map_err(|error| {
        eprintln!("samples: {error}");
        ProblemCode::Internal
    })?;
    let declared = texts()?.of(subject);
    let samples = persons.iter().map(|person| person.sample(declared, language)).collect();
    let samples =
        TemplateSamples { subject: Coded::Known(subject), language: Coded::Known(language), samples };
    Ok(etag::json(&headers, serde_json::to_string(&samples)?))
}
