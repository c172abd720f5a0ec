//! Files that people send to a document, in parts that can be resumed.

use chrono::{DateTime, Utc};
use domain::attachment::{self, Closed, FileType, Sha256};
use domain::coded::{Coded, codes};
use serde::{Deserialize, Serialize};

use crate::FileId;
use crate::wire::{instant, instant_option, open, open_list, open_option, sha256};

/// Media type of the body of a part (draft-ietf-httpbis-resumable-upload).
pub const PART_MEDIA_TYPE: &str = "application/partial-upload";

codes! {
    /// Where a file stands on the server.
    pub enum FileState {
        /// Some of its bytes are still to come.
        Receiving = "receiving",
        /// The fund has it; there is a receipt.
        Received = "received",
    }
}

/// Body of `POST /api/v1/documents/{id}/files`: a file is announced before its bytes come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewFile {
    /// Its name as `domain::attachment::safe_name` leaves it: no path, nothing invisible, at most 120 characters.
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    pub name: String,
    /// Its type by its content, not by its name.
    #[serde(rename = "type", with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "jpeg"))]
    pub kind: Coded<FileType>,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of the whole file, 64 hexadecimal digits in lower case.
    #[serde(with = "sha256")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{64}$"))]
    pub sha256: Sha256,
}

/// A file that was sent, or that is being sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SentFile {
    /// Opaque id.
    pub id: FileId,
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(rename = "type", with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "jpeg"))]
    pub kind: Coded<FileType>,
    /// Its size in bytes.
    pub size: u64,
    /// How many of its bytes, from the first on, are there; equal to `size` once it is received.
    pub received: u64,
    /// Where it stands.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "receiving"))]
    pub state: Coded<FileState>,
    /// Who sends it.
    pub sender: Sender,
    /// When the server forgets it unless more bytes come; absent once it is received.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime, example = "2026-11-23T08:00:00Z"))]
    pub expires: Option<DateTime<Utc>>,
    /// The receipt, once it is received.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub receipt: Option<Receipt>,
}

/// Who sent a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sender {
    /// Whether it was this account.
    pub own: bool,
    /// Name of the account holder.
    pub name: String,
}

/// What the fund gives for a file that it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// The incoming number of the fund's register.
    #[cfg_attr(feature = "openapi", schema(example = "ВХ-2026-000123"))]
    pub number: String,
    /// When the last byte came.
    #[serde(with = "instant")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime, example = "2026-11-22T08:00:00Z"))]
    pub received_at: DateTime<Utc>,
    /// SHA-256 of what came.
    #[serde(with = "sha256")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{64}$"))]
    pub sha256: Sha256,
    /// How many bytes came.
    pub size: u64,
}

/// What the server takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FileLimits {
    /// The largest file in bytes; one of exactly this size is taken.
    pub file_bytes: u64,
    /// The most files of one document.
    pub files: u32,
    /// The most bytes that go in one part.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub part_bytes: u32,
    /// The types that are taken.
    #[serde(with = "open_list")]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>, example = json!(["pdf", "jpeg", "png", "heic"])))]
    pub types: Vec<Coded<FileType>>,
}

/// Answer of `GET /api/v1/documents/{id}/files`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SentFiles {
    /// Why the document takes no files from this account now; absent when it does.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "decided"))]
    pub closed: Option<Coded<Closed>>,
    /// What the server takes.
    pub limits: FileLimits,
    /// The files, in the order in which they were begun: those received, whoever sent them, and this account's own that are
    /// not received yet.
    pub files: Vec<SentFile>,
}

impl From<&Receipt> for attachment::Receipt {
    fn from(wire: &Receipt) -> Self {
        let Receipt { number, received_at, sha256, size } = wire.clone();
        Self { number, received_at, sha256, size }
    }
}

impl From<attachment::Receipt> for Receipt {
    fn from(receipt: attachment::Receipt) -> Self {
        let attachment::Receipt { number, received_at, sha256, size } = receipt;
        Self { number, received_at, sha256, size }
    }
}

impl From<&FileLimits> for attachment::Limits {
    /// Types that this build does not know cannot be recognised on the device, so they are left out.
    fn from(wire: &FileLimits) -> Self {
        Self {
            file_bytes: wire.file_bytes,
            files: wire.files,
            part_bytes: wire.part_bytes,
            types: wire.types.iter().filter_map(Coded::known).collect(),
        }
    }
}

impl From<attachment::Limits> for FileLimits {
    fn from(limits: attachment::Limits) -> Self {
        Self {
            file_bytes: limits.file_bytes,
            files: limits.files,
            part_bytes: limits.part_bytes,
            types: limits.types.into_iter().map(Coded::Known).collect(),
        }
    }
}
