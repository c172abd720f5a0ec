//! The session.

use contract::session::RawSession;
use contract::{header, path};
use gloo_net::http::Method;

use super::request::Ask;
use super::{ApiError, early};

/// Who is signed in. The first call takes the answer that the page asked for before the app was there; a later one leaves the
/// documents aside that were asked for with it, since by then that answer failed too, or is old.
///
/// # Errors
/// [`ApiError::SignedOut`] when nobody is.
pub async fn get() -> Result<RawSession, ApiError> {
    if let Some(answer) = early::take("session").await {
        return answer?.read();
    }
    early::forget("documents");
    Ask::get(path::SESSION).send().await?.read()
}

/// The session as it is now, for news that nobody asked for. Does not keep it alive: nobody did anything.
///
/// # Errors
/// When it cannot be had.
pub async fn renewed() -> Result<RawSession, ApiError> {
    Ask::get(path::SESSION).header(header::BACKGROUND, "1").send().await?.read()
}

/// Keeps the session alive.
///
/// # Errors
/// When it is over already, or the request failed.
pub async fn extend() -> Result<RawSession, ApiError> {
    Ask::write(Method::POST, path::SESSION_EXTENSION).send().await?.read()
}

/// Signs out on the server.
///
/// # Errors
/// When the request failed; somebody who is signed out already is signed out.
pub async fn sign_out() -> Result<(), ApiError> {
    match Ask::write(Method::DELETE, path::SESSION).send().await {
        Ok(_) | Err(ApiError::SignedOut) => Ok(()),
        Err(error) => Err(error),
    }
}
