//! What the forms of the control page do; each goes back to the page.

use axum::Form;
use axum::extract::State;
use axum::response::Redirect;
use chrono::{DateTime, Utc};
use contract::problem::ProblemCode;
use domain::coded::Code as _;
use domain::document::EventKind;
use serde::Deserialize;

use crate::handlers::mock::clock::{Move, apply};
use crate::handlers::mock::{events, failures};
use crate::page::presets;
use crate::refusal::Refusal;
use crate::state::Shared;

/// An event for a document.
#[derive(Debug, Clone, Deserialize)]
pub struct EventForm {
    document: String,
    kind: String,
}

/// Appends an event.
///
/// # Errors
/// As the control API.
pub async fn event(State(app): State<Shared>, Form(form): Form<EventForm>) -> Result<Redirect, Refusal> {
    let event = events::NewEvent {
        kind: EventKind::from_code(&form.kind),
        to: None,
        actor: None,
        source: None,
        at: None,
        reason: None,
        valid_from: None,
        valid_to: None,
        use_until: None,
        appeal_until: None,
        hearing: None,
        record_only: false,
    };
    events::append(&app, &form.document, &event)?;
    Ok(Redirect::to("/mock#documents"))
}

/// A failure for a route.
#[derive(Debug, Clone, Deserialize)]
pub struct FailureForm {
    route: String,
    preset: String,
    count: String,
}

/// Switches a failure on.
///
/// # Errors
/// As the control API.
pub async fn failure(State(app): State<Shared>, Form(form): Form<FailureForm>) -> Result<Redirect, Refusal> {
    let preset =
        presets::ALL.iter().find(|preset| preset.key == form.preset).ok_or(ProblemCode::Malformed)?;
    let count = match form.count.trim() {
        "" => None,
        number => Some(number.parse().map_err(|_| ProblemCode::Malformed)?),
    };
    failures::put(&app, preset.rule(form.route, count))?;
    Ok(Redirect::to("/mock#failures"))
}

/// A failure to end.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct EndForm {
    id: u64,
}

/// Switches a failure off; one that is off already is fine.
pub async fn failure_end(State(app): State<Shared>, Form(form): Form<EndForm>) -> Redirect {
    app.failures.remove(form.id);
    Redirect::to("/mock#failures")
}

/// How to move the clock.
#[derive(Debug, Clone, Deserialize)]
pub struct ClockForm {
    action: ClockAction,
    #[serde(default)]
    now: String,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ClockAction {
    Put,
    Run,
    Minute,
    Idle,
    Day,
}

/// Moves the clock.
///
/// # Errors
/// `malformed` for a time that is none.
pub async fn clock(State(app): State<Shared>, Form(form): Form<ClockForm>) -> Result<Redirect, Refusal> {
    let change = match form.action {
        ClockAction::Run => Move::Put { now: None },
        ClockAction::Put => {
            let now: DateTime<Utc> = form.now.trim().parse().map_err(|_| ProblemCode::Malformed)?;
            Move::Put { now: Some(now) }
        }
        ClockAction::Minute => Move::Advance { advance_seconds: 60 },
        ClockAction::Idle => Move::Advance { advance_seconds: 18 * 60 },
        ClockAction::Day => Move::Advance { advance_seconds: 24 * 60 * 60 },
    };
    apply(&app, change)?;
    Ok(Redirect::to("/mock#clock"))
}

/// Puts everything back.
///
/// # Errors
/// Those of the database.
pub async fn reset(State(app): State<Shared>) -> Result<Redirect, Refusal> {
    app.reset()?;
    Ok(Redirect::to("/mock"))
}
