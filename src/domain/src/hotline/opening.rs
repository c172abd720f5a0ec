//! Whether a line is answered at an instant.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};

use crate::hotline::hours::{Days, Hours, Interval};
use crate::hotline::lines::Line;
use crate::moment::Zone;
use crate::rules::{Basis, NoData, Remark, Sourced, Why, planned};
use crate::working_day::{OutOfCalendar, is_working_day};

/// How far ahead the next opening is looked for, in days: longer than any run of days off.
const AHEAD: usize = 21;

/// Whether a line is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Round the clock.
    Always {
        /// By which source.
        basis: Basis,
    },
    /// It is answered now.
    Open {
        /// Until then.
        closes: DateTime<Utc>,
        /// On which days it is answered at all.
        days: Days,
        /// By which source.
        basis: Basis,
    },
    /// Nobody answers now.
    Closed {
        /// The next time somebody does; `None` if the calendar of working days does not reach that far.
        opens: Option<DateTime<Utc>>,
        /// On which days it is answered at all.
        days: Days,
        /// By which source.
        basis: Basis,
    },
    /// The source names the line without its hours.
    NotStated,
}

/// Why nothing can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoHours {
    /// No source speaks of that time.
    Rule(NoData<Hours>),
    /// The working days of that time are not known.
    Calendar(OutOfCalendar),
}

/// Whether a line is answered at `at`, asked on `today` (a day in the line's zone).
///
/// Hours are half open: a line that works until 20:00 is closed at 20:00. Of a day to come the hours are
/// those that were last known ([`planned()`]).
///
/// # Errors
///
/// [`NoHours`].
pub fn opening(line: Line, at: DateTime<Utc>, today: NaiveDate) -> Result<Opening, NoHours> {
    let zone = line.zone();
    let local = zone.local(at);
    let said = match planned(line.hours(), local.date(), today) {
        Err(NoData { why: Why::DeclaredGap(Remark::HoursNotStated), .. }) => return Ok(Opening::NotStated),
        said => said,
    };
    let Sourced { value: hours, basis } = said.map_err(NoHours::Rule)?;
    let Hours::On(days, intervals) = hours else { return Ok(Opening::Always { basis }) };
    let minute = local.hour() * 60 + local.minute();
    if works_on(days, local.date()).map_err(NoHours::Calendar)? {
        let now = intervals.iter().find(|Interval { from, to }| (*from..*to).contains(&minute));
        if let Some(closes) = now.and_then(|now| instant_in(zone, at_minute(local.date(), now.to)?)) {
            return Ok(Opening::Open { closes, days, basis });
        }
    }
    let opens = local.date().iter_days().take(AHEAD).find_map(|day| {
        let later = |interval: &&Interval| day > local.date() || interval.from > minute;
        let next = intervals.iter().find(later)?;
        let works = works_on(days, day).ok()?;
        works.then(|| instant_in(zone, at_minute(day, next.from)?)).flatten()
    });
    Ok(Opening::Closed { opens, days, basis })
}

fn works_on(days: Days, day: NaiveDate) -> Result<bool, OutOfCalendar> {
    match days {
        Days::Every | Days::NotStated => Ok(true),
        Days::Working => is_working_day(day),
    }
}

fn at_minute(day: NaiveDate, minute: u32) -> Option<NaiveDateTime> {
    day.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::minutes(i64::from(minute)))
}

/// The instant at which clocks in a zone show a time: the first one if they show it twice, `None` if they
/// skip it.
#[must_use]
pub fn instant_in(zone: Zone, local: NaiveDateTime) -> Option<DateTime<Utc>> {
    // The zones are whole hours ahead of UTC, from two to seven.
    let mut hours = (2..=7).rev().map(|ahead| local.and_utc() - TimeDelta::hours(ahead));
    hours.find(|instant| zone.local(*instant) == local)
}
