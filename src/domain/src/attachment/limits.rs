//! How large a file may be, how many a document takes, and why one is refused before it is sent.

use chrono::TimeDelta;

use super::kind::{FileType, HEAD_LENGTH, sniff};
use super::name::safe_name;
use crate::citation::{Citation, DESIGN};
use crate::coded::{Code as _, codes};

/// What one server takes. A server states its own; [`Limits::ours`] are those of the portal's designers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The largest file, in bytes; a file of exactly this size is taken.
    pub file_bytes: u64,
    /// The most files of one document.
    pub files: u32,
    /// The most bytes that go in one request.
    pub part_bytes: u32,
    /// The types that are taken.
    pub types: Vec<FileType>,
}

/// The source of [`Limits::ours`] and of [`UPLOAD_LIFETIME`]: no public source states any for this portal.
pub const LIMITS_SOURCE: Citation = DESIGN;

/// A file that was begun and not finished is kept for this long after its last bytes came: over a night without a
/// connection.
pub const UPLOAD_LIFETIME: TimeDelta = TimeDelta::hours(24);

impl Limits {
    /// 10 MB for each file, which the photographs of phones stay below; 20 files for a document; parts of 256 kB, so
    /// that little is sent again after a cut and progress can be seen on a slow line.
    #[must_use]
    pub fn ours() -> Self {
        Self {
            file_bytes: 10 * 1024 * 1024,
            files: 20,
            part_bytes: 256 * 1024,
            types: FileType::ALL.to_vec(),
        }
    }
}

codes! {
    /// Why a file is not sent.
    pub enum Refusal {
        /// It has no content.
        Empty = "file.empty",
        /// It is larger than a file may be.
        TooLarge = "file.too_large",
        /// By its content it is none of the types that are taken, whatever its name says.
        Type = "file.type",
        /// Nothing of its name can be shown, or, on the server, the name is not as [`safe_name`] leaves it.
        Name = "file.name",
        /// The document has as many files as it takes.
        TooMany = "file.too_many",
        /// The device cannot read it: it was moved, changed or deleted. Only a device says so, and [`check`] never.
        Unreadable = "file.unreadable",
    }
}

/// What is known of a file that somebody chose, before it is sent: its name to show and its real type.
///
/// `head` are the first [`HEAD_LENGTH`] bytes, or all of a shorter file; `others` is how many files the document has
/// already, those on their way included.
///
/// # Errors
/// The first [`Refusal`] in this order: empty, too large, type, name, too many.
pub fn check(
    name: &str,
    size: u64,
    head: &[u8],
    others: usize,
    limits: &Limits,
) -> Result<(String, FileType), Refusal> {
    check_size(size, limits)?;
    let kind = sniff(&head[..head.len().min(HEAD_LENGTH)]).ok_or(Refusal::Type)?;
    check_announced(size, kind, limits)?;
    let name = safe_name(name).ok_or(Refusal::Name)?;
    if others >= usize::try_from(limits.files).unwrap_or(usize::MAX) {
        return Err(Refusal::TooMany);
    }
    Ok((name, kind))
}

/// Checks what is announced of a file whose content is not here yet.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::TooLarge`] or [`Refusal::Type`].
pub fn check_announced(size: u64, kind: FileType, limits: &Limits) -> Result<(), Refusal> {
    check_size(size, limits)?;
    if limits.types.contains(&kind) { Ok(()) } else { Err(Refusal::Type) }
}

fn check_size(size: u64, limits: &Limits) -> Result<(), Refusal> {
    match size {
        0 => Err(Refusal::Empty),
        size if size > limits.file_bytes => Err(Refusal::TooLarge),
        _ => Ok(()),
    }
}
