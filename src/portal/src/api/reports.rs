//! Reports on documents.

use contract::report::{NewReport, Report, Reports};
use contract::{DocumentId, header, path};
use gloo_net::http::Method;

use super::ApiError;
use super::request::Ask;

/// What was reported of a document.
///
/// # Errors
/// [`ApiError::NotAllowed`] when the document is not shared with this account, or not there.
pub async fn of(document: &DocumentId) -> Result<Reports, ApiError> {
    Ask::get(&path::reports(document)).send().await?.read()
}

/// Reports a document or one of its events. `key` is the same for every attempt of the same report.
///
/// # Errors
/// [`ApiError::Fields`] when something cannot be taken, and those of the request.
pub async fn send(document: &DocumentId, report: &NewReport, key: &str) -> Result<Report, ApiError> {
    let ask = Ask::write(Method::POST, &path::reports(document)).header(header::IDEMPOTENCY_KEY, key);
    ask.json(report)?.send().await?.read()
}
