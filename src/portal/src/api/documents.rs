//! Documents.

use std::sync::Arc;

use contract::document::{Document, DocumentIndex, Event, Events, FactsBrief, Hidden, IndexEntry};
use contract::{DocumentId, path};
use domain::document::Recorded;
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

/// A document as far as its page shows it at once. What else is printed on it is read where it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What the list shows.
    pub entry: IndexEntry,
    /// What the page shows at once.
    pub facts: FactsBrief,
    /// What happened, in order of arrival.
    pub events: Vec<Event>,
    /// All of it, as it came.
    text: Arc<str>,
}

impl Opened {
    /// The events, as the rules take them.
    pub fn recorded(&self) -> Vec<Recorded> {
        self.events.iter().map(Recorded::from).collect()
    }

    /// The document with all that is printed on it.
    ///
    /// # Errors
    /// [`ApiError::Unreadable`] when that is not what the contract says.
    pub fn whole(&self) -> Result<Document, ApiError> {
        let facts = serde_json::from_str(&self.text).map_err(|_| ApiError::Unreadable)?;
        Ok(Document { entry: self.entry.clone(), facts, events: self.events.clone() })
    }
}

/// One document with its events.
///
/// # Errors
/// [`ApiError::NotAllowed`] when it is not shared with this account, or not there.
pub async fn one(id: &DocumentId) -> Result<Opened, ApiError> {
    let answer = Ask::get(&path::document(id)).send().await?;
    // One after another: see [`contract::document::Facts`].
    let (entry, facts) = (answer.read()?, answer.read()?);
    let Events { events } = answer.read()?;
    Ok(Opened { entry, facts, events, text: answer.body.into() })
}

/// Hides a document from proxies, or shows it again.
///
/// # Errors
/// [`ApiError::NotAllowed`] when it is not the account's own, or the person is too young to decide that.
pub async fn hide(id: &DocumentId, hidden: bool) -> Result<Hidden, ApiError> {
    Ask::write(Method::PUT, &path::document_hidden(id)).json(&Hidden { hidden })?.send().await?.read()
}
