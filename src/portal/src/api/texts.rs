//! Text files of the chosen language.

use domain::coded::Code;
use domain::language::Language;
use js_sys::Reflect;

use super::request::Ask;
use super::{ApiError, early};

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

/// Fetches the texts of an area. The page knows the hashed names of all files.
///
/// # Errors
/// When they cannot be had.
pub async fn fetch(language: Language, area: &str) -> Result<Vec<String>, ApiError> {
    let path = early::member("paths")
        .and_then(|paths| Reflect::get(&paths, &language.code().into()).ok())
        .and_then(|areas| Reflect::get(&areas, &area.into()).ok())
        .and_then(|path| path.as_string())
        .ok_or(ApiError::Unreadable)?;
    Ask::get(&path).send().await?.read()
}
