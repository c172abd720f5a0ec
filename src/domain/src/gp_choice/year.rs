//! The year as a strip: the windows, and the months in which a practice makes no protocols for TELK.

use chrono::{Datelike, NaiveDate};

use crate::gp_choice::window::CHANGE_MONTHS;
use crate::rules::Basis;
use crate::telk;

/// A month of the strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthMarks {
    /// Its first day.
    pub first: NaiveDate,
    /// Whether everybody may change the GP in it.
    pub window: bool,
    /// Whether the practice makes no protocols for TELK in it.
    pub no_protocols: bool,
    /// Whether today is in it.
    pub now: bool,
}

/// The year of a strip, by the rules of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearMarks {
    /// January to December.
    pub months: Vec<MonthMarks>,
    /// The rule of the windows; `None` where none is known.
    pub window: Option<Basis>,
    /// The rule of the months without protocols; `None` where the practice's rules are not known.
    pub no_protocols: Option<Basis>,
}

/// The year of `today` for a patient of `practice`: months to come are told by the rules of today.
#[must_use]
pub fn year(today: NaiveDate, practice: Option<&str>) -> YearMarks {
    let window = CHANGE_MONTHS.sourced(today, today).ok();
    let closed = practice.and_then(|practice| telk::closed_months(practice, today));
    let month = |number: u32| {
        let first = NaiveDate::from_ymd_opt(today.year(), number, 1)?;
        Some(MonthMarks {
            first,
            window: window.is_some_and(|rule| rule.value.0.contains(&number)),
            no_protocols: closed.is_some_and(|rule| rule.value.months.contains(&number)),
            now: number == today.month(),
        })
    };
    YearMarks {
        months: (1..=12).filter_map(month).collect(),
        window: window.map(|rule| rule.basis),
        no_protocols: closed.map(|rule| rule.basis),
    }
}
