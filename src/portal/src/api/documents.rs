//! Documents.

use contract::document::{Document, DocumentIndex, Events, Hidden};
use contract::{DocumentId, path};
use gloo_net::http::Method;

use super::request::Ask;
use super::{ApiError, early};

/// The index of all documents. The first call takes the answer that the page asked for before the app was there.
///
/// # Errors
/// When it cannot be had.
pub async fn index() -> Result<DocumentIndex, ApiError> {
    match early::take("documents").await {
        Some(Ok(answer)) => answer.read(),
        Some(Err(ApiError::SignedOut)) | None => Ask::get(path::DOCUMENTS).send().await?.read(),
        Some(Err(error)) => Err(error),
    }
}

/// One document with its events.
///
/// # Errors
/// [`ApiError::NotAllowed`] when it is not shared with this account, or not there.
pub async fn one(id: &DocumentId) -> Result<Document, ApiError> {
    let answer = Ask::get(&path::document(id)).send().await?;
    // One after another: see [`contract::document::Facts`].
    let (entry, facts) = (answer.read()?, answer.read()?);
    let Events { events } = answer.read()?;
    Ok(Document { entry, facts, events })
}

/// Hides a document from proxies, or shows it again.
///
/// # Errors
/// [`ApiError::NotAllowed`] when it is not the account's own, or the person is too young to decide that.
pub async fn hide(id: &DocumentId, hidden: bool) -> Result<Hidden, ApiError> {
    Ask::write(Method::PUT, &path::document_hidden(id)).json(&Hidden { hidden })?.send().await?.read()
}
