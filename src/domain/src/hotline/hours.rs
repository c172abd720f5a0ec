//! Hours in which a line is answered.

use std::fmt;

use crate::coded::{Code, codes};

codes! {
    /// On which days.
    pub enum Days {
        /// Every day.
        Every = "every",
        /// Working days in Bulgaria.
        Working = "working",
        /// The source gives hours and no days: taken as every day, and to be said.
        NotStated = "not_stated",
    }
}

/// A time of the day, in minutes after midnight; `to` is the first minute in which nobody answers any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// First minute.
    pub from: u32,
    /// First minute after it; 1440 is midnight.
    pub to: u32,
}

/// When a line is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hours {
    /// Round the clock.
    Always,
    /// On these days, in these intervals, which are in order and do not meet.
    On(Days, &'static [Interval]),
}

/// `always`, `working 09:00-17:00`.
impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::On(days, intervals) = self else { return f.write_str("always") };
        f.write_str(days.code())?;
        intervals.iter().try_for_each(|Interval { from, to }| {
            write!(f, " {:02}:{:02}-{:02}:{:02}", from / 60, from % 60, to / 60, to % 60)
        })
    }
}
