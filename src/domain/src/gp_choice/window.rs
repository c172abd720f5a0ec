//! The two months of the year in which everybody may change the GP.

use std::fmt;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};

use crate::citation::Confidence::{Official, Press};
use crate::gp_choice::sources::FORM_2025;
use crate::moment::Zone;
use crate::rules::sources::GUIDE_2010;
use crate::rules::{NoData, Scope, Series, Sourced, Span, day, series};

/// Months of the calendar, January being 1. A window is the whole month, its first and last day included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangeMonths(pub [u32; 2]);

/// `months 6 and 12`.
impl fmt::Display for ChangeMonths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "months {} and {}", self.0[0], self.0[1])
    }
}

/// From 1 to 30 June, and from 1 to 31 December.
pub static CHANGE_MONTHS: Series<ChangeMonths> = series!(
    "gp_choice.change_months",
    Scope::Law,
    day!("2025-12-29"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), ChangeMonths([6, 12]), GUIDE_2010, Official)
            .rule("BG10-08"),
        Span::since(day!("2011-01-01"), ChangeMonths([6, 12]), FORM_2025, Press),
    ]
);

/// Whether the change is open to everybody. Days and instants are those of Sofia.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// It is.
    Open {
        /// First day.
        first: NaiveDate,
        /// Last day.
        last: NaiveDate,
        /// Days left after today: 0 on the last day.
        days_left: i64,
        /// The first instant at which it is closed again.
        closes_at: DateTime<Utc>,
    },
    /// It is not.
    Closed {
        /// First day of the next window, by the rule of today.
        opens: NaiveDate,
        /// Days until then: 1 on the day before.
        days_until: i64,
        /// The first instant of the next window.
        opens_at: DateTime<Utc>,
    },
}

/// The window on `today`. The next one is told by the rule of today.
///
/// # Errors
///
/// [`NoData`] before 2010.
pub fn window(today: NaiveDate) -> Result<Sourced<Window>, NoData<ChangeMonths>> {
    let rule = CHANGE_MONTHS.sourced(today, today)?;
    let open = |first: &NaiveDate| rule.value.0.contains(&first.month());
    let this_month = today.with_day(1).unwrap_or(today);
    let value = if open(&this_month) {
        let next = after(this_month, 1);
        let last = next - Days::new(1);
        let days_left = (last - today).num_days();
        Window::Open { first: this_month, last, days_left, closes_at: Zone::Sofia.start_of(next) }
    } else {
        // Within a year every month comes round; the fallback is never reached.
        let opens = (1..=12).map(|months| after(this_month, months)).find(open).unwrap_or(this_month);
        let days_until = (opens - today).num_days();
        Window::Closed { opens, days_until, opens_at: Zone::Sofia.start_of(opens) }
    };
    Ok(Sourced { value, basis: rule.basis })
}

/// The window at an instant, wherever the reader is: days are those of Sofia.
///
/// # Errors
///
/// As [`window`].
pub fn window_at(now: DateTime<Utc>) -> Result<Sourced<Window>, NoData<ChangeMonths>> {
    window(Zone::Sofia.day(now))
}

/// A day on which the window turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It opens.
    Opens {
        /// Its first day.
        first: NaiveDate,
        /// Its last.
        last: NaiveDate,
    },
    /// It closes.
    Closes {
        /// Its last day.
        last: NaiveDate,
    },
}

/// The turns of which somebody may be reminded on one of the days from `from` to `to`, in their order: those that are not over on
/// `from`, and at most `ahead` days after `to`. Each is told by the rule of its own time; where none is known there are none.
#[must_use]
pub fn turns(from: NaiveDate, to: NaiveDate, ahead: u16) -> Vec<Turn> {
    let end = to.checked_add_days(Days::new(ahead.into())).unwrap_or(NaiveDate::MAX);
    let mut turns = Vec::new();
    let mut today = from;
    while today <= end {
        let Ok(window) = window(today) else { break };
        match window.value {
            Window::Open { first, last, .. } => {
                if first == today {
                    turns.push(Turn::Opens { first, last });
                }
                if last <= end {
                    turns.push(Turn::Closes { last });
                }
                let Some(next) = last.succ_opt() else { break };
                today = next;
            }
            // Within a year every month comes round: it is always later.
            Window::Closed { opens, .. } if opens > today => today = opens,
            Window::Closed { .. } => break,
        }
    }
    turns
}

fn after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}
