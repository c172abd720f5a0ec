//! By when those who pay for themselves pay for a month: the number of the day, and what becomes of a day on which
//! nobody works.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Confidence::{Official, Press};
use crate::coded::{Code, codes};
use crate::insurance::refusal::Refusal;
use crate::insurance::sources::{
    CONTRIBUTION_2012, CONTRIBUTION_2018, CONTRIBUTION_2024, DUE_2013, REMINDER_2025,
};
use crate::month::Month;
use crate::rules::sources::GUIDE_2010;
use crate::rules::{Basis, Scope, Series, Span, day, series};
use crate::working_day::{Certainty, DayOff, certainty, day_off, working_day_after};

/// The day of the next month by which those who pay for themselves pay for a month.
pub static DUE_DAY: Series<u32> = series!(
    "contribution.due_day",
    Scope::Law,
    day!("2025-08-25"),
    [
        Span::known(day!("2010-01-01"), day!("2011-01-01"), 10, GUIDE_2010, Official).rule("BG10-31"),
        Span::known(day!("2011-01-01"), day!("2013-01-01"), 10, CONTRIBUTION_2012, Press),
        Span::known(day!("2013-01-01"), day!("2018-01-01"), 25, DUE_2013, Press),
        Span::known(day!("2018-01-01"), day!("2025-04-01"), 25, CONTRIBUTION_2018, Press),
        Span::since(day!("2025-04-01"), 25, REMINDER_2025, Press),
    ]
);

codes! {
    /// What becomes of a due day on which nobody works.
    pub enum DayOffRule {
        /// Paying on the first working day after it is still in time.
        NextWorkingDay = "next_working_day",
    }
}

impl fmt::Display for DayOffRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// What becomes of a due day on which nobody works, by the month that is paid. The revenue agency first names the day
/// (Monday 26 for Sunday 25 February 2018), then the rule.
pub static ON_DAY_OFF: Series<DayOffRule> = series!(
    "contribution.due_on_day_off",
    Scope::Law,
    day!("2024-01-31"),
    [
        Span::known(
            day!("2018-01-01"),
            day!("2024-01-01"),
            DayOffRule::NextWorkingDay,
            CONTRIBUTION_2018,
            Press
        ),
        Span::since(day!("2024-01-01"), DayOffRule::NextWorkingDay, CONTRIBUTION_2024, Press),
    ]
);

/// Until when paying is in time, by the calendar of working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InTime {
    /// Until the due day itself: it is a working day.
    DueDay {
        /// How sure the calendar of that day is.
        calendar: Certainty,
    },
    /// Nobody works on the due day: until the first working day after it.
    NextWorkingDay {
        /// Why nobody works on the due day.
        off: DayOff,
        /// That working day.
        until: NaiveDate,
        /// How sure the calendar is of all days up to it.
        calendar: Certainty,
        /// By which rule a later day is in time.
        basis: Basis,
    },
    /// Nobody works on the due day, and for its time no source says what follows from that.
    NoRule {
        /// Why nobody works on it.
        off: DayOff,
    },
    /// The calendar of working days does not reach the due day: whether one worked on it is not known.
    OutOfCalendar,
}

/// By when a month is to be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// By the number of the day.
    pub day: NaiveDate,
    /// Until when paying is still in time.
    pub in_time: InTime,
    /// What the number of the day rests on.
    pub basis: Basis,
}

impl Due {
    /// The last day on which paying is in time, if it is known.
    #[must_use]
    pub const fn paid_in_time_until(&self) -> Option<NaiveDate> {
        match self.in_time {
            InTime::DueDay { .. } => Some(self.day),
            InTime::NextWorkingDay { until, .. } => Some(until),
            InTime::NoRule { .. } | InTime::OutOfCalendar => None,
        }
    }

    /// How sure the calendar is of that last day.
    #[must_use]
    pub const fn calendar(&self) -> Option<Certainty> {
        match self.in_time {
            InTime::DueDay { calendar } | InTime::NextWorkingDay { calendar, .. } => Some(calendar),
            InTime::NoRule { .. } | InTime::OutOfCalendar => None,
        }
    }
}

/// By when those who pay for themselves pay for a month, asked on `today`.
///
/// # Errors
///
/// [`Refusal`] where the day is not known for the month.
pub fn due(month: Month, today: NaiveDate) -> Result<Due, Refusal> {
    let found = DUE_DAY.sourced(month.first_day(), today)?;
    let day = month.after(1).and_then(|next| next.day(found.value)).ok_or(Refusal::BeyondCalendar)?;
    Ok(Due { day, in_time: in_time(month, day, today), basis: found.basis })
}

fn in_time(month: Month, day: NaiveDate, today: NaiveDate) -> InTime {
    let off = match day_off(day) {
        Err(_) => return InTime::OutOfCalendar,
        Ok(None) => return InTime::DueDay { calendar: certainty(day) },
        Ok(Some(off)) => off,
    };
    let Ok(rule) = ON_DAY_OFF.sourced(month.first_day(), today) else { return InTime::NoRule { off } };
    let DayOffRule::NextWorkingDay = rule.value;
    match working_day_after(day, 1) {
        Ok(next) => {
            InTime::NextWorkingDay { off, until: next.day, calendar: next.certainty, basis: rule.basis }
        }
        Err(_) => InTime::OutOfCalendar,
    }
}
