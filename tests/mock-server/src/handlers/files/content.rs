//! `GET /api/v1/files/{id}/content`: hands a file back.

use std::fmt::Write as _;

use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use contract::problem::ProblemCode;
use domain::access::Deed;
use domain::attachment::{FileType, download_name};
use futures_util::stream;

use super::access;
use crate::handlers::tried::noted;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::log::{self, Note};
use crate::store::file;
use crate::store::session::Session;

/// Answers with the bytes, part by part. What is not received has no content to give back yet. Each download is noted, before its
/// first byte leaves.
///
/// # Errors
/// `not_allowed`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let (now, deed) = (app.clock.now(), Deed::DownloadedFile);
    let document = app.store.with(|db| access::document_of(db, &id))?;
    let found = app.store.atomically(|db| {
        let (file, document) = access::known(db, &session.account, &id)?;
        if !file.is_received() {
            return Err(ProblemCode::NotAllowed.into());
        }
        let (person, id) = (&document.person, Some(&document.id));
        log::note(db, &session, now, Note { person, deed, document: id, allowed: true })?;
        Ok(file)
    });
    let file = noted(&app, &session, deed, document.as_ref(), found)?;
    let kind = file.kind.known();
    let name = kind.map_or_else(|| file.name.clone(), |kind| download_name(&file.name, kind));
    let headers = [
        (CONTENT_TYPE, kind.map_or("application/octet-stream", FileType::media_type).to_owned()),
        (CONTENT_LENGTH, file.size.to_string()),
        (CONTENT_DISPOSITION, disposition(&name)),
    ];
    let parts = stream::try_unfold(0, move |start| {
        let (app, id) = (app.clone(), file.id.clone());
        async move {
            let part = app.store.with(|db| file::bytes(db, &id, start)).map_err(std::io::Error::other)?;
            Ok::<_, std::io::Error>(part.map(|part| {
                let next = start + u64::try_from(part.len()).unwrap_or_default();
                (Bytes::from(part), next)
            }))
        }
    });
    Ok((headers, Body::from_stream(parts)).into_response())
}

/// `attachment` with the name in UTF-8 (RFC 6266, RFC 8187).
fn disposition(name: &str) -> String {
    let mut text = "attachment; filename*=UTF-8''".to_owned();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leaves_its_place_in_the_header() {
        assert_eq!(disposition("a b\"\r\n.pdf"), "attachment; filename*=UTF-8''a%20b%22%0D%0A.pdf");
        assert_eq!(disposition("ж"), "attachment; filename*=UTF-8''%D0%B6");
    }
}
