//! What a visit to a doctor or dentist costs an insured patient.

use chrono::NaiveDate;

use crate::citation::Confidence::Official;
use crate::coded::codes;
use crate::fee::amounts::{REDUCTION, Reduction, VISIT};
use crate::fee::exemption::{Circumstance, exemption};
use crate::fee::house::{CONTRACT, INTERRUPTED, INTERRUPTED_IN_PRACTICE};
use crate::fee::line::{Line, OtherReading, Refusal};
use crate::fee::patient::Patient;
use crate::money::{Money, euro::currency_on};
use crate::person::Sex;
use crate::rules::sources::GUIDE_2010;
use crate::rules::{Basis, Conflict, Regime, Remark, Scope, Series, Span, day, series};

/// The visit fee as the guide of 2010 states it.
pub static GUIDE_VISIT: Series<Money> = series!(
    "guide.fee.visit",
    Scope::Guide2010,
    day!("2010-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), Money::lev(2_40), GUIDE_2010, Official)
            .rule("BG10-11"),
        Span::unknown_since(day!("2011-01-01"), Remark::OutsideGuide),
    ]
);

codes! {
    /// Whom one visits.
    pub enum Provider {
        /// The GP.
        Gp = "gp",
        /// A specialist, by the GP's referral.
        Specialist = "specialist",
        /// A dentist.
        Dentist = "dentist",
    }
}

/// A visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit<'a> {
    /// When.
    pub day: NaiveDate,
    /// To whom.
    pub provider: Provider,
    /// Who.
    pub patient: Patient<'a>,
    /// By which of the two rule sets.
    pub regime: Regime,
    /// The patient's insurance rights are interrupted.
    pub interrupted: bool,
    /// The practice with which the patient is registered, if it is the one visited.
    pub practice: Option<&'a str>,
    /// The patient has signed that practice's contract for administrative services.
    pub contract: bool,
}

impl<'a> Visit<'a> {
    /// A visit of an insured patient by the law of its day, with no practice's rules.
    #[must_use]
    pub const fn by_law(day: NaiveDate, provider: Provider, patient: Patient<'a>) -> Self {
        Self {
            day,
            provider,
            patient,
            regime: Regime::Law,
            interrupted: false,
            practice: None,
            contract: false,
        }
    }
}

/// Why the fee is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// The full fee.
    Full,
    /// The reduced fee.
    Reduced,
    /// Nothing, for this reason.
    Exempt(Circumstance),
    /// No user fee; the contract with the practice has its own price, which the practice tells.
    UnderContract,
}

/// What is paid for a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisitFee {
    /// The user fee, or none.
    UserFee {
        /// How much, and why.
        line: Line<Due>,
        /// What it would be by another reading of the sources.
        other: Option<OtherReading>,
    },
    /// The provider's price list. No amount is known; the provider tells it.
    PriceList {
        /// By which rule.
        basis: Basis,
    },
}

/// What a visit costs, asked on `today`.
///
/// # Errors
///
/// [`Refusal`] where something that decides is not known for the day.
pub fn visit_fee(visit: &Visit<'_>, today: NaiveDate) -> Result<VisitFee, Refusal> {
    let day = visit.day;
    if visit.regime == Regime::Guide2010 {
        // The guide speaks of its own year only: of who is free, and of interrupted rights, too.
        GUIDE_VISIT.sourced(day, today)?;
    }
    let here = |series: &Series<_>| series.scope().applies_to(visit.practice);
    if visit.interrupted {
        let series = if here(&INTERRUPTED_IN_PRACTICE) { &INTERRUPTED_IN_PRACTICE } else { &INTERRUPTED };
        return Ok(VisitFee::PriceList { basis: series.sourced(day, today)?.basis });
    }
    let nothing = Money { minor: 0, currency: currency_on(day) };
    let exempt = exemption(&visit.patient, day, today);
    if let Ok(Some(found)) = exempt {
        return settled(Due::Exempt(found.circumstance), nothing, found.basis);
    }
    if visit.contract && here(&CONTRACT) {
        return settled(Due::UnderContract, nothing, CONTRACT.sourced(day, today)?.basis);
    }
    exempt?;
    let full = match visit.regime {
        Regime::Law => VISIT.sourced(day, today)?,
        Regime::Guide2010 => GUIDE_VISIT.sourced(day, today)?,
    };
    let Some(reduced) = reduction(visit, today)? else {
        return settled(Due::Full, full.value, full.basis);
    };
    // The guide speaks of the reduced fee in its dental section only; the law of its time names every doctor
    // (C4).
    let disputed = visit.provider != Provider::Dentist && GUIDE_VISIT.sourced(day, today).is_ok();
    let (due, amount, basis, other) = match visit.regime {
        Regime::Guide2010 if disputed => (Due::Full, full.value, full.basis, reduced.amount),
        Regime::Guide2010 | Regime::Law => (Due::Reduced, reduced.amount, reduced.basis, full.value),
    };
    let other = disputed.then_some(OtherReading { conflict: Conflict::ReducedFeeScope, amount: other });
    Ok(VisitFee::UserFee { line: Line::new(due, amount, basis)?, other })
}

/// Who pays the full fee when a retired patient pays the reduced one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shares {
    /// The full fee.
    pub full: Money,
    /// What the patient pays of it.
    pub patient: Money,
    /// What the state's budget pays of it.
    pub state: Money,
    /// By which rule.
    pub basis: Basis,
}

/// How the full fee of a day is shared with the state; `None` where the law of the day knows no such share,
/// or one of the amounts is not known.
#[must_use]
pub fn shared_with_state(day: NaiveDate, today: NaiveDate) -> Option<Shares> {
    let reduction = REDUCTION.sourced(day, today).ok()?;
    let Reduction::ForRetired(patient) = reduction.value else { return None };
    let full = VISIT.sourced(day, today).ok()?.value;
    let state = full.minus(patient).ok()?;
    Some(Shares { full, patient, state, basis: reduction.basis })
}

fn settled(due: Due, amount: Money, basis: Basis) -> Result<VisitFee, Refusal> {
    Ok(VisitFee::UserFee { line: Line::new(due, amount, basis)?, other: None })
}

/// A reduced amount and what it rests on.
struct Reduced {
    amount: Money,
    basis: Basis,
}

fn reduction(visit: &Visit<'_>, today: NaiveDate) -> Result<Option<Reduced>, Refusal> {
    let found = match REDUCTION.sourced(visit.day, today) {
        Ok(found) => found,
        // A gap in the rule for retired people does not touch those who are not retired.
        Err(no_data) if visit.patient.retired => return Err(no_data.into()),
        Err(_) => return Ok(None),
    };
    let amount = match found.value {
        Reduction::ByAge(fee) if old_enough(&visit.patient, visit.day) => fee,
        Reduction::ForRetired(fee) if visit.patient.retired => fee,
        Reduction::None | Reduction::ByAge(_) | Reduction::ForRetired(_) => return Ok(None),
    };
    Ok(Some(Reduced { amount, basis: found.basis }))
}

/// The birthday itself counts: "who have completed".
fn old_enough(patient: &Patient<'_>, day: NaiveDate) -> bool {
    let years = match patient.sex {
        Some(Sex::Female) => 60,
        Some(Sex::Male) => 63,
        None => return false,
    };
    patient.age.on(day).is_some_and(|age| age >= years)
}
