//! `PATCH /api/v1/files/{id}`: the next part of a file.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use chrono::{DateTime, Utc};
use contract::FileId;
use contract::attachment::{PART_MEDIA_TYPE, SentFile};
use contract::document::IndexEntry;
use contract::header::UPLOAD_OFFSET;
use contract::problem::ProblemCode;
use domain::access::Deed;
use domain::attachment::{HEAD_LENGTH, Limits, accepting, sniff};
use rusqlite::Connection;

use super::access;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::log::{self, Note};
use crate::store::file::{self, Stored};
use crate::store::session::Session;

/// How a part ends. Each is a change that is kept, a refusal too: what is useless is let go of at once.
#[allow(clippy::large_enum_variant, reason = "one of it, for a moment")]
enum Outcome {
    /// What came is kept, and maybe received.
    There(SentFile),
    /// Nothing of the file can be kept, and why.
    Useless(ProblemCode),
    /// The part begins elsewhere than the file ends, which is here.
    Elsewhere(u64),
}

/// Adds the bytes; with the last one the file gets its receipt.
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
    let outcome = app.store.atomically(|db| {
        let (file, document) = access::own(db, &session.account, &id)?;
        let start = start(&headers)?;
        let outcome = take(db, &session.account, (&file, &document), (start, &bytes), now)?;
        if let Outcome::There(there) = &outcome
            && there.receipt.is_some()
            && !file.is_received()
        {
            let (person, document) = (&document.person, Some(&document.id));
            log::note(db, &session, now, Note { person, deed: Deed::SentFile, document, allowed: true })?;
        }
        Ok::<_, Refusal>(outcome)
    })?;
    match outcome {
        Outcome::There(file) => Ok(Json(file).into_response()),
        Outcome::Useless(code) => Err(code.into()),
        Outcome::Elsewhere(received) => {
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

fn take(
    db: &Connection,
    account: &str,
    (file, document): (&Stored, &IndexEntry),
    (start, bytes): (u64, &[u8]),
    now: DateTime<Utc>,
) -> Result<Outcome, Refusal> {
    if !file.is_received() && !file.is_receiving(now) {
        return Err(ProblemCode::UploadOver.into());
    }
    if start != file.received || (file.is_received() && !bytes.is_empty()) {
        return Ok(Outcome::Elsewhere(file.received));
    }
    if file.is_received() {
        return Ok(Outcome::There(file.wire(account)));
    }
    // The fund may have decided while the file was on its way. The file has its place already, hence no number.
    accepting(&document.status, 0, &Limits::ours()).map_err(|_| ProblemCode::FilesClosed)?;
    let received = file.received + u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if received > file.size {
        return Err(ProblemCode::TooLarge.into());
    }
    file::append(db, &file.id, start, bytes, now)?;
    if let Some(code) = fault(db, file, received)? {
        file::give_up(db, &file.id, None)?;
        return Ok(Outcome::Useless(code));
    }
    let id = if received == file.size { receive(db, file, now)? } else { file.id.clone() };
    let file = file::one(db, &id)?.ok_or(ProblemCode::Internal)?;
    Ok(Outcome::There(file.wire(account)))
}

/// What is wrong with the content, as soon as it can be told: its type by its beginning, the rest by the whole.
fn fault(db: &Connection, file: &Stored, received: u64) -> rusqlite::Result<Option<ProblemCode>> {
    let complete = received == file.size;
    let told = complete || received >= u64::try_from(HEAD_LENGTH).unwrap_or_default();
    if told && sniff(&file::head(db, &file.id)?) != file.kind.known() {
        return Ok(Some(ProblemCode::FileType));
    }
    let damaged = complete && file::digest(db, &file.id)? != file.sha256;
    Ok(damaged.then_some(ProblemCode::FileDamaged))
}

/// Gives the file its receipt. Where the same content was received meanwhile, it becomes that file: nothing is there twice.
fn receive(db: &Connection, file: &Stored, now: DateTime<Utc>) -> rusqlite::Result<FileId> {
    let others = file::of(db, &file.document, now)?;
    let same = |other: &Stored| other.is_received() && other.sha256 == file.sha256 && other.size == file.size;
    if let Some(other) = others.into_iter().find(same) {
        file::give_up(db, &file.id, Some(&other.id))?;
        return Ok(other.id);
    }
    file::receive(db, &file.id, now)?;
    Ok(file.id.clone())
}
