//! How long somebody stays signed in, and when to warn.
//!
//! WCAG 2.2, 2.2.1 "Timing Adjustable": people are warned before a session ends and can extend it with one action.

use chrono::{DateTime, TimeDelta, Utc};

use crate::citation::{Citation, DESIGN};

/// A session without any action of the person ends after this time.
pub const IDLE_LIMIT: TimeDelta = TimeDelta::minutes(20);
/// A session ends after this time whatever the person does.
pub const ABSOLUTE_LIMIT: TimeDelta = TimeDelta::hours(12);
/// The warning comes this long before the end, so that there is time to read it and to act.
pub const WARNING_LEAD: TimeDelta = TimeDelta::minutes(2);
/// No public source states limits for this portal: they are a decision of its designers.
pub const SOURCE: Citation = DESIGN;

/// When a session ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expiry {
    /// Ends at this instant unless the person acts before.
    pub idle: DateTime<Utc>,
    /// Ends at this instant in any case.
    pub absolute: DateTime<Utc>,
}

/// What a session is at one instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Nothing to say until `warn_at`.
    Active {
        /// When the warning is due.
        warn_at: DateTime<Utc>,
    },
    /// The end is near.
    Ending {
        /// When the session ends.
        at: DateTime<Utc>,
        /// Whether an action of the person moves the end.
        extendable: bool,
    },
    /// It is over.
    Over,
}

impl Expiry {
    /// The expiry of a session that began at `began` and was last used at `used`.
    #[must_use]
    pub fn of(began: DateTime<Utc>, used: DateTime<Utc>) -> Self {
        Self { idle: used + IDLE_LIMIT, absolute: began + ABSOLUTE_LIMIT }
    }

    /// The instant at which the session ends if nobody does anything.
    #[must_use]
    pub fn end(self) -> DateTime<Utc> {
        self.idle.min(self.absolute)
    }

    /// What the session is at `now`. The end itself is already over.
    #[must_use]
    pub fn phase(self, now: DateTime<Utc>) -> Phase {
        let at = self.end();
        let warn_at = at - WARNING_LEAD;
        if now >= at {
            Phase::Over
        } else if now >= warn_at {
            Phase::Ending { at, extendable: self.absolute > at }
        } else {
            Phase::Active { warn_at }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes)
    }

    #[test]
    fn warned_two_minutes_before_the_idle_end() {
        let expiry = Expiry::of(at(0), at(0));
        assert_eq!(expiry.phase(at(0)), Phase::Active { warn_at: at(18) });
        assert_eq!(expiry.phase(at(18)), Phase::Ending { at: at(20), extendable: true });
        assert_eq!(expiry.phase(at(20)), Phase::Over);
    }

    #[test]
    fn the_absolute_end_cannot_be_extended() {
        let expiry = Expiry::of(at(0), at(12 * 60 - 1));
        assert_eq!(expiry.end(), at(12 * 60));
        assert_eq!(expiry.phase(at(12 * 60 - 1)), Phase::Ending { at: at(12 * 60), extendable: false });
        assert_eq!(expiry.phase(at(12 * 60)), Phase::Over);
    }
}
