//! The operations on files that people send. What all operations share is added in `common`.
#![allow(dead_code, reason = "the functions only carry the descriptions that the document is generated from")]

use crate::attachment::{NewFile, SentFile, SentFiles};
use crate::path;

/// Files of a document
///
/// What the server takes, why it takes nothing more if so, and the files: those received, whoever sent them, and this
/// account's own that are not received yet. In the log of access it belongs to looking at the document.
#[utoipa::path(get, path = path::DOCUMENT_FILES, operation_id = "list_files", tag = "files",
    security(("session" = [])),
    params(("id" = String, Path, description = "Opaque id of the document", example = "d-0001")),
    responses((status = 200, description = "The files, in the order in which they were begun", body = SentFiles)))]
pub fn list_files() {}

/// Announce a file
///
/// Nothing is sent twice: when the document has received a file of the same SHA-256 and size, the answer is that file with
/// its receipt; when this account began the same one and did not finish, the answer is that one, to be resumed.
#[utoipa::path(post, path = path::DOCUMENT_FILES, operation_id = "begin_file", tag = "files",
    security(("session" = [])),
    params(("id" = String, Path, description = "Opaque id of the document", example = "d-0001")),
    request_body = NewFile,
    responses(
        (status = 201, description = "Begun: send its parts", body = SentFile),
        (status = 200, description = "Received or begun before", body = SentFile,
            example = json!({
                "id": "f-0001", "name": "решение ТЕЛК.jpg", "type": "jpeg", "size": 3_145_728, "received": 3_145_728,
                "state": "received", "sender": { "own": true, "name": "Мария Примерова" },
                "receipt": {
                    "number": "ВХ-2026-000123", "received_at": "2026-11-22T08:00:00Z", "size": 3_145_728,
                    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                },
            })),
    ))]
pub fn begin_file() {}

/// How much of a file is there
///
/// For resuming: the next part begins at `received`, which is also in `Upload-Offset` for those who ask with `HEAD`.
#[utoipa::path(get, path = path::FILE, operation_id = "get_file", tag = "files",
    security(("session" = [])),
    params(("id" = String, Path, description = "Opaque id of the file", example = "f-0001")),
    responses((status = 200, description = "The file, with its receipt once it is received", body = SentFile,
        headers(("Upload-Offset" = u64, description = "How many bytes are there")))))]
pub fn get_file() {}

/// Send the next part of a file
///
/// The bytes from `Upload-Offset` on, at most `part_bytes` of the limits. When the connection breaks in the middle, what came is
/// kept. With the last byte the answer has the receipt; to send nothing at the end of a received file gives it again.
#[utoipa::path(patch, path = path::FILE, operation_id = "append_file", tag = "files",
    security(("session" = [])),
    params(
        ("id" = String, Path, description = "Opaque id of the file", example = "f-0001"),
        ("Upload-Offset" = u64, Header, description = "How many bytes come before these", example = 262_144),
        ("X-Background" = Option<String>, Header, description = "`1` when nobody waits for it: it does not keep the \
         session alive"),
    ),
    request_body(content = String, content_type = "application/partial-upload", description = "The bytes"),
    responses((status = 200, description = "The file as it stands now", body = SentFile)))]
pub fn append_file() {}

/// Take a file back
///
/// Only while it is not received: what the fund has stays.
#[utoipa::path(delete, path = path::FILE, operation_id = "delete_file", tag = "files",
    security(("session" = [])),
    params(("id" = String, Path, description = "Opaque id of the file", example = "f-0001")),
    responses((status = 204, description = "Nothing of it is left")))]
pub fn delete_file() {}

/// The content of a file
///
/// To be saved, never to be shown inside the site. Each download stands in the log of access.
#[utoipa::path(get, path = path::FILE_CONTENT, operation_id = "get_file_content", tag = "files",
    security(("session" = [])),
    params(("id" = String, Path, description = "Opaque id of the file", example = "f-0001")),
    responses((status = 200, description = "The bytes as they were sent", body = String, content_type = "application/octet-stream",
        headers(
            ("Content-Disposition" = String, description = "`attachment` with the name (RFC 6266)"),
            ("X-Content-Type-Options" = String, description = "`nosniff`"),
        ),
        example = json!("%PDF-1.7 …"))))]
pub fn get_file_content() {}
