//! `PATCH /api/v1/files/{id}`: the next part of a file.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use chrono::{DateTime, Utc};
use contract::FileId;
use contract::attachment::PART_MEDIA_TYPE;
use contract::header::UPLOAD_OFFSET;
use contract::problem::ProblemCode;
use domain::attachment::{HEAD_LENGTH, Limits, accepting, sniff};
use rusqlite::Connection;

use super::access;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::file::{self, Stored};
use crate::store::session::Session;

/// How a part ends.
enum Outcome {
    /// What came is kept.
    Kept(FileId),
    /// Nothing of the file can be kept.
    Useless(FileId, ProblemCode),
    /// The same content was received meanwhile.
    Same(FileId, FileId),
}

/// Adds the bytes; with the last one the file gets its receipt. What is found to be useless is let go of at once.
///
/// # Errors
/// `not_allowed`, `malformed`, `upload_offset`, `files_closed`, `upload_over`, `too_large`, `file_type`, or `file_damaged`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let account = session.account.as_str();
    let answer = app.store.atomically(|db| {
        let known = access::own(db, account, &id)?;
        let start = start(&headers)?;
        if !known.is_received() && !known.is_receiving(now) {
            return Err(ProblemCode::UploadOver.into());
        }
        if start != known.received || (known.is_received() && !bytes.is_empty()) {
            return Ok(Err(known.received));
        }
        let id = match add(db, &known, &bytes, now)? {
            Outcome::Kept(id) => id,
            Outcome::Useless(id, code) => {
                file::give_up(db, &id, None)?;
                return Ok(Ok(Err(code)));
            }
            Outcome::Same(id, other) => {
                file::give_up(db, &id, Some(&other))?;
                other
            }
        };
        let file = file::one(db, &id)?.ok_or(ProblemCode::Internal)?;
        Ok(Ok(Ok(file.wire(account))))
    })?;
    match answer {
        Ok(Ok(file)) => Ok(Json(file).into_response()),
        Ok(Err(code)) => Err(code.into()),
        Err(received) => {
            let mut response = Refusal::from(ProblemCode::UploadOffset).into_response();
            response.headers_mut().insert(UPLOAD_OFFSET, HeaderValue::from(received));
            Ok(response)
        }
    }
}

/// Where the part begins.
fn start(headers: &HeaderMap) -> Result<u64, Refusal> {
    if headers.get(CONTENT_TYPE).is_none_or(|kind| kind != PART_MEDIA_TYPE) {
        return Err(ProblemCode::Malformed.into());
    }
    let start = headers.get(UPLOAD_OFFSET).and_then(|start| start.to_str().ok());
    // Digits only: reading a number would take a sign too.
    let start = start.filter(|start| start.bytes().all(|byte| byte.is_ascii_digit()));
    start.and_then(|start| start.parse().ok()).ok_or_else(|| ProblemCode::Malformed.into())
}

fn add(db: &Connection, file: &Stored, bytes: &[u8], now: DateTime<Utc>) -> Result<Outcome, Refusal> {
    let id = file.id.clone();
    if file.is_received() {
        return Ok(Outcome::Kept(id));
    }
    // The fund may have decided while the file was on its way. It counts itself already, hence no number.
    let document = access::seen(db, &file.account, file.document.as_str())?;
    accepting(&document.entry.status, 0, &Limits::ours()).map_err(|_| ProblemCode::FilesClosed)?;
    let received = file.received + u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if received > file.size {
        return Err(ProblemCode::TooLarge.into());
    }
    file::append(db, &id, file.received, bytes, now)?;
    let complete = received == file.size;
    let told = complete || received >= u64::try_from(HEAD_LENGTH).unwrap_or_default();
    if told && sniff(&file::head(db, &id)?) != file.kind.known() {
        return Ok(Outcome::Useless(id, ProblemCode::FileType));
    }
    if !complete {
        return Ok(Outcome::Kept(id));
    }
    if file::digest(db, &id)? != file.sha256 {
        return Ok(Outcome::Useless(id, ProblemCode::FileDamaged));
    }
    let others = file::of(db, &file.document, now)?;
    let same = others
        .into_iter()
        .find(|other| other.is_received() && other.sha256 == file.sha256 && other.size == file.size);
    if let Some(other) = same {
        return Ok(Outcome::Same(id, other.id));
    }
    file::receive(db, &id, now)?;
    Ok(Outcome::Kept(id))
}
