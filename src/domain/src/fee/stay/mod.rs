//! What days in hospital cost: split by day at every change, at the year's end, and after the tenth day.

mod bill;
mod day;

pub use bill::{Alternative, Bill, Part, Total, Used, bill};
pub use day::What;

use chrono::NaiveDate;

use crate::coded::codes;
use crate::order::order;

/// A stay, from the day of admission to the day of discharge; both are paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// The day of admission.
    pub first: NaiveDate,
    /// The day of discharge.
    pub last: NaiveDate,
}

codes! {
    /// What the sources leave open about days in hospital.
    pub enum Question {
        /// Ten paid days in a calendar year, or in each stay (conflict C2)?
        Cap = "cap",
        /// Is a stay with admission and discharge on the same day a day that is paid?
        SameDay = "same_day",
        /// Does a day that is free for an exempt patient use up one of the ten?
        ExemptDays = "exempt_days",
    }
}

/// One way to read what the sources leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The ten days are counted in each stay, not in the calendar year.
    pub cap_per_stay: bool,
    /// A stay within one day is paid as a day.
    pub same_day_counts: bool,
    /// Free days of an exempt patient use up the ten.
    pub exempt_days_count: bool,
}

impl Reading {
    /// The reading the portal follows: the law speaks of ten days a year that are *paid*, and of *every* day.
    pub const PREFERRED: Self = Self { cap_per_stay: false, same_day_counts: true, exempt_days_count: false };

    /// The same with the other answer to one question.
    #[must_use]
    pub const fn otherwise(self, question: Question) -> Self {
        match question {
            Question::Cap => Self { cap_per_stay: !self.cap_per_stay, ..self },
            Question::SameDay => Self { same_day_counts: !self.same_day_counts, ..self },
            Question::ExemptDays => Self { exempt_days_count: !self.exempt_days_count, ..self },
        }
    }
}

/// Why stays cannot be calculated with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StayProblem {
    /// A stay ends before it starts.
    EndsBeforeStart {
        /// Which one, from 0.
        stay: usize,
    },
    /// A stay is longer than [`LONGEST_STAY_DAYS`].
    TooLong {
        /// Which one, from 0.
        stay: usize,
    },
    /// Two stays share a day. Whether it is paid twice no source says; the day is entered in one of them.
    Overlap {
        /// The earlier one.
        first: usize,
        /// The later one.
        second: usize,
    },
    /// The amounts are beyond what can be counted.
    Money(crate::money::MoneyError),
}

/// The longest stay that is calculated, in days: ten years. A decision of the designers, against mistyped
/// years.
pub const LONGEST_STAY_DAYS: i64 = 3653;

/// Checks stays one by one, then against each other.
///
/// # Errors
///
/// The first [`StayProblem`].
pub fn check(stays: &[Stay]) -> Result<(), StayProblem> {
    for (index, stay) in stays.iter().enumerate() {
        if stay.last < stay.first {
            return Err(StayProblem::EndsBeforeStart { stay: index });
        }
        if (stay.last - stay.first).num_days() >= LONGEST_STAY_DAYS {
            return Err(StayProblem::TooLong { stay: index });
        }
    }
    let in_time = in_time_order(stays);
    match in_time.windows(2).find(|pair| stays[pair[1]].first <= stays[pair[0]].last) {
        Some(pair) => Err(StayProblem::Overlap { first: pair[0], second: pair[1] }),
        None => Ok(()),
    }
}

/// Indices of the stays by their first day.
fn in_time_order(stays: &[Stay]) -> Vec<usize> {
    order(stays.len(), &|a, b| stays[a].first.cmp(&stays[b].first))
}
