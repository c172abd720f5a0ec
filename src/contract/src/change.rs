//! Changes of documents as they happen.

use chrono::{DateTime, Utc};
use domain::access::Told;
use domain::coded::Coded;
use serde::{Deserialize, Serialize};

use crate::PersonId;
use crate::document::{Event, IndexEntry};
use crate::wire::{instant, open};

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

/// Access to a person's documents began, changed or ended: what is shown of them must be read again, or is no longer to
/// be shown.
///
/// In the stream it is the `data` of a server-sent event of type `access`, whose `id` is its sequence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessChange {
    /// Order of arrival, counted together with the events of documents.
    pub sequence: u64,
    /// Whose documents.
    pub person: PersonId,
    /// What happened.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "expired"))]
    pub what: Coded<Told>,
    /// When.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
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
    /// What happened to access since, oldest first; absent when nothing did, and empty when `reset`.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub access: Vec<AccessChange>,
}

/// Types of server-sent events in the stream.
pub mod stream {
    /// A [`super::Change`].
    pub const CHANGE: &str = "change";
    /// A [`super::AccessChange`].
    pub const ACCESS: &str = "access";
    /// The server no longer knows all changes since `Last-Event-ID`: read the index again. Data: the sequence.
    pub const RESET: &str = "reset";
    /// The session is over; the stream ends and must not be opened again before signing in.
    pub const SESSION_OVER: &str = "session_over";
}
