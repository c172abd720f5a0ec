//! Files that people send to a document: photographs and scans of what the fund asked for.
//!
//! What may be sent ([`Limits`], [`check`]), what a file really is ([`sniff`]), how its name is shown ([`safe_name`]),
//! which documents take files ([`accepting`]), and the life of one file from being chosen to its receipt ([`State`]).
//! The device and the server ask the same functions, so that what is refused is refused before a byte is sent.

mod accepting;
mod digest;
mod kind;
mod limits;
mod name;
mod state;

pub use accepting::{ACCEPTING, ACCEPTING_SOURCE, Closed, accepting};
pub use digest::Sha256;
pub use kind::{FileType, HEAD_LENGTH, SNIFF_SOURCE, sniff};
pub use limits::{LIMITS_SOURCE, Limits, Refusal, UPLOAD_LIFETIME, check, check_announced};
pub use name::{NAME_LIMIT, download_name, is_safe_name, safe_name};
pub use state::{Event, Failure, Next, Receipt, State};
