//! What the taking of samples in a laboratory costs.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Confidence::Official;
use crate::coded::{Code, codes};
use crate::fee::amounts::VISIT;
use crate::fee::exemption::{Circumstance, Listing, exemption};
use crate::fee::line::{Line, OtherReading, Refusal};
use crate::fee::patient::Patient;
use crate::fee::sources::FUND_PAGE;
use crate::money::{Money, euro::currency_on};
use crate::rules::sources::GUIDE_2010;
use crate::rules::{Conflict, Remark, Scope, Series, Span, day, series};

codes! {
    /// How a laboratory charges an insured patient with a referral.
    pub enum Charge {
        /// Its own price for taking the sample, once per visit whatever the number of tests; if it has none,
        /// the user fee. Never both.
        PriceOrUserFee = "price_or_user_fee",
    }
}

impl fmt::Display for Charge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// How laboratories charge.
pub static CHARGE: Series<Charge> = series!(
    "laboratory.charge",
    Scope::Law,
    day!("2014-01-07"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), Charge::PriceOrUserFee, GUIDE_2010, Official)
            .rule("BG10-41"),
        Span::unknown(day!("2011-01-01"), day!("2014-01-07"), Remark::NoSourceFound),
        Span::since(day!("2014-01-07"), Charge::PriceOrUserFee, FUND_PAGE, Official),
    ]
);

/// The most that may be asked for taking a sample, by another line of the guide (conflict C3).
pub static LIMIT: Series<Money> = series!(
    "laboratory.limit",
    Scope::Guide2010,
    day!("2010-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), Money::lev(2_00), GUIDE_2010, Official)
            .rule("BG10-14"),
        Span::unknown_since(day!("2011-01-01"), Remark::OutsideGuide),
    ]
);

/// Who pays a laboratory nothing at all: persons without income who are placed in homes, and only they.
pub static FREE: Series<Listing> = series!(
    "laboratory.free",
    Scope::Guide2010,
    day!("2010-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), Listing::Listed, GUIDE_2010, Official)
            .rule("BG10-42"),
        Span::unknown_since(day!("2011-01-01"), Remark::OutsideGuide),
    ]
);

/// Why the amount is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// The laboratory's price for taking the sample.
    Price,
    /// The user fee, because the laboratory has no price.
    UserFee,
    /// Nothing: exempt from the user fee, and the laboratory has no price.
    ExemptFromFee(Circumstance),
    /// Nothing: without income and placed in a home.
    Free,
}

/// What one visit to a laboratory costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LaboratoryFee {
    /// How much, and why.
    pub line: Line<Due>,
    /// The price is above this limit: to be shown as a warning, with both readings (conflict C3).
    pub above_limit: Option<Money>,
    /// What it would be by the other reading.
    pub other: Option<OtherReading>,
}

/// What one visit to a laboratory costs, whatever the number of tests, asked on `today`.
///
/// `price` is what the laboratory asks for taking the sample, if it has a price of its own.
///
/// # Errors
///
/// [`Refusal`] where something that decides is not known for the day.
pub fn laboratory_fee(
    day: NaiveDate,
    price: Option<Money>,
    patient: &Patient<'_>,
    today: NaiveDate,
) -> Result<LaboratoryFee, Refusal> {
    let nothing = Money { minor: 0, currency: currency_on(day) };
    let charge = CHARGE.sourced(day, today)?;
    if patient.circumstances.contains(&Circumstance::CareHome) {
        let free = FREE.sourced(day, today)?;
        return Ok(plain(Line::new(Due::Free, nothing, free.basis)?));
    }
    if let Some(price) = price {
        let limit = LIMIT.sourced(day, today).ok().map(|limit| limit.value);
        let above = limit.filter(|limit| limit.currency == price.currency && price.minor > limit.minor);
        let line = Line::new(Due::Price, price, charge.basis)?;
        let other = above.map(|amount| OtherReading { conflict: Conflict::LaboratoryPrice, amount });
        return Ok(LaboratoryFee { line, above_limit: above, other });
    }
    let fee = VISIT.sourced(day, today)?;
    match exemption(patient, day, today)? {
        // "From payment for tests are freed only" those in homes: by that line the exempt would pay the fee
        // here too.
        Some(found) => Ok(LaboratoryFee {
            line: Line::new(Due::ExemptFromFee(found.circumstance), nothing, found.basis)?,
            above_limit: None,
            other: Some(OtherReading { conflict: Conflict::LaboratoryPrice, amount: fee.value }),
        }),
        None => Ok(plain(Line::new(Due::UserFee, fee.value, fee.basis)?)),
    }
}

fn plain(line: Line<Due>) -> LaboratoryFee {
    LaboratoryFee { line, above_limit: None, other: None }
}

/// How often a practice's own fee for sampling is paid: once per laboratory per day, whatever the number of
/// tests (PR-58). `samplings` are the laboratories, by any number the caller gives them, and days.
#[must_use]
pub fn practice_fees(samplings: &[(u32, NaiveDate)]) -> usize {
    let first = |(place, sampling): &(usize, &(u32, NaiveDate))| !samplings[..*place].contains(sampling);
    samplings.iter().enumerate().filter(first).count()
}
