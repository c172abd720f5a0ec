//! The texts of messages that are published.

use contract::path;
use contract::template::PublishedTemplates;

use super::ApiError;
use super::request::Ask;

/// What is in use, and what was lately. The same for everybody: nothing of what somebody pasted goes there.
///
/// # Errors
/// When it cannot be had.
pub async fn templates() -> Result<PublishedTemplates, ApiError> {
    Ask::get(path::PUBLISHED_TEMPLATES).send().await?.read()
}
