//! The account.

use std::sync::LazyLock;

use contract::account::{Account, AccountPatch, ActiveSessions, EndedSessions, SignIns};
use contract::path;
use domain::coded::Coded;
use domain::language::Language;
use gloo_net::http::Method;
use leptos::prelude::*;

use super::ApiError;
use super::request::Ask;

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
    let answer = ask.send().await?;
    let account = answer.read()?;
    Ok(Versioned { account, etag: answer.etag.ok_or(ApiError::Unreadable)? })
}

/// Counts languages that were kept by [`keep_language`], for a page that shows the account meanwhile.
pub static LANGUAGES_KEPT: LazyLock<ArcRwSignal<u32>> = LazyLock::new(|| ArcRwSignal::new(0));

/// Keeps the language in the account. It reads nothing of it but the version, so that the first load needs no more.
///
/// # Errors
/// [`ApiError::Changed`] when somebody changed the account just now, and those of the requests.
pub async fn keep_language(language: Language) -> Result<(), ApiError> {
    let etag = Ask::get(path::ACCOUNT).send().await?.etag.ok_or(ApiError::Unreadable)?;
    let patch = AccountPatch { language: Some(Coded::Known(language)), ..AccountPatch::default() };
    Ask::write(Method::PATCH, path::ACCOUNT).header("if-match", &etag).json(&patch)?.send().await?;
    LANGUAGES_KEPT.update(|count| *count += 1);
    Ok(())
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
