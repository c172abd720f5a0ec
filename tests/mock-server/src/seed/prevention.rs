//! Check-ups, follow-up and immunisations in data files.

use contract::PersonId;
use contract::prevention::{CheckUpInvitation, PreventionRecord};
use serde::Deserialize;

use crate::store::prevention::Kept;

/// What a file says of one person.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recorded {
    /// Whose it is.
    pub person: PersonId,
    /// What the record says, if there is one.
    #[serde(default)]
    pub record: Option<PreventionRecord>,
    /// Invitations to a check-up.
    #[serde(default)]
    pub invitations: Vec<CheckUpInvitation>,
}

impl Recorded {
    /// As the store keeps it.
    #[must_use]
    pub fn kept(&self) -> Kept {
        Kept { record: self.record.clone(), invitations: self.invitations.clone() }
    }
}
