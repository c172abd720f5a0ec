//! Terms in days and in months, and the day on which they end.

use std::fmt;

use chrono::{Days, Months, NaiveDate};

/// A term that a rule sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Calendar days.
    Days(u32),
    /// Calendar months.
    Months(u32),
}

impl Term {
    /// The last day of the term when it runs from `day`, which itself is not counted; `None` beyond the
    /// calendar. A term in months ends on the day of the same number, or on the last day of a shorter month.
    ///
    /// ```
    /// use domain::rules::day;
    /// use domain::term::Term;
    /// assert_eq!(Term::Days(30).last_day(day!("2010-01-31")), Some(day!("2010-03-02")));
    /// assert_eq!(Term::Months(1).last_day(day!("2026-01-31")), Some(day!("2026-02-28")));
    /// ```
    #[must_use]
    pub fn last_day(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => day.checked_add_days(Days::new(u64::from(days))),
            Self::Months(months) => day.checked_add_months(Months::new(months)),
        }
    }

    /// The earliest day from which the term still reaches `day`: the mirror of [`Term::last_day`].
    ///
    /// ```
    /// use domain::rules::day;
    /// use domain::term::Term;
    /// assert_eq!(Term::Months(12).first_day(day!("2025-02-28")), Some(day!("2024-02-28")));
    /// ```
    #[must_use]
    pub fn first_day(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => day.checked_sub_days(Days::new(u64::from(days))),
            Self::Months(months) => day.checked_sub_months(Months::new(months)),
        }
    }
}

/// `30 days`, `6 months`.
impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Days(days) => write!(f, "{days} days"),
            Self::Months(months) => write!(f, "{months} months"),
        }
    }
}
