//! Whether a person is insured: what the revenue agency (НАП) passes to the fund, month by month.
//!
//! The contract carries the record and no verdict: [`domain::insurance::standing`] makes one of it.

use chrono::{DateTime, Utc};
use domain::coded::Coded;
use domain::insurance::standing::{Payment, Record};
use domain::insurance::{Ground, StateGroup, System};
use domain::money::Currency;
use domain::month::Month;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::document::Amount;
use crate::wire::{instant, month, open, open_option};

/// Answer of `GET /api/v1/persons/{person}/insurance`, with an `ETag`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Insurance {
    /// Under which country's insurance the person is. The rules of the portal are Bulgaria's: of any other system
    /// nothing is said but its code.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "bulgaria"))]
    pub system: Coded<System>,
    /// What the register of contributions says; absent when nothing was passed on, and for other systems.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub record: Option<InsuranceRecord>,
}

/// What an [`Insurance`] has to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told<'a> {
    /// The person is insured elsewhere, where these rules do not hold.
    OtherSystem(&'a Coded<System>),
    /// Nothing was passed on: no month is told, and that is neither paid nor unpaid.
    Nothing,
    /// The record.
    Record(&'a InsuranceRecord),
}

impl Insurance {
    /// What is told. A record beside another system is not looked at: it could only be misread by Bulgaria's rules.
    #[must_use]
    pub fn told(&self) -> Told<'_> {
        match (&self.system, &self.record) {
            (Coded::Known(System::Bulgaria), Some(record)) => Told::Record(record),
            (Coded::Known(System::Bulgaria), None) => Told::Nothing,
            (other, _) => Told::OtherSystem(other),
        }
    }
}

/// What the register of contributions says of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InsuranceRecord {
    /// When the register was read; payments that reached it later are missing here.
    #[serde(with = "instant")]
    pub as_of: DateTime<Utc>,
    /// The ground in the month in which it was read, where it is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub current: Option<CurrentGround>,
    /// The months that are told, each once, in any order. Of a month that is missing nothing is known.
    #[serde(deserialize_with = "told_once")]
    pub months: Vec<InsuredMonth>,
}

/// On what ground a person is insured now. Nothing is said of payment, which is due only in the next month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CurrentGround {
    /// The month.
    #[serde(with = "month")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = r"^\d{4}-\d{2}$", example = "2026-11"))]
    pub month: Month,
    /// The ground.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "self_insured"))]
    pub ground: Coded<Ground>,
    /// For whom the state pays, where that is told.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "child"))]
    pub state_group: Option<Coded<StateGroup>>,
}

/// One month of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InsuredMonth {
    /// The month.
    #[serde(with = "month")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = r"^\d{4}-\d{2}$", example = "2026-05"))]
    pub month: Month,
    /// Who owed the contribution.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "self_insured"))]
    pub ground: Coded<Ground>,
    /// Whether it is paid.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "unpaid"))]
    pub payment: Coded<Payment>,
    /// What is owed for it, without interest, where the register says so: in lev or euro, and never below zero.
    #[serde(deserialize_with = "owed", skip_serializing_if = "Option::is_none", default)]
    pub owed: Option<Amount>,
    /// For whom the state paid, where that is told.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "child"))]
    pub state_group: Option<Coded<StateGroup>>,
}

/// A code that this build does not know becomes "not known" for the rules, and never a month that is left out. What
/// was told stands in the [`InsuredMonth`] still, to be shown as it came.
impl From<&InsuredMonth> for Record {
    fn from(wire: &InsuredMonth) -> Self {
        Self {
            month: wire.month,
            ground: wire.ground.known(),
            payment: wire.payment.known().unwrap_or(Payment::Unknown),
            owed: wire.owed.map(Into::into),
            state_group: wire.state_group.as_ref().and_then(Coded::known),
        }
    }
}

impl InsuranceRecord {
    /// The months as the rules take them.
    #[must_use]
    pub fn history(&self) -> Vec<Record> {
        self.months.iter().map(Into::into).collect()
    }

    /// The ground in a month, and for whom the state pays in it, as they were told: those of now if it is the month in
    /// question, else those of the month told. `None` when nothing is told.
    #[must_use]
    pub fn told_in(&self, month: Month) -> Option<(&Coded<Ground>, Option<&Coded<StateGroup>>)> {
        let current = self.current.as_ref().filter(|current| current.month == month);
        let told = || self.months.iter().find(|told| told.month == month);
        current
            .map(|current| (&current.ground, current.state_group.as_ref()))
            .or_else(|| told().map(|told| (&told.ground, told.state_group.as_ref())))
    }

    /// The ground in a month, if it is told and in the list of this build.
    #[must_use]
    pub fn ground_in(&self, month: Month) -> Option<Ground> {
        self.told_in(month).and_then(|(ground, _)| ground.known())
    }

    /// The month that is told more than once, if there is one: a record in which two months contradict each other
    /// serves no rule.
    #[must_use]
    pub fn told_twice(months: &[InsuredMonth]) -> Option<Month> {
        let before = |index: usize, month: Month| months[..index].iter().any(|other| other.month == month);
        months.iter().enumerate().find_map(|(index, told)| before(index, told.month).then_some(told.month))
    }
}

fn told_once<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<InsuredMonth>, D::Error> {
    let months = Vec::deserialize(from)?;
    match InsuranceRecord::told_twice(&months) {
        Some(month) => Err(D::Error::custom(format!("{month} is told twice"))),
        None => Ok(months),
    }
}

/// Reads what is owed for a month.
///
/// # Errors
/// When it is neither in lev nor in euro, or less than nothing.
pub fn owed<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Amount>, D::Error> {
    let Some(amount) = Option::<Amount>::deserialize(from)? else { return Ok(None) };
    if !matches!(amount.currency, Currency::Bgn | Currency::Eur) {
        return Err(D::Error::custom("contributions are owed in BGN or EUR"));
    }
    if amount.minor < 0 {
        return Err(D::Error::custom("less than nothing is not owed"));
    }
    Ok(Some(amount))
}
