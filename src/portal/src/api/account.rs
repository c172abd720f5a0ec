//! The account.

use std::sync::LazyLock;

use contract::account::{Account, AccountPatch, ActiveSessions, EndedSessions, SignIns};
use contract::path;
use domain::coded::Coded;
use domain::language::Language;
use gloo_net::http::Method;
use leptos::prelude::*;

use super::ApiError;
use super::request::{Answer, Ask};

/// An account and the version it was read in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versioned {
    /// The account.
    pub account: Account,
    /// Its `ETag`, to be sent back with a change.
    pub etag: String,
}

/// The account.
///
/// # Errors
/// When it cannot be had.
pub async fn get() -> Result<Versioned, ApiError> {
    versioned(Ask::get(path::ACCOUNT)).await
}

/// Changes the account, if it is still as it was read.
///
/// # Errors
/// [`ApiError::Changed`] when somebody changed it meanwhile, [`ApiError::Fields`] when something cannot be taken.
pub async fn patch(etag: &str, patch: &AccountPatch) -> Result<Versioned, ApiError> {
    versioned(Ask::write(Method::PATCH, path::ACCOUNT).header("if-match", etag).json(patch)?).await
}

async fn versioned(ask: Ask) -> Result<Versioned, ApiError> {
    Unread(ask.send().await?).read()
}

/// An account as it came. What reads it is code that only the page of the account needs, and not the first load.
pub struct Unread(Answer);

impl Unread {
    /// Reads it.
    ///
    /// # Errors
    /// [`ApiError::Unreadable`] when it is no account with a version.
    pub fn read(self) -> Result<Versioned, ApiError> {
        let account = self.0.read()?;
        Ok(Versioned { account, etag: self.0.etag.ok_or(ApiError::Unreadable)? })
    }
}

/// Counts languages that were kept from outside of the account's page, for that page if it is open meanwhile.
pub static LANGUAGES_KEPT: LazyLock<ArcRwSignal<u32>> = LazyLock::new(|| ArcRwSignal::new(0));

/// Keeps the language in the account, whatever else is changed meanwhile.
///
/// # Errors
/// [`ApiError::Changed`] when the account was changed twice just now, and those of the requests.
pub async fn keep_language(language: Language) -> Result<Unread, ApiError> {
    let patch = AccountPatch { language: Some(Coded::Known(language)), ..AccountPatch::default() };
    let mut again = true;
    loop {
        let etag = Ask::get(path::ACCOUNT).send().await?.etag.ok_or(ApiError::Unreadable)?;
        let change = Ask::write(Method::PATCH, path::ACCOUNT).header("if-match", &etag).json(&patch)?;
        match change.send().await {
            Err(ApiError::Changed) if again => again = false,
            answer => return answer.map(Unread),
        }
    }
}

/// Sessions that have not ended.
///
/// # Errors
/// When they cannot be had.
pub async fn sessions() -> Result<ActiveSessions, ApiError> {
    Ask::get(path::SESSIONS).send().await?.read()
}

/// Ends all sessions but this one.
///
/// # Errors
/// When the request failed.
pub async fn end_other_sessions() -> Result<EndedSessions, ApiError> {
    Ask::write(Method::DELETE, path::SESSIONS).send().await?.read()
}

/// Attempts to sign in.
///
/// # Errors
/// When they cannot be had.
pub async fn sign_ins() -> Result<SignIns, ApiError> {
    Ask::get(path::SIGN_INS).send().await?.read()
}
