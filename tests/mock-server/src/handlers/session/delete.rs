//! `DELETE /api/v1/session`: sign-out.

use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::IntoResponse;

use crate::cookie;
use crate::refusal::Refusal;
use crate::state::{Shared, Signal};
use crate::store::session::{self, Session};

/// Ends the session on the server, takes the cookie away and ends the streams.
///
/// No `Clear-Site-Data`: nothing personal is ever in the HTTP cache, and clearing it would cost the next person on
/// this device the whole app.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    State(app): State<Shared>,
    Extension(own): Extension<Session>,
) -> Result<impl IntoResponse, Refusal> {
    app.store.with(|db| session::end(db, &own.token))?;
    app.signal(Signal::Changed);
    Ok((StatusCode::NO_CONTENT, [(SET_COOKIE, cookie::clear())]))
}
