//! Fines by the guide of 2010. Of today's no source was found.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Confidence::Official;
use crate::coded::codes;
use crate::money::Money;
use crate::rules::sources::GUIDE_2010;
use crate::rules::{Basis, NoData, Remark, Scope, Series, Sourced, Span, day, series};

/// From an amount to an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The least.
    pub least: Money,
    /// The most.
    pub most: Money,
}

impl Range {
    const fn lev(least: i64, most: i64) -> Self {
        Self { least: Money::lev(least * 100), most: Money::lev(most * 100) }
    }
}

/// As `500.00 BGN to 1000.00 BGN`.
impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.least, self.most)
    }
}

/// A fine for the first time, and for a repeated one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fine {
    /// The first time.
    pub first: Range,
    /// Repeated.
    pub repeated: Range,
}

impl fmt::Display for Fine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, repeated {}", self.first, self.repeated)
    }
}

const CONTRIBUTIONS: Fine = Fine { first: Range::lev(500, 1000), repeated: Range::lev(1000, 3000) };
const CHECK_UP: Fine = Fine { first: Range::lev(50, 100), repeated: Range::lev(100, 200) };

const fn in_2010(fine: Fine, rule: &'static str) -> [Span<Fine>; 2] {
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), fine, GUIDE_2010, Official).rule(rule),
        Span::unknown_since(day!("2011-01-01"), Remark::OutsideGuide),
    ]
}

/// For self-insured persons who have not paid for more than [`UNPAID_MONTHS`] months.
pub static UNPAID: Series<Fine> =
    series!("guide.fine.unpaid", Scope::Guide2010, day!("2010-12-31"), in_2010(CONTRIBUTIONS, "BG10-37"));

/// For persons who did not file the declaration that they pay for themselves.
pub static NO_DECLARATION: Series<Fine> = series!(
    "guide.fine.no_declaration",
    Scope::Guide2010,
    day!("2010-12-31"),
    in_2010(CONTRIBUTIONS, "BG10-38")
);

/// For missing the yearly check-up.
pub static MISSED_CHECK_UP: Series<Fine> =
    series!("guide.fine.missed_check_up", Scope::Guide2010, day!("2010-12-31"), in_2010(CHECK_UP, "BG10-49"));

/// More than so many unpaid months are fined (BG10-37).
pub const UNPAID_MONTHS: u32 = 3;

/// Who paid up until this day was not fined (BG10-37: "until 1 March of this year"; the day itself is taken to
/// be in time).
pub const AMNESTY_UNTIL: NaiveDate = day!("2010-03-01");

codes! {
    /// What a fine is for.
    pub enum Offence {
        /// Contributions unpaid for months.
        Unpaid = "unpaid",
        /// No declaration.
        NoDeclaration = "no_declaration",
        /// The yearly check-up missed.
        MissedCheckUp = "missed_check_up",
    }
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// What the fine would be for.
    pub offence: Offence,
    /// It is not the first time.
    pub repeated: bool,
    /// Months not paid; only for [`Offence::Unpaid`].
    pub months: u32,
    /// The day on which everything was paid, if it was.
    pub paid_up: Option<NaiveDate>,
}

/// Whether there is a fine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FineAnswer {
    /// Of this much.
    Fined(Range, Basis),
    /// None: not more months than are allowed.
    NotLongEnough(Basis),
    /// None: paid up in time.
    Amnesty(Basis),
}

/// Whether something was fined on `on`, asked on `today`.
///
/// # Errors
///
/// [`NoData`] outside the guide's year.
pub fn fine(on: NaiveDate, case: Case, today: NaiveDate) -> Result<FineAnswer, NoData<Fine>> {
    let series = match case.offence {
        Offence::Unpaid => &UNPAID,
        Offence::NoDeclaration => &NO_DECLARATION,
        Offence::MissedCheckUp => &MISSED_CHECK_UP,
    };
    let Sourced { value, basis } = series.sourced(on, today)?;
    if case.offence == Offence::Unpaid {
        if case.months <= UNPAID_MONTHS {
            return Ok(FineAnswer::NotLongEnough(basis));
        }
        if case.paid_up.is_some_and(|paid| paid <= AMNESTY_UNTIL && paid <= on) {
            return Ok(FineAnswer::Amnesty(basis));
        }
    }
    Ok(FineAnswer::Fined(if case.repeated { value.repeated } else { value.first }, basis))
}
