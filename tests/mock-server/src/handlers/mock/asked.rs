//! `POST /mock/asked/{number}`: what the fund does with a report or a request for correction.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use contract::correction::Correction;
use contract::problem::ProblemCode;
use contract::report::Report;
use contract::wire::open;
use domain::coded::Coded;
use domain::data_right::State as Standing;
use rusqlite::OptionalExtension as _;
use serde::Deserialize;

use crate::extract::Body;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::{json, text};

/// What happens to it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// Where it stands from now on.
    #[serde(with = "open")]
    pub state: Coded<Standing>,
    /// What is answered.
    #[serde(default)]
    pub answer: Option<String>,
    /// The person is told that it takes longer; of corrections only.
    #[serde(default)]
    pub extended: bool,
}

/// Moves it on, at the time of the clock.
///
/// # Errors
/// `not_found` for a number that nobody has, `malformed` for a longer term of a report: there is none.
pub async fn handle(
    State(app): State<Shared>,
    Path(number): Path<String>,
    Body(progress): Body<Progress>,
) -> Result<StatusCode, Refusal> {
    let now = app.clock.now();
    app.store.atomically(|db| {
        let report = db
            .query_row("SELECT json FROM report WHERE number = ?", [&number], |row| json::<Report>(row, 0))
            .optional()?;
        if let Some(report) = report {
            if progress.extended {
                return Err(Refusal::from(ProblemCode::Malformed));
            }
            let answer = progress.answer.or(report.answer);
            let report = Report { state: progress.state, changed_at: now, answer, ..report };
            db.execute("UPDATE report SET json = ? WHERE number = ?", (text(&report)?, &number))?;
            return Ok(StatusCode::NO_CONTENT);
        }
        let correction = db
            .query_row("SELECT json FROM correction WHERE number = ?", [&number], |row| {
                json::<Correction>(row, 0)
            })
            .optional()?;
        let correction = correction.ok_or(ProblemCode::NotFound)?;
        let extended_at = progress.extended.then_some(now).or(correction.extended_at);
        let answer = progress.answer.or(correction.answer);
        let correction =
            Correction { state: progress.state, changed_at: now, extended_at, answer, ..correction };
        db.execute("UPDATE correction SET json = ? WHERE number = ?", (text(&correction)?, &number))?;
        Ok(StatusCode::NO_CONTENT)
    })
}
