//! How days of leave are split between the doctor and the commission, from counts of days.

use chrono::{Datelike, NaiveDate};

use crate::coded::codes;
use crate::sick_leave::limits::Limits;

/// What has been used up before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Used {
    /// Days without a break up to the day before the new leave.
    pub without_break: u32,
    /// Days in the calendar year, those without a break included.
    pub in_year: u32,
}

codes! {
    /// Why days cannot have been used up before a leave.
    pub enum UsedProblem {
        /// The year had not so many days yet.
        MoreThanPassed = "more_than_passed",
        /// Days without a break lie in the year too, as far as it reaches back, and are not among its days.
        NotInYear = "not_in_year",
    }
}

impl Used {
    /// Why so many days cannot have been used up before a leave that begins on `first`, if they cannot.
    ///
    /// ```
    /// use domain::rules::day;
    /// use domain::sick_leave::split::{Used, UsedProblem};
    /// let used = Used { without_break: 0, in_year: 60 };
    /// assert_eq!(used.problem(day!("2021-03-01")), Some(UsedProblem::MoreThanPassed), "31 + 28 days");
    /// assert_eq!(used.problem(day!("2021-03-02")), None);
    /// ```
    #[must_use]
    pub fn problem(self, first: NaiveDate) -> Option<UsedProblem> {
        let passed = first.ordinal0();
        if self.in_year > passed {
            Some(UsedProblem::MoreThanPassed)
        } else if self.in_year < self.without_break.min(passed) {
            Some(UsedProblem::NotInYear)
        } else {
            None
        }
    }
}

/// Who gives how many days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Split {
    /// The treating doctor.
    pub doctor: u32,
    /// The medical commission (ЛКК).
    pub commission: u32,
}

/// Splits `days` of leave that lie in one calendar year.
///
/// ```
/// use domain::sick_leave::{Limits, Split, Used, split};
/// let limits = Limits { without_break: 14, in_year: 40 };
/// let used = Used { without_break: 0, in_year: 35 };
/// assert_eq!(split(10, used, limits), Split { doctor: 5, commission: 5 });
/// ```
#[must_use]
pub fn split(days: u32, used: Used, limits: Limits) -> Split {
    let without_break = limits.without_break.saturating_sub(used.without_break);
    let in_year = limits.in_year.saturating_sub(used.in_year);
    let doctor = days.min(without_break).min(in_year);
    Split { doctor, commission: days - doctor }
}
