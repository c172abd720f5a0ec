//! From what clocks show to instants: on the night on which they are put back they show an hour twice, on the
//! night on which they are put forward they skip one.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Timelike, Utc};

use crate::moment::Zone;

/// Which instants a local time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// One.
    Once(DateTime<Utc>),
    /// Two: clocks are put back in between.
    Twice {
        /// The first time that clocks show it.
        first: DateTime<Utc>,
        /// The second time.
        second: DateTime<Utc>,
    },
    /// None: clocks are put forward over it.
    Skipped {
        /// The instant at which they jump; they show a later time then.
        jump: DateTime<Utc>,
    },
}

impl Shown {
    /// The first instant; of a time that is skipped the jump.
    #[must_use]
    pub const fn first(self) -> DateTime<Utc> {
        match self {
            Self::Once(at) | Self::Twice { first: at, .. } | Self::Skipped { jump: at } => at,
        }
    }

    /// The last instant; of a time that is skipped the jump.
    #[must_use]
    pub const fn last(self) -> DateTime<Utc> {
        match self {
            Self::Once(at) | Self::Twice { second: at, .. } | Self::Skipped { jump: at } => at,
        }
    }
}

impl Zone {
    /// When clocks in this zone show a date and time. Exact where [`Zone::local`] is.
    ///
    /// ```
    /// use domain::{moment::{Shown, Zone}, rules::day};
    /// let half_past_three = |day: chrono::NaiveDate| Zone::Sofia.shown(day.and_hms_opt(3, 30, 0).unwrap());
    /// assert!(matches!(half_past_three(day!("2026-03-28")), Shown::Once(_)));
    /// assert!(matches!(half_past_three(day!("2026-03-29")), Shown::Skipped { .. }));
    /// assert!(matches!(half_past_three(day!("2026-10-25")), Shown::Twice { .. }));
    /// ```
    #[must_use]
    pub fn shown(self, local: NaiveDateTime) -> Shown {
        let as_utc = local.and_utc();
        // The zones are whole hours ahead of UTC, from two to seven: the earliest instant comes first.
        let mut at = (2..=7).rev().map(|ahead| as_utc - TimeDelta::hours(ahead));
        let mut next = || at.find(|instant| self.local(*instant) == local);
        match (next(), next()) {
            (Some(first), Some(second)) => Shown::Twice { first, second },
            (Some(at), None) => Shown::Once(at),
            _ => Shown::Skipped { jump: self.jump_over(as_utc) },
        }
    }

    /// The instant at which clocks jump over a time. They do so at a full hour of UTC.
    fn jump_over(self, as_utc: DateTime<Utc>) -> DateTime<Utc> {
        let within = i64::from(as_utc.minute()) * 60 + i64::from(as_utc.second());
        let hour = as_utc - TimeDelta::seconds(within) - TimeDelta::nanoseconds(as_utc.nanosecond().into());
        let mut hours = (1..=8).rev().map(|ahead| hour - TimeDelta::hours(ahead));
        hours.find(|instant| self.local(*instant) > as_utc.naive_utc()).unwrap_or(hour)
    }
}
