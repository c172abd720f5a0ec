//! `GET`, `POST` and `DELETE /mock/failures`, `DELETE /mock/failures/{id}`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use contract::problem::ProblemCode;
use serde::Serialize;

use crate::extract::Body;
use crate::failure::{Kind, Listed, Rule};
use crate::operation;
use crate::refusal::Refusal;
use crate::state::{Shared, Signal};

/// All failures.
#[derive(Debug, Clone, Serialize)]
pub struct Failures {
    /// In the order in which they are tried.
    pub failures: Vec<Listed>,
}

/// Lists them, with how many requests each holds back.
pub async fn list(State(app): State<Shared>) -> Json<Failures> {
    Json(Failures { failures: app.failures.list() })
}

/// Adds one.
///
/// # Errors
/// `malformed` for a route or a status that is none.
pub async fn add(
    State(app): State<Shared>,
    Body(rule): Body<Rule>,
) -> Result<(StatusCode, Json<Listed>), Refusal> {
    Ok((StatusCode::CREATED, Json(put(&app, rule)?)))
}

/// Adds one if it makes sense.
///
/// # Errors
/// As above.
pub fn put(app: &Shared, rule: Rule) -> Result<Listed, Refusal> {
    let named = operation::ALL.iter().any(|operation| operation.name == rule.route);
    let route = named || rule.route == "*" || rule.route.starts_with('/');
    let status = rule.kind != Kind::Status || rule.status.is_some() || rule.code.is_some();
    let range = rule.status.is_none_or(|status| (400..600).contains(&status));
    if !(route && status && range) {
        return Err(ProblemCode::Malformed.into());
    }
    if rule.kind.drops() {
        app.signal(Signal::CloseResting);
    }
    Ok(app.failures.add(rule))
}

/// Ends all and lets go whom they hold.
pub async fn clear(State(app): State<Shared>) -> StatusCode {
    app.failures.clear();
    StatusCode::NO_CONTENT
}

/// Ends one and lets go whom it holds.
///
/// # Errors
/// `not_found` when there is none with this number.
pub async fn remove(State(app): State<Shared>, Path(id): Path<String>) -> Result<StatusCode, Refusal> {
    let removed = id.parse().is_ok_and(|id| app.failures.remove(id));
    if removed { Ok(StatusCode::NO_CONTENT) } else { Err(ProblemCode::NotFound.into()) }
}
