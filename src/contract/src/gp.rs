//! The GP: with whom a person is registered.
//!
//! The contract carries the register and no advice: [`domain::gp_choice::choice`] makes one of it.

use chrono::NaiveDate;
use domain::coded::Coded;
use domain::gp_choice::GpStatus;
use domain::insurance::System;
use serde::{Deserialize, Serialize};

use crate::wire::{day_needed, day_option, open};

/// Answer of `GET /api/v1/persons/{person}/gp`, with an `ETag`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GpRecord {
    /// Under which country's insurance the person is. The rules of the portal on choosing a GP are Bulgaria's: of any other
    /// system nothing is said but its code.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "bulgaria"))]
    pub system: Coded<System>,
    /// The birthday, by which it depends who signs a choice; absent where it is not known.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    pub born: Option<NaiveDate>,
    /// With whom the person is registered; absent for who has no GP, and for other systems.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub registration: Option<Registration>,
}

/// What a [`GpRecord`] has to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told<'a> {
    /// The person is insured elsewhere, where these rules do not hold.
    OtherSystem(&'a Coded<System>),
    /// No GP is chosen.
    Nobody,
    /// The registration.
    With(&'a Registration),
}

impl GpRecord {
    /// What is told. A registration beside another system is not looked at: it could only be misread by Bulgaria's rules.
    #[must_use]
    pub fn told(&self) -> Told<'_> {
        match (&self.system, &self.registration) {
            (Coded::Known(System::Bulgaria), Some(registration)) => Told::With(registration),
            (Coded::Known(System::Bulgaria), None) => Told::Nobody,
            (other, _) => Told::OtherSystem(other),
        }
    }
}

/// With which GP a person is registered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Registration {
    /// The practice, by its key in `rules`; one whose rules are not published has a key that no rule knows.
    #[cfg_attr(feature = "openapi", schema(example = "chobanova"))]
    pub practice: String,
    /// The GP's name, as the register has it.
    #[cfg_attr(feature = "openapi", schema(example = "д-р Антония Образцова"))]
    pub doctor: String,
    /// Town and address of the practice.
    #[cfg_attr(feature = "openapi", schema(example = "София, ул. „Измислена“ № 7"))]
    pub address: String,
    /// Telephone of the practice, in the form of E.164; absent where none is told.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(example = "+35920000007"))]
    pub phone: Option<String>,
    /// Since which day.
    #[serde(with = "day_needed")]
    pub since: NaiveDate,
    /// How the GP stands today.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "works"))]
    pub status: Coded<GpStatus>,
}
