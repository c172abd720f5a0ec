//! The status of a document.

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;
use crate::document::process::Step;

codes! {
    /// Where a document stands.
    pub enum Status {
        /// Received and registered by the fund.
        Registered = "registered",
        /// The fund waits for further documents.
        DocsRequired = "docs_required",
        /// Further documents have arrived and are being checked.
        DocsReceived = "docs_received",
        /// Approved: it can be used.
        Approved = "approved",
        /// Refused.
        Refused = "refused",
        /// Annulled: treated as if it had not been issued. The fund does not define the word.
        Annulled = "annulled",
        /// Terminated: valid until now, not any longer. The fund does not define the word.
        Terminated = "terminated",
        /// Its validity has run out.
        Expired = "expired",
    }
}

codes! {
    /// Statuses put together for a filter.
    pub enum Group {
        /// No decision yet.
        Open = "open",
        /// Approved and in use.
        InUse = "in_use",
        /// Refused.
        Refused = "refused",
        /// Annulled, terminated or expired.
        Ended = "ended",
    }
}

impl Status {
    /// The step of the process this status belongs to.
    #[must_use]
    pub const fn step(self) -> Step {
        match self {
            Self::Registered => Step::Received,
            Self::DocsRequired | Self::DocsReceived => Step::Review,
            Self::Refused => Step::Decision,
            Self::Approved => Step::Use,
            Self::Annulled | Self::Terminated | Self::Expired => Step::End,
        }
    }

    /// How far along this status is; equal for statuses that exclude each other at the same place.
    #[must_use]
    pub(super) const fn rank(self) -> u8 {
        match self {
            Self::Registered => 0,
            Self::DocsRequired => 1,
            Self::DocsReceived => 2,
            Self::Approved | Self::Refused => 3,
            Self::Annulled | Self::Terminated | Self::Expired => 4,
        }
    }

    /// The filter group of this status.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::Registered | Self::DocsRequired | Self::DocsReceived => Group::Open,
            Self::Approved => Group::InUse,
            Self::Refused => Group::Refused,
            Self::Annulled | Self::Terminated | Self::Expired => Group::Ended,
        }
    }

    /// Whether a move from `self` to `to` is one that people may expect.
    ///
    /// The fund states no order ([`USUAL_SOURCE`]): an unusual move is shown and marked, never hidden or refused.
    #[must_use]
    pub const fn usually_leads_to(self, to: Self) -> bool {
        match self {
            Self::Registered => matches!(
                to,
                Self::DocsRequired
                    | Self::DocsReceived
                    | Self::Approved
                    | Self::Refused
                    | Self::Annulled
                    | Self::Terminated
            ),
            Self::DocsRequired => matches!(
                to,
                Self::DocsReceived | Self::Approved | Self::Refused | Self::Annulled | Self::Terminated
            ),
            Self::DocsReceived => matches!(
                to,
                Self::DocsRequired | Self::Approved | Self::Refused | Self::Annulled | Self::Terminated
            ),
            Self::Approved => matches!(to, Self::Terminated | Self::Annulled | Self::Expired),
            Self::Refused | Self::Annulled | Self::Terminated | Self::Expired => false,
        }
    }
}

/// The source of [`Status::usually_leads_to`].
pub const USUAL_SOURCE: Citation = DESIGN;
