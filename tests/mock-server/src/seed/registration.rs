//! Registrations with GPs in data files.

use contract::PersonId;
use contract::gp::Registration;
use contract::wire::{day_needed, open};
use domain::coded::Coded;
use domain::gp_choice::GpStatus;
use serde::Deserialize;

/// What a file says of one person.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registered {
    /// Who is registered.
    pub person: PersonId,
    /// The practice, by its key.
    pub practice: String,
    /// The GP's name.
    pub doctor: String,
    /// Town and address of the practice.
    pub address: String,
    /// Telephone of the practice.
    #[serde(default)]
    pub phone: Option<String>,
    /// Since which day.
    #[serde(with = "day_needed")]
    pub since: chrono::NaiveDate,
    /// How the GP stands; working when the file does not say.
    #[serde(with = "open", default = "works")]
    pub status: Coded<GpStatus>,
}

fn works() -> Coded<GpStatus> {
    Coded::Known(GpStatus::Works)
}

impl Registered {
    /// As the contract has it.
    #[must_use]
    pub fn wire(&self) -> Registration {
        let Self { practice, doctor, address, phone, since, status, .. } = self.clone();
        Registration { practice, doctor, address, phone, since, status }
    }
}
