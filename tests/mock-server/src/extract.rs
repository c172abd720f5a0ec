//! Reading requests: every failure is a refusal with a code of the contract.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use contract::problem::ProblemCode;
use futures_util::StreamExt as _;
use serde::de::DeserializeOwned;

use crate::refusal::Refusal;

/// The largest body that is taken, in bytes.
pub const BODY_LIMIT: usize = 64 * 1024;

/// A JSON body.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let media = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        let json = media.split(';').next().is_some_and(|media| media.trim() == "application/json");
        let bytes = bytes(request, state).await?;
        // Every body is an object. A reader of structs would take an array too.
        if !json || bytes.trim_ascii_start().first() != Some(&b'{') {
            return Err(ProblemCode::Malformed.into());
        }
        serde_json::from_slice(&bytes).map(Self).map_err(|_| ProblemCode::Malformed.into())
    }
}

/// The bytes of a body up to the limit.
///
/// # Errors
/// `too_large`, or `malformed` when the body breaks off.
pub async fn bytes<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Refusal> {
    Bytes::from_request(request, state).await.map_err(|rejection| {
        let large = axum::response::IntoResponse::into_response(rejection).status();
        if large == StatusCode::PAYLOAD_TOO_LARGE {
            ProblemCode::TooLarge.into()
        } else {
            ProblemCode::Malformed.into()
        }
    })
}

/// A part of a file: at most `limit` bytes, as far as they come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What came.
    pub bytes: Vec<u8>,
    /// Whether that is all of it: false when the connection broke in the middle.
    pub whole: bool,
}

/// Reads a part of a file. What came before a connection broke is kept.
///
/// # Errors
/// `too_large`.
pub async fn part(body: axum::body::Body, limit: usize) -> Result<Part, Refusal> {
    let mut part = Part { bytes: Vec::new(), whole: true };
    let mut pieces = body.into_data_stream();
    while let Some(piece) = pieces.next().await {
        let Ok(piece) = piece else {
            part.whole = false;
            break;
        };
        if part.bytes.len() + piece.len() > limit {
            return Err(ProblemCode::TooLarge.into());
        }
        part.bytes.extend_from_slice(&piece);
    }
    Ok(part)
}

/// The query of a URL.
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let query = Query::<T>::from_request_parts(parts, state).await;
        query.map(|Query(asked)| Self(asked)).map_err(|_| ProblemCode::Malformed.into())
    }
}
