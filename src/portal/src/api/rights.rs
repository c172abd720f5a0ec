//! Rights of the account holder.

use contract::account_data::AccountDigest;
use contract::closure::{CloseAccount, Closing};
use contract::correction::{Correction, Corrections, NewCorrection};
use contract::{header, path};
use domain::data_right::closure::CONFIRMATION;
use gloo_net::http::Method;

use super::ApiError;
use super::request::Ask;

/// Everything that is kept of the account holder.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// As it came: what is saved as a file is what the server sent, and nothing that this build might not know is missing.
    pub file: String,
    /// What the page says of it.
    pub data: AccountDigest,
}

/// Everything that is kept of the account holder.
///
/// # Errors
/// When it cannot be had.
pub async fn data() -> Result<Taken, ApiError> {
    let answer = Ask::get(path::ACCOUNT_DATA).send().await?;
    let data = answer.read()?;
    Ok(Taken { file: answer.body, data })
}

/// What was asked to be corrected.
///
/// # Errors
/// When it cannot be had.
pub async fn corrections() -> Result<Corrections, ApiError> {
    Ask::get(path::CORRECTIONS).send().await?.read()
}

/// Asks for a correction. `key` is the same for every attempt of the same request.
///
/// # Errors
/// [`ApiError::Fields`] when something cannot be taken, and those of the request.
pub async fn ask_correction(asked: &NewCorrection, key: &str) -> Result<Correction, ApiError> {
    let ask = Ask::write(Method::POST, path::CORRECTIONS).header(header::IDEMPOTENCY_KEY, key);
    ask.json(asked)?.send().await?.read()
}

/// What is in the way of closing the account.
///
/// # Errors
/// When it cannot be had.
pub async fn closing() -> Result<Closing, ApiError> {
    Ask::get(path::CLOSURE).send().await?.read()
}

/// Closes the account.
///
/// # Errors
/// [`ApiError::Fields`] when something is still open that the person was not told of, and those of the request.
pub async fn close(even_so: bool) -> Result<(), ApiError> {
    let asked = CloseAccount { confirm: CONFIRMATION.to_owned(), even_so };
    Ask::write(Method::POST, path::CLOSURE).json(&asked)?.send().await.map(drop)
}
