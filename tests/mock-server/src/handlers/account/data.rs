//! `GET /api/v1/account/data`: everything that is kept of the account holder.

use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_DISPOSITION;
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use contract::account_data::Part;
use contract::problem::ProblemCode;
use domain::moment::Zone;

use crate::refusal::Refusal;
use crate::seed;
use crate::state::Shared;
use crate::store::session::Session;
use crate::store::{account, account_data};

const PARTS: &str = include_str!("../../../data/parts.json");

/// Answers with the data as a file to keep. Its name holds the day and no person.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let parts: Vec<Part> = seed::own("data/parts.json", PARTS).map_err(|error| {
        eprintln!("{error}");
        Refusal::from(ProblemCode::Internal)
    })?;
    let (data, own) = app.store.with(|db| {
        Ok::<_, Refusal>((
            account_data::of(db, &session.account, parts, now)?,
            account::own(db, &session.account)?,
        ))
    })?;
    let day = own.map_or(Zone::Sofia, |own| own.zone).day(now);
    let name = HeaderValue::try_from(format!("attachment; filename=\"yasno-{day}.json\""));
    let name = name.map_err(|_| ProblemCode::Internal)?;
    let mut response = Json(data).into_response();
    response.headers_mut().insert(CONTENT_DISPOSITION, name);
    Ok(response)
}
