//! The server's clock: it runs, or it stands where it was put.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// How the clock goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// With real time, shifted by so much.
    Running(TimeDelta),
    /// Not at all: it stands at this instant.
    Standing(DateTime<Utc>),
}

/// A clock that every part of the server asks, and nobody asks the system.
#[derive(Debug)]
pub struct Clock {
    start: Setting,
    setting: Mutex<Setting>,
}

impl Clock {
    /// A clock standing at `now`, or running with real time.
    #[must_use]
    pub fn new(now: Option<DateTime<Utc>>) -> Self {
        let start = now.map_or(Setting::Running(TimeDelta::zero()), Setting::Standing);
        Self { start, setting: Mutex::new(start) }
    }

    /// What it shows.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match self.setting() {
            Setting::Running(shift) => Utc::now() + shift,
            Setting::Standing(at) => at,
        }
    }

    /// How it goes.
    #[must_use]
    pub fn setting(&self) -> Setting {
        *self.setting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts it at `now`, where it stands; `None` lets it run with real time.
    pub fn put(&self, now: Option<DateTime<Utc>>) {
        self.set(now.map_or(Setting::Running(TimeDelta::zero()), Setting::Standing));
    }

    /// Moves it by so much; a standing clock goes on standing.
    pub fn advance(&self, by: TimeDelta) {
        self.set(match self.setting() {
            Setting::Running(shift) => Setting::Running(shift + by),
            Setting::Standing(at) => Setting::Standing(at + by),
        });
    }

    /// Back to how the server was started.
    pub fn reset(&self) {
        self.set(self.start);
    }

    fn set(&self, setting: Setting) {
        *self.setting.lock().unwrap_or_else(PoisonError::into_inner) = setting;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_standing_clock_moves_only_when_moved() {
        let noon = DateTime::parse_from_rfc3339("2026-11-22T12:00:00Z").unwrap().to_utc();
        let clock = Clock::new(Some(noon));
        clock.advance(TimeDelta::minutes(20));
        assert_eq!(clock.now(), noon + TimeDelta::minutes(20));
        clock.put(None);
        assert_eq!(clock.setting(), Setting::Running(TimeDelta::zero()));
        clock.reset();
        assert_eq!(clock.now(), noon);
    }
}
