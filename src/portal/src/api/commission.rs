//! Plans for TELK.

use contract::commission::{Commission, CommissionPatch};
use contract::{PersonId, path};
use gloo_net::http::Method;

use super::ApiError;
use super::request::Ask;

/// A plan, and the version in which it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The plan as it came.
    pub commission: Commission,
    /// Its `ETag`, to be sent back with a change.
    pub tag: String,
}

/// A person's plan.
///
/// # Errors
/// [`ApiError::NotAllowed`] when the account may not look at it.
pub async fn of(person: &PersonId) -> Result<Saved, ApiError> {
    saved(Ask::get(&path::person_commission(person))).await
}

/// Changes a person's plan, if it is still as it was read.
///
/// # Errors
/// [`ApiError::Changed`] when it was changed meanwhile, [`ApiError::Fields`] when something cannot be taken.
pub async fn change(person: &PersonId, tag: &str, patch: &CommissionPatch) -> Result<Saved, ApiError> {
    let ask = Ask::write(Method::PATCH, &path::person_commission(person)).header("if-match", tag);
    saved(ask.json(patch)?).await
}

async fn saved(ask: Ask) -> Result<Saved, ApiError> {
    let answer = ask.send().await?;
    Ok(Saved { commission: answer.read()?, tag: answer.etag.ok_or(ApiError::Unreadable)? })
}
