//! Check-ups, follow-up and immunisations.

use contract::prevention::{CheckUpAnswer, NewCheckUpMark, Prevention};
use contract::{CheckUpInvitationId, CheckUpMarkId, PersonId, header, path};
use gloo_net::http::Method;

use super::ApiError;
use super::request::Ask;

/// What is known of a person, and the version in which it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versioned {
    /// What is known.
    pub known: Prevention,
    /// Its `ETag`, to be sent back with a change.
    pub tag: String,
}

/// What is known of a person's check-ups.
///
/// # Errors
/// [`ApiError::NotAllowed`] when the person is not one the account holder cares for.
pub async fn of(person: &PersonId) -> Result<Versioned, ApiError> {
    read(Ask::get(&path::person_prevention(person))).await
}

/// Marks a check-up as done. `key` is the same for every attempt of the same mark.
///
/// # Errors
/// [`ApiError::Changed`] when somebody changed it meanwhile, [`ApiError::Fields`] when the day cannot be taken.
pub async fn mark(
    person: &PersonId,
    tag: &str,
    new: &NewCheckUpMark,
    key: &str,
) -> Result<Versioned, ApiError> {
    let ask = Ask::write(Method::POST, &path::check_up_marks(person));
    read(attempt(ask, tag, key).json(new)?).await
}

/// Takes a mark back.
///
/// # Errors
/// [`ApiError::Changed`] when somebody changed it meanwhile, [`ApiError::NotAllowed`] when it is not there any more.
pub async fn unmark(
    person: &PersonId,
    tag: &str,
    mark: &CheckUpMarkId,
    key: &str,
) -> Result<Versioned, ApiError> {
    read(attempt(Ask::write(Method::DELETE, &path::check_up_mark(person, mark)), tag, key)).await
}

/// Declines an invitation, or takes that back.
///
/// # Errors
/// [`ApiError::Changed`] when somebody changed it meanwhile, [`ApiError::Fields`] when it is over.
pub async fn answer(
    person: &PersonId,
    tag: &str,
    invitation: &CheckUpInvitationId,
    answer: &CheckUpAnswer,
    key: &str,
) -> Result<Versioned, ApiError> {
    let ask = Ask::write(Method::PUT, &path::check_up_answer(person, invitation));
    read(attempt(ask, tag, key).json(answer)?).await
}

fn attempt(ask: Ask, tag: &str, key: &str) -> Ask {
    ask.header("if-match", tag).header(header::IDEMPOTENCY_KEY, key)
}

async fn read(ask: Ask) -> Result<Versioned, ApiError> {
    let answer = ask.send().await?;
    Ok(Versioned { known: answer.read()?, tag: answer.etag.ok_or(ApiError::Unreadable)? })
}
