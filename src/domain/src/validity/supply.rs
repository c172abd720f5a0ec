//! What a pharmacy may dispense: limits of supply, and what blocks a prescription.

use std::fmt;

use chrono::{Days, NaiveDate};

use crate::citation::Confidence::Official;
use crate::coded::{Code, codes};
use crate::rules::sources::GUIDE_2010;
use crate::rules::{Basis, NoData, Remark, Scope, Series, Span, day, series};
use crate::validity::term_of::{REPEAT, Runs};

codes! {
    /// A rule on prescribing that is no number.
    pub enum Condition {
        /// The booklet for chronic medicines, certified in time, and a declaration of being insured.
        CertifiedBookletAndDeclaration = "certified_booklet_and_declaration",
        /// No other medicine of the fund's list for the disease of the protocol.
        NoOtherForSameDisease = "no_other_for_same_disease",
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

codes! {
    /// The groups of protocols for costly medicines.
    pub enum Protocol {
        /// IA.
        Ia = "IA",
        /// IB.
        Ib = "IB",
        /// IC.
        Ic = "IC",
    }
}

const fn guide<T: Copy>(value: T, rule: &'static str) -> Span<T> {
    Span::known(day!("2010-01-01"), day!("2011-01-01"), value, GUIDE_2010, Official).rule(rule)
}

const fn silent<T: Copy>() -> Span<T> {
    Span::unknown_since(day!("2011-01-01"), Remark::OutsideGuide)
}

/// Most days of medicine for an acute illness.
pub static ACUTE_DAYS: Series<u32> =
    series!("supply.acute_days", Scope::Guide2010, day!("2010-12-31"), [guide(10, "BG10-17"), silent()]);

/// Most days of narcotic medicine.
pub static NARCOTIC_DAYS: Series<u32> =
    series!("supply.narcotic_days", Scope::Guide2010, day!("2010-12-31"), [guide(30, "BG10-19"), silent()]);

/// What chronic medicines need.
pub static CHRONIC_NEEDS: Series<Condition> = series!(
    "supply.chronic",
    Scope::Guide2010,
    day!("2010-12-31"),
    [guide(Condition::CertifiedBookletAndDeclaration, "BG10-20"), silent()]
);

/// What protocol IA excludes.
pub static PROTOCOL_IA: Series<Condition> = series!(
    "supply.protocol_ia",
    Scope::Guide2010,
    day!("2010-12-31"),
    [guide(Condition::NoOtherForSameDisease, "BG10-22"), silent()]
);

/// What is prescribed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Medicine for an acute illness.
    Acute {
        /// For so many days.
        days: u32,
    },
    /// Narcotic medicine.
    Narcotic {
        /// For so many days.
        days: u32,
    },
    /// Medicine for a chronic illness.
    Chronic {
        /// The booklet is certified.
        booklet_certified: bool,
        /// The declaration of being insured was filed.
        insurance_declared: bool,
    },
    /// Another medicine of the fund's list for somebody who has a protocol.
    BesideProtocol {
        /// Which one.
        protocol: Protocol,
        /// It is for the disease of the protocol.
        same_disease: bool,
    },
    /// A prescription for several dispensings.
    Repeat {
        /// How many, if it says so.
        dispensings: Option<u32>,
    },
}

/// Why an order is rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It is for more days than this.
    TooManyDays(u32),
    /// It is for no days at all.
    NoDays,
    /// The booklet is not certified.
    BookletNotCertified,
    /// There is no declaration of being insured.
    NotDeclared,
    /// The protocol excludes any other medicine for its disease.
    ExcludedByProtocol,
    /// It does not state how many times it may be dispensed.
    DispensingsNotStated,
}

/// For which days medicine is enough that is taken from a day on. No rule, only counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cover {
    /// The last day.
    pub through: NaiveDate,
    /// The first day for which more is needed.
    pub needed_again: NaiveDate,
}

impl Cover {
    /// Medicine for so many days, the first of which is `day`; `None` for no days, and beyond the calendar.
    #[must_use]
    pub fn of(day: NaiveDate, days: u32) -> Option<Self> {
        let further = u64::from(days.checked_sub(1)?);
        let through = day.checked_add_days(Days::new(further))?;
        Some(Self { through, needed_again: through.succ_opt()? })
    }
}

/// What becomes of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// Why it is rejected; `None` if nothing known stands against it.
    pub rejected: Option<Reason>,
    /// The most days that one prescription may be for, where there is such a limit.
    pub most_days: Option<u32>,
    /// For which days the medicine is enough, if it is for so many days and not rejected.
    pub cover: Option<Cover>,
    /// The last day on which it may be dispensed, where this follows from the order alone.
    pub last_day: Option<NaiveDate>,
    /// By which rule.
    pub basis: Basis,
}

/// Why there is no verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// No limit is known for the day.
    Days(NoData<u32>),
    /// It is not known what the day asked for.
    Condition(NoData<Condition>),
    /// It is not known how long a prescription ran on the day.
    Runs(NoData<Runs>),
}

/// What becomes of an order of `day`, asked on `today`.
///
/// # Errors
///
/// [`Unknown`].
pub fn verdict(order: Order, day: NaiveDate, today: NaiveDate) -> Result<Verdict, Unknown> {
    let mut last_day = None;
    let (rejected, basis) = match order {
        Order::Acute { days } => return at_most(&ACUTE_DAYS, days, day, today),
        Order::Narcotic { days } => return at_most(&NARCOTIC_DAYS, days, day, today),
        Order::Chronic { booklet_certified, insurance_declared } => {
            let rule = CHRONIC_NEEDS.sourced(day, today).map_err(Unknown::Condition)?;
            let undeclared = (!insurance_declared).then_some(Reason::NotDeclared);
            let uncertified = (!booklet_certified).then_some(Reason::BookletNotCertified);
            (uncertified.or(undeclared), rule.basis)
        }
        Order::BesideProtocol { protocol, same_disease } => {
            let rule = PROTOCOL_IA.sourced(day, today).map_err(Unknown::Condition)?;
            let excluded = protocol == Protocol::Ia && same_disease;
            (excluded.then_some(Reason::ExcludedByProtocol), rule.basis)
        }
        Order::Repeat { dispensings } => {
            let rule = REPEAT.sourced(day, today).map_err(Unknown::Runs)?;
            last_day = rule.value.last_day(day);
            let stated = dispensings.is_some_and(|times| times > 0);
            ((!stated).then_some(Reason::DispensingsNotStated), rule.basis)
        }
    };
    Ok(Verdict { rejected, most_days: None, cover: None, last_day, basis })
}

fn at_most(
    series: &'static Series<u32>,
    days: u32,
    day: NaiveDate,
    today: NaiveDate,
) -> Result<Verdict, Unknown> {
    let limit = series.sourced(day, today).map_err(Unknown::Days)?;
    let rejected = match days {
        0 => Some(Reason::NoDays),
        days if days > limit.value => Some(Reason::TooManyDays(limit.value)),
        _ => None,
    };
    let cover = if rejected.is_none() { Cover::of(day, days) } else { None };
    Ok(Verdict { rejected, most_days: Some(limit.value), cover, last_day: None, basis: limit.basis })
}
