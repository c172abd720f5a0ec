//! How days of leave are split between the doctor and the commission, from counts of days.

use crate::sick_leave::limits::Limits;

/// What has been used up before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Used {
    /// Days without a break up to the day before the new leave.
    pub without_break: u32,
    /// Days in the calendar year, those without a break included.
    pub in_year: u32,
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
