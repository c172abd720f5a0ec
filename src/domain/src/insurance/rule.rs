//! When unpaid contributions interrupt rights, and what restores them, over time.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Confidence::{Official, Press, Secondary};
use crate::insurance::sources::{CHANGES_2010, REMINDER_2025, SIXTY_MONTHS, SIXTY_MONTHS_2023};
use crate::month::Month;
use crate::rules::sources::{GUIDE_2010, PRACTICE_POSTS_2019};
use crate::rules::{Regime, Remark, Scope, Series, Span, day, series};

/// When rights are interrupted: more unpaid contributions than allowed among those of a number of months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interruption {
    /// How many unpaid months are still allowed.
    pub allowed: u32,
    /// Among so many months.
    pub months: u32,
}

impl fmt::Display for Interruption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "more than {} of {} months", self.allowed, self.months)
    }
}

const THREE_OF_36: Interruption = Interruption { allowed: 3, months: 36 };

/// When rights are interrupted, by law. Before February 2010 it was another period.
pub static INTERRUPTION: Series<Interruption> = series!(
    "insurance.interruption",
    Scope::Law,
    day!("2025-08-25"),
    [
        Span::known(day!("2010-02-01"), day!("2015-12-28"), THREE_OF_36, CHANGES_2010, Press),
        Span::known(day!("2015-12-28"), day!("2023-01-23"), THREE_OF_36, SIXTY_MONTHS, Press),
        Span::since(day!("2023-01-23"), THREE_OF_36, REMINDER_2025, Press),
    ]
);

/// The same by the guide.
pub static GUIDE_INTERRUPTION: Series<Interruption> = series!(
    "guide.insurance.interruption",
    Scope::Guide2010,
    day!("2010-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), THREE_OF_36, GUIDE_2010, Official)
            .rule("BG10-34"),
        Span::unknown_since(day!("2011-01-01"), Remark::OutsideGuide),
    ]
);

/// Of how many months everything owed has to be paid so that rights come back, by law.
pub static RESTORING: Series<u32> = series!(
    "insurance.restoring_months",
    Scope::Law,
    day!("2023-01-23"),
    [
        Span::known(day!("2010-02-01"), day!("2015-12-28"), 36, SIXTY_MONTHS, Press),
        Span::known(day!("2015-12-28"), day!("2023-01-23"), 60, SIXTY_MONTHS, Press),
        Span::since(day!("2023-01-23"), 60, SIXTY_MONTHS_2023, Press),
    ]
);

/// The same by the guide.
pub static GUIDE_RESTORING: Series<u32> = series!(
    "guide.insurance.restoring_months",
    Scope::Guide2010,
    day!("2010-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), 36, GUIDE_2010, Official).rule("BG10-34"),
        Span::unknown_since(day!("2011-01-01"), Remark::OutsideGuide),
    ]
);

/// For how many months rights may be lost by who missed the yearly check-up, by the guide.
pub static MISSED_CHECK_UP: Series<u32> = series!(
    "guide.insurance.missed_check_up_months",
    Scope::Guide2010,
    day!("2010-12-31"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), 1, GUIDE_2010, Official).rule("BG10-36"),
        Span::unknown_since(day!("2011-01-01"), Remark::OutsideGuide),
    ]
);

/// Who must not pay for care that is given whatever the insurance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutsideInsurance;

impl fmt::Display for OutsideInsurance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("outside insurance")
    }
}

/// Emergency care of Bulgarian citizens is outside insurance (Health Act, art. 82, para. 1, item 1), so
/// interrupted rights do not touch it.
pub static EMERGENCY: Series<OutsideInsurance> = series!(
    "insurance.emergency",
    Scope::Law,
    day!("2019-01-31"),
    [Span::since(day!("2019-01-01"), OutsideInsurance, PRACTICE_POSTS_2019, Secondary).rule("PR-21")]
);

/// Months from the first to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The earliest month.
    pub first: Month,
    /// The latest month.
    pub last: Month,
}

impl Window {
    /// Its months in order.
    pub fn months(self) -> impl Iterator<Item = Month> {
        self.first.through(self.last)
    }

    /// Whether a month is one of it.
    #[must_use]
    pub fn contains(self, month: Month) -> bool {
        self.first <= month && month <= self.last
    }
}

/// The last months that count for care on `care`.
///
/// The guide counts back from the month of care itself. The law counts to the start of the month before it,
/// so the last month that counts is the one before that: later contributions need not be paid yet.
///
/// ```
/// use domain::insurance::rule::window;
/// use domain::rules::{Regime, day};
/// let window = window(day!("2015-08-10"), 36, Regime::Law).unwrap();
/// assert_eq!((window.first.to_string(), window.last.to_string()), ("2012-07".into(), "2015-06".into()));
/// ```
///
/// `None` beyond the calendar.
#[must_use]
pub fn window(care: NaiveDate, months: u32, regime: Regime) -> Option<Window> {
    let back = match regime {
        Regime::Guide2010 => 1,
        Regime::Law => 2,
    };
    let month = Month::of(care);
    let first = month.before(months.checked_add(back)?.checked_sub(1)?)?;
    Some(Window { first, last: month.before(back)? })
}
