//! `POST /mock/session`: signs a persona in without the page, for tests.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::IntoResponse;
use contract::problem::ProblemCode;
use serde::Deserialize;

use crate::extract::Body;
use crate::handlers::session::get::answer;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::{account, closure};
use crate::{cookie, sign_in};

/// Who.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Who {
    /// Key of the persona.
    pub persona: String,
}

/// Sets the cookie and answers with the session.
///
/// # Errors
/// `not_found` for a persona that is not there, `not_allowed` for one whose account is closed.
pub async fn handle(
    State(app): State<Shared>,
    headers: HeaderMap,
    Body(who): Body<Who>,
) -> Result<impl IntoResponse, Refusal> {
    if !app.store.with(|db| account::exists(db, &who.persona))? {
        return Err(Refusal::from(ProblemCode::NotFound));
    }
    if app.store.with(|db| closure::is_closed(db, &who.persona))? {
        return Err(ProblemCode::NotAllowed.into());
    }
    let session = sign_in::begin(&app, &who.persona, &headers)?;
    let answer = answer(&app, &session)?;
    Ok(([(SET_COOKIE, cookie::set(&session.token))], Json(answer)))
}
