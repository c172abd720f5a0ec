//! `POST /mock/identity`: what the person chose on the page.

use axum::Form;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse as _, Redirect, Response};
use contract::problem::ProblemCode;
use serde::Deserialize;

use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::{account, closure};
use crate::{cookie, sign_in, url};

/// The form.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Choice {
    /// Key of the persona.
    #[serde(default)]
    pub persona: String,
    /// How sign-in ends, when not with success.
    pub outcome: Option<Outcome>,
    /// A path of the app.
    pub return_to: Option<String>,
}

/// Ends of a sign-in without success.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The person went back.
    Cancelled,
    /// The identity provider refused.
    Failed,
}

/// Signs the persona in and goes back to the app, or goes back with the outcome: cancelled, failed, or the account is closed.
///
/// # Errors
/// `malformed` for a persona that is not there.
pub async fn handle(
    State(app): State<Shared>,
    headers: HeaderMap,
    Form(choice): Form<Choice>,
) -> Result<Response, Refusal> {
    let return_to = url::local(choice.return_to.as_deref());
    let without = |outcome: &str| {
        Redirect::to(&format!("/sign-in?outcome={outcome}&return_to={}", url::encode(return_to)))
            .into_response()
    };
    if choice.outcome == Some(Outcome::Cancelled) {
        return Ok(without("cancelled"));
    }
    if !app.store.with(|db| account::exists(db, &choice.persona))? {
        return Err(ProblemCode::Malformed.into());
    }
    if app.store.with(|db| closure::is_closed(db, &choice.persona))? {
        return Ok(without("closed"));
    }
    if choice.outcome == Some(Outcome::Failed) {
        sign_in::failed(&app, &choice.persona, &headers)?;
        return Ok(without("failed"));
    }
    let session = sign_in::begin(&app, &choice.persona, &headers)?;
    Ok(([(SET_COOKIE, cookie::set(&session.token))], Redirect::to(return_to)).into_response())
}
