//! Who asks: the session in the cookie, its expiry, and the token on writes.

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use contract::header::{BACKGROUND, CSRF_TOKEN, SESSION_EXPIRES_IN};
use contract::problem::ProblemCode;

use crate::cookie;
use crate::middleware::idempotency;
use crate::operation::{Access, Operation};
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::session::{self, Found, Session};

/// What a guarded route needs to know.
#[derive(Debug, Clone)]
pub struct Guard {
    /// The server.
    pub app: Shared,
    /// The operation behind it.
    pub operation: &'static Operation,
}

/// Lets nobody through who is not signed in. Handlers find the [`Session`] among the request's extensions.
pub async fn guard(State(guard): State<Guard>, mut request: Request, next: Next) -> Response {
    // Time may have ended or narrowed somebody's access since the last request.
    if let Err(error) = guard.app.sync() {
        return Refusal::from(error).into_response();
    }
    let session = match enter(&guard, request.headers()) {
        Ok(session) => session,
        Err(refusal) => return refusal.into_response(),
    };
    request.extensions_mut().insert(session.clone());
    let mut response = match guard.operation.access {
        Access::Write => idempotency::once(&guard.app, &session, request, next).await,
        _ => next.run(request).await,
    };
    let now = guard.app.clock.now();
    if let Ok(Found::Live(session)) = guard.app.store.with(|db| session::find(db, &session.token, now)) {
        let left = (session.expiry().end() - now).num_seconds();
        response.headers_mut().insert(SESSION_EXPIRES_IN, left.into());
    }
    response
}

/// The session of the request; what a person does keeps it alive.
fn enter(guard: &Guard, headers: &HeaderMap) -> Result<Session, Refusal> {
    let now = guard.app.clock.now();
    let mut session = of(&guard.app, headers, now)?;
    let access = guard.operation.access;
    if access == Access::Write
        && headers.get(CSRF_TOKEN).map(axum::http::HeaderValue::as_bytes) != Some(session.csrf.as_bytes())
    {
        return Err(ProblemCode::CsrfFailed.into());
    }
    let background = access == Access::Stream || headers.get(BACKGROUND).is_some_and(|value| value == "1");
    session.background = background;
    if !background {
        session.used = now;
        guard.app.store.with(|db| session::touch(db, &session.token, now))?;
    }
    Ok(session)
}

/// The session that the cookie names.
///
/// # Errors
/// `signed_out` when it names none, `session_over` when it has ended.
pub fn of(app: &Shared, headers: &HeaderMap, now: DateTime<Utc>) -> Result<Session, Refusal> {
    let token = cookie::token(headers).ok_or(ProblemCode::SignedOut)?;
    match app.store.with(|db| session::find(db, token, now))? {
        Found::Live(session) => Ok(session),
        Found::Over => Err(ProblemCode::SessionOver.into()),
        Found::Unknown => Err(ProblemCode::SignedOut.into()),
    }
}
