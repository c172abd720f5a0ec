//! What documents of the several kinds say beside what all of them say.

use chrono::NaiveDate;
use domain::coded::Coded;
use domain::document::clock::{Limit, StatedLimit, Unit};
use domain::document::{DateBasis, ReferralTo};
use domain::moment::Moment;
use domain::paperwork::{Asked, Paper};
use domain::validity;
use serde::{Deserialize, Serialize};

use crate::wire::{day_needed, day_option, moment, open, open_option};

/// By when the authority decides, as it states it itself. With `day` it is that day; else `days` of its own time, which stands
/// while documents are awaited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DecisionLimit {
    /// The last day.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    pub day: Option<NaiveDate>,
    /// So many days, at most a year.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 366))]
    pub days: Option<u16>,
    /// Of which: `calendar` or `working`. Required with `days`; a unit that the app does not know is as no limit.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "working"))]
    pub unit: Option<Coded<Unit>>,
    /// How it came to it.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "told"))]
    pub basis: Option<Coded<DateBasis>>,
}

impl DecisionLimit {
    /// As the rules take it; `None` when it says neither a day nor days of a unit that this build knows.
    #[must_use]
    pub fn stated(&self) -> Option<StatedLimit> {
        let term = || {
            let unit = self.unit.as_ref()?.known()?;
            Some(Limit::Term { days: u32::from(self.days?), unit })
        };
        let limit = self.day.map(Limit::Day).or_else(term)?;
        Some(StatedLimit { limit, basis: self.basis.clone() })
    }
}

/// Where a referral leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Referral {
    /// To what.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "specialist"))]
    pub to: Coded<ReferralTo>,
    /// Which speciality, in the words of the issuer.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub specialty: Option<String>,
}

/// What a prescription is, and what was dispensed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Prescription {
    /// Which rule on validity it falls under.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "repeat_prescription"))]
    pub kind: Coded<validity::Kind>,
    /// How many times it may be dispensed, where it says so.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub times: Option<u16>,
    /// What was dispensed, oldest first.
    pub dispensed: Vec<Dispensing>,
}

/// Something was dispensed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Dispensing {
    /// On which day.
    #[serde(with = "day_needed")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub on: NaiveDate,
    /// What and how much, in the pharmacy's words.
    pub what: String,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub pharmacy: Option<String>,
}

/// What is left of something, for the one who dispenses it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Quantity {
    /// What.
    pub name: String,
    /// How much is left.
    pub left: u32,
    /// Of how much.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub of: Option<u32>,
    /// Packs, pieces, millilitres: in the words of the document.
    pub unit: String,
}

/// What a practice was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PracticeRequest {
    /// The practice, by its key in `rules`; one whose rules are not published has a key that no rule knows.
    pub practice: String,
    /// What for.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "past_facts"))]
    pub paper: Coded<Paper>,
    /// How it was asked.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "in_writing"))]
    pub asked: Coded<Asked>,
    /// The patient has a contract with it for administrative services.
    #[serde(default)]
    pub contract: bool,
}

/// When and where a commission sits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hearing {
    /// When.
    #[serde(with = "moment")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "2026-12-08T07:30:00Z"))]
    pub at: Moment,
    /// Where, in the commission's words.
    pub place: String,
}
