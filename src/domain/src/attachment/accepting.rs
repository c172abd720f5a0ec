//! Which documents take files.

use super::limits::Limits;
use crate::citation::{Citation, DESIGN};
use crate::coded::{Coded, codes};
use crate::document::Status;

codes! {
    /// Why a document takes no files.
    pub enum Closed {
        /// The fund has decided: more files change nothing.
        Decided = "decided",
        /// The document is annulled, terminated or expired.
        Ended = "ended",
        /// Nobody waits for files with such a document.
        NotAsked = "not_asked",
        /// It has as many files as it takes.
        Full = "full",
        /// Its status is one that nobody here knows: ask the fund.
        UnknownStatus = "unknown_status",
        /// This account may look at the document, and not act for the person.
        NoRight = "no_right",
    }
}

/// What each status says, in the order of [`Status`].
///
/// Files help while there is no decision, also before anything was asked for: what is missing is often known earlier.
pub const ACCEPTING: [(Status, Result<(), Closed>); 23] = [
    (Status::Registered, Ok(())),
    (Status::DocsRequired, Ok(())),
    (Status::DocsReceived, Ok(())),
    (Status::Approved, Err(Closed::Decided)),
    (Status::Refused, Err(Closed::Decided)),
    (Status::Annulled, Err(Closed::Ended)),
    (Status::Terminated, Err(Closed::Ended)),
    (Status::Expired, Err(Closed::Ended)),
    (Status::Issued, Err(Closed::NotAsked)),
    (Status::Sent, Err(Closed::NotAsked)),
    (Status::Scheduled, Err(Closed::NotAsked)),
    (Status::Used, Err(Closed::Ended)),
    (Status::PartlyDispensed, Err(Closed::NotAsked)),
    (Status::Dispensed, Err(Closed::Ended)),
    (Status::Contested, Err(Closed::NotAsked)),
    (Status::InForce, Err(Closed::Decided)),
    (Status::Closed, Err(Closed::Ended)),
    (Status::Requested, Err(Closed::NotAsked)),
    (Status::InWork, Err(Closed::NotAsked)),
    (Status::Ready, Err(Closed::NotAsked)),
    (Status::HandedOver, Err(Closed::Ended)),
    (Status::Recorded, Err(Closed::NotAsked)),
    (Status::Corrected, Err(Closed::NotAsked)),
];
/// The source of [`ACCEPTING`]: the fund publishes no rule on files.
pub const ACCEPTING_SOURCE: Citation = DESIGN;

/// Whether a document in this status, with so many files already (those on their way included), takes one more.
///
/// # Errors
/// Why not; what the status says comes before [`Closed::Full`]. [`Closed::NoRight`] is not a matter of the document, and is never said here.
pub fn accepting(status: &Coded<Status>, files: usize, limits: &Limits) -> Result<(), Closed> {
    let status = status.known().ok_or(Closed::UnknownStatus)?;
    let says = ACCEPTING.iter().find(|(own, _)| *own == status);
    says.map_or(Err(Closed::UnknownStatus), |(_, says)| *says)?;
    if files < usize::try_from(limits.files).unwrap_or(usize::MAX) { Ok(()) } else { Err(Closed::Full) }
}
