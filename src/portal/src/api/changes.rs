//! Changes, asked for now and then where the stream cannot be had. The stream itself is opened in [`crate::state::live`].

use contract::change::Changes;
use contract::{header, path};

use super::ApiError;
use super::request::Ask;

/// Changes after a sequence number. Does not keep the session alive: nobody did anything.
///
/// # Errors
/// When they cannot be had.
pub async fn after(sequence: u64) -> Result<Changes, ApiError> {
    let path = format!("{}?after={sequence}", path::CHANGES);
    Ask::get(&path).header(header::BACKGROUND, "1").send().await?.read()
}

/// Address of the stream, from a sequence number on.
pub fn stream_address(sequence: u64) -> String {
    format!("{}?after={sequence}", path::CHANGE_STREAM)
}
