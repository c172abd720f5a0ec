//! Registrations with GP practices in data files.

use contract::PersonId;
use contract::gp::Registration;
use contract::wire::day_needed;
use serde::Deserialize;

/// What a file says of one person.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registered {
    /// Who is registered.
    pub person: PersonId,
    /// The practice, by its key.
    pub practice: String,
    /// Since which day.
    #[serde(with = "day_needed")]
    pub since: chrono::NaiveDate,
}

impl Registered {
    /// As the contract has it.
    #[must_use]
    pub fn wire(&self) -> Registration {
        Registration { practice: self.practice.clone(), since: self.since }
    }
}
