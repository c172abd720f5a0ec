//! Changes of documents as they happen.

use serde::{Deserialize, Serialize};

use crate::document::{Event, IndexEntry};

/// One change: the document as the list shows it now, and the event that did it.
///
/// In the stream it is the `data` of a server-sent event of type `change`, whose `id` is the event's sequence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Change {
    /// The document after the change.
    pub document: IndexEntry,
    /// What happened.
    pub event: Event,
}

/// Answer of `GET /api/v1/changes?after=N`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Changes {
    /// The number to ask after next time.
    pub sequence: u64,
    /// True when the server no longer knows all changes since: read the index again.
    pub reset: bool,
    /// The changes, oldest first; empty when `reset`.
    pub changes: Vec<Change>,
}

/// Types of server-sent events in the stream.
pub mod stream {
    /// A [`super::Change`].
    pub const CHANGE: &str = "change";
    /// The server no longer knows all changes since `Last-Event-ID`: read the index again. Data: the sequence.
    pub const RESET: &str = "reset";
    /// The session is over; the stream ends and must not be opened again before signing in.
    pub const SESSION_OVER: &str = "session_over";
}
