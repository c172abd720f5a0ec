//! Files that people send to a document.

use std::time::Duration;

use contract::attachment::{NewFile, PART_MEDIA_TYPE, SentFile, SentFiles};
use contract::{DocumentId, FileId, header, path};
use gloo_net::http::Method;
use js_sys::Uint8Array;

use super::ApiError;
use super::request::Ask;

/// A part without an answer for this long is given up. At 2 kB in a second the smallest parts still arrive.
const PART_LIMIT: Duration = Duration::from_mins(1);

/// The files of a document, and what it takes.
///
/// # Errors
/// [`ApiError::NotAllowed`] when the document is not shared with this account, or not there.
pub async fn list(document: &DocumentId) -> Result<SentFiles, ApiError> {
    Ask::get(&path::document_files(document)).send().await?.read()
}

/// Announces a file. The answer may be one that was begun or received before.
///
/// # Errors
/// When it is not taken, with the server's code, or the request failed.
pub async fn begin(document: &DocumentId, file: &NewFile) -> Result<SentFile, ApiError> {
    Ask::write(Method::POST, &path::document_files(document)).json(file)?.send().await?.read()
}

/// How much of a file is there. Nobody waits for the answer: it does not keep the session alive.
///
/// # Errors
/// When it cannot be had.
pub async fn get(id: &FileId) -> Result<SentFile, ApiError> {
    Ask::get(&path::file(id)).header(header::BACKGROUND, "1").send().await?.read()
}

/// Sends the bytes that come after the first `offset` ones. That a file was to be sent was an action of the person, its parts
/// are none: they do not keep the session alive.
///
/// # Errors
/// When they are not taken, with the server's code, or the request failed.
pub async fn append(id: &FileId, offset: u64, bytes: Uint8Array) -> Result<SentFile, ApiError> {
    Ask::write(Method::PATCH, &path::file(id))
        .header(header::UPLOAD_OFFSET, &offset.to_string())
        .header(header::BACKGROUND, "1")
        .bytes(bytes.into(), PART_MEDIA_TYPE, PART_LIMIT)
        .send()
        .await?
        .read()
}

/// Takes back a file that is not received yet.
///
/// # Errors
/// When it is received already, or the request failed.
pub async fn delete(id: &FileId) -> Result<(), ApiError> {
    Ask::write(Method::DELETE, &path::file(id)).send().await.map(drop)
}

/// Where a file that was received can be saved from.
pub fn content_address(id: &FileId) -> String {
    path::file_content(id)
}
