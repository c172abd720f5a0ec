//! Text files of the chosen language, and style sheets: what areas of the app need beside their code.

use domain::coded::Code;
use domain::language::Language;

use super::request::Ask;
use super::{ApiError, early};
use crate::browser;

/// The language that the page decided on before the app was there.
pub fn early_language() -> Option<String> {
    early::member("lang")?.as_string()
}

/// The texts of the shell that the page asked for before the app was there.
///
/// # Errors
/// When there are none, or they failed.
pub async fn early() -> Result<Vec<String>, ApiError> {
    early::take("texts").await.unwrap_or(Err(ApiError::Offline))?.read()
}

/// Fetches the texts of an area.
///
/// # Errors
/// When they cannot be had.
pub async fn fetch(language: Language, area: &str) -> Result<Vec<String>, ApiError> {
    let path = format!("/locales/{}/{area}{}.json", language.code(), edition());
    Ask::get(&path).send().await?.read()
}

/// Asks for a style sheet at once, unless it is here already; what is returned waits until it is applied, or says that it cannot
/// be had.
pub fn style(name: &str) -> impl Future<Output = bool> {
    browser::stylesheet(format!("/style/areas/{name}{}.css", edition()))
}

/// What stands before the ending of all these files: a hash, so that they may be kept for ever.
fn edition() -> String {
    early::member("edition").and_then(|edition| edition.as_string()).unwrap_or_default()
}
