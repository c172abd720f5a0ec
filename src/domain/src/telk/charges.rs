//! What the practice asks for the protocol and for preparing the file: two posts that contradict each other,
//! each right for its own time (conflicts C7 and C8).

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Confidence::Official;
use crate::coded::{Code, codes};
use crate::rules::sources::{PRACTICE_RULES_2021, PRACTICE_TELK_2019};
use crate::rules::{Basis, Conflict, NoData, Remark, Series, Sourced, Span, day, planned, series};
use crate::telk::PRACTICE;

codes! {
    /// Who wanted the expertise.
    pub enum Initiator {
        /// The patient.
        Patient = "patient",
        /// The doctor, because the condition has become worse.
        Doctor = "doctor",
    }
}

codes! {
    /// What is asked for a service.
    pub enum Charge {
        /// Nothing.
        Free = "free",
        /// By the price list. No amount is published.
        PriceList = "price_list",
        /// Nothing when the doctor initiates it, by the price list when the patient does.
        FreeOnDoctorsInitiative = "free_on_doctors_initiative",
    }
}

impl fmt::Display for Charge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

const fn posted(charge: Charge) -> Span<Charge> {
    Span::known(day!("2019-01-01"), day!("2021-06-01"), charge, PRACTICE_TELK_2019, Official)
        .rule("PR-12")
        .remark(Remark::FirstDayAssumed)
}

const fn in_rules(charge: Charge) -> Span<Charge> {
    Span::since(day!("2021-06-01"), charge, PRACTICE_RULES_2021, Official).remark(Remark::TwoStartsStated)
}

/// What the protocol costs (conflict C7).
pub static PROTOCOL_CHARGE: Series<Charge> = series!(
    "practice.telk.protocol_charge",
    PRACTICE,
    day!("2021-06-01"),
    [posted(Charge::PriceList), in_rules(Charge::FreeOnDoctorsInitiative).rule("PR-74")]
);

/// What it costs to look through the file and put it in order (conflict C8).
pub static FILE_CHARGE: Series<Charge> = series!(
    "practice.telk.file_charge",
    PRACTICE,
    day!("2021-06-01"),
    [posted(Charge::Free), in_rules(Charge::PriceList)]
);

/// What a service costs, and what another time or initiator would make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Nothing, or by the price list.
    pub charge: Charge,
    /// By which rule.
    pub basis: Basis,
    /// The contradiction that is decided by date.
    pub conflict: Conflict,
}

/// What the protocol costs on a day. By the rules of 2021 it depends on who wanted it; they name a price only
/// for what is not free, by the list.
///
/// # Errors
///
/// [`NoData`] for days of which the rules do not speak.
pub fn protocol_cost(day: NaiveDate, initiator: Initiator, today: NaiveDate) -> Result<Cost, NoData<Charge>> {
    let Sourced { value, basis } = planned(&PROTOCOL_CHARGE, day, today)?;
    let charge = match (value, initiator) {
        (Charge::FreeOnDoctorsInitiative, Initiator::Doctor) => Charge::Free,
        (Charge::FreeOnDoctorsInitiative, Initiator::Patient) => Charge::PriceList,
        (charge, _) => charge,
    };
    Ok(Cost { charge, basis, conflict: Conflict::TelkProtocolPrice })
}

/// What preparing the file costs on a day.
///
/// # Errors
///
/// [`NoData`] for days of which the rules do not speak.
pub fn file_cost(day: NaiveDate, today: NaiveDate) -> Result<Cost, NoData<Charge>> {
    let Sourced { value, basis } = planned(&FILE_CHARGE, day, today)?;
    Ok(Cost { charge: value, basis, conflict: Conflict::TelkFilePrice })
}
