//! Entity tags: strong, made from the content itself.

use axum::http::header::{CONTENT_TYPE, ETAG, IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};

use contract::problem::ProblemCode;

use crate::refusal::Refusal;
use crate::secret::fingerprint;

/// The tag of a body.
#[must_use]
pub fn of(body: &[u8]) -> String {
    format!("\"{}\"", fingerprint(&[body]))
}

/// Whether a list of tags in a header names this one; `None` when there is no such header.
#[must_use]
pub fn listed(headers: &HeaderMap, name: &HeaderName, tag: &str) -> Option<bool> {
    let mut values = headers.get_all(name).iter().peekable();
    values.peek()?;
    Some(
        values
            .filter_map(|value| value.to_str().ok())
            .flat_map(|list| list.split(','))
            .map(str::trim)
            .any(|item| item == "*" || item.strip_prefix("W/").unwrap_or(item) == tag),
    )
}

/// Whether what is to be changed is still as the asker saw it.
///
/// # Errors
/// `precondition_missing` without `If-Match`, `changed` if it names another tag.
pub fn unchanged(headers: &HeaderMap, tag: &str) -> Result<(), Refusal> {
    match listed(headers, &IF_MATCH, tag) {
        None => Err(ProblemCode::PreconditionMissing.into()),
        Some(false) => Err(ProblemCode::Changed.into()),
        Some(true) => Ok(()),
    }
}

/// Answers with JSON and its tag, or with 304 when the asker has it already.
#[must_use]
pub fn json(request: &HeaderMap, body: String) -> Response {
    let tag = of(body.as_bytes());
    if listed(request, &IF_NONE_MATCH, &tag) == Some(true) {
        return (StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response();
    }
    ([(ETAG, tag), (CONTENT_TYPE, "application/json".to_owned())], body).into_response()
}
