//! When something happened: an instant, or only a day. And the zones in which people read their days.

mod clock;

pub use clock::Shown;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use crate::coded::codes;

codes! {
    /// The time zones of the people the portal serves.
    pub enum Zone {
        /// Bulgaria.
        Sofia = "Europe/Sofia",
        /// Kazakhstan (one zone since 01.03.2024).
        Almaty = "Asia/Almaty",
        /// Altai krai.
        Barnaul = "Asia/Barnaul",
    }
}

/// When Kazakhstan put its clocks from six hours ahead to five: 01.03.2024, 00:00 by the old time, in Unix seconds.
const KAZAKHSTAN_MOVED: i64 = 1_709_229_600;

// The rules are written out because the app has to be small: the three tables of `chrono-tz` weigh 38 kB in it.
// `tests/zone_oracle.rs` compares them with `chrono-tz`.
impl Zone {
    /// Date and time of an instant as clocks in this zone show it.
    ///
    /// Exact for instants from 1997 (Sofia), November 2004 (Almaty) and 28.03.2016 (Barnaul) on.
    #[must_use]
    pub fn local(self, instant: DateTime<Utc>) -> NaiveDateTime {
        instant.naive_utc() + TimeDelta::hours(self.hours_ahead(instant))
    }

    /// Hours ahead of UTC.
    fn hours_ahead(self, instant: DateTime<Utc>) -> i64 {
        match self {
            // Summer time of the European Union (directive 2000/84/EC): from the last Sunday of March to that of
            // October, at 01:00 UTC.
            Self::Sofia
                if (last_sunday(instant.year(), 3)..last_sunday(instant.year(), 10)).contains(&instant) =>
            {
                3
            }
            Self::Sofia => 2,
            Self::Almaty if instant.timestamp() < KAZAKHSTAN_MOVED => 6,
            Self::Almaty => 5,
            Self::Barnaul => 7,
        }
    }

    /// The calendar day of an instant as people in this zone live it.
    ///
    /// ```
    /// use domain::moment::Zone;
    /// let late = chrono::DateTime::parse_from_rfc3339("2026-05-31T21:30:00Z").unwrap().to_utc();
    /// assert_eq!(Zone::Sofia.day(late).to_string(), "2026-06-01");
    /// ```
    #[must_use]
    pub fn day(self, instant: DateTime<Utc>) -> NaiveDate {
        self.local(instant).date()
    }

    /// The first instant of a day in this zone.
    ///
    /// ```
    /// use domain::moment::Zone;
    /// let june = chrono::NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    /// assert_eq!(Zone::Sofia.start_of(june).to_rfc3339(), "2026-05-31T21:00:00+00:00");
    /// ```
    #[must_use]
    pub fn start_of(self, day: NaiveDate) -> DateTime<Utc> {
        let midnight = day.and_time(NaiveTime::MIN).and_utc();
        // The zones are whole hours ahead of UTC, from two to seven: the earliest hour that is already this day.
        let mut hours = (2..=7).rev().map(|ahead| midnight - TimeDelta::hours(ahead));
        hours.find(|first| self.day(*first) == day).unwrap_or(midnight)
    }
}

/// The last Sunday of a month of 31 days, 01:00 UTC.
fn last_sunday(year: i32, month: u32) -> DateTime<Utc> {
    let last = NaiveDate::from_ymd_opt(year, month, 31).unwrap_or_default();
    let sunday = last - Days::new(u64::from(last.weekday().num_days_from_sunday()));
    (sunday.and_time(NaiveTime::MIN) + TimeDelta::hours(1)).and_utc()
}

/// When something happened, as exactly as it was recorded and no more: a record that gives only a day is never
/// shown with an invented 00:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// Recorded to the second.
    Instant(DateTime<Utc>),
    /// Recorded as a day only.
    Day(NaiveDate),
}

impl Moment {
    /// The day on which it happened, for a reader in `zone`.
    #[must_use]
    pub fn day(self, zone: Zone) -> NaiveDate {
        match self {
            Self::Instant(instant) => zone.day(instant),
            Self::Day(day) => day,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    #[test]
    fn ten_to_midnight_in_sofia_is_still_today_there() {
        assert_eq!(Zone::Sofia.day(at("2026-11-22T21:50:00Z")).to_string(), "2026-11-22");
        assert_eq!(Zone::Sofia.day(at("2026-11-22T22:00:00Z")).to_string(), "2026-11-23");
    }

    #[test]
    fn summer_time_moves_the_day_border_by_an_hour() {
        assert_eq!(Zone::Sofia.day(at("2026-07-01T20:59:59Z")).to_string(), "2026-07-01");
        assert_eq!(Zone::Sofia.day(at("2026-07-01T21:00:00Z")).to_string(), "2026-07-02");
    }

    #[test]
    fn kazakhstan_lives_five_hours_ahead_since_march_2024() {
        // The last hour of 29 February was lived twice.
        assert_eq!(Zone::Almaty.day(at("2024-02-28T18:30:00Z")).to_string(), "2024-02-29");
        assert_eq!(Zone::Almaty.day(at("2024-02-29T18:30:00Z")).to_string(), "2024-02-29");
        assert_eq!(Zone::Almaty.day(at("2024-02-29T19:00:00Z")).to_string(), "2024-03-01");
        assert_eq!(Zone::Almaty.day(at("2026-05-01T18:30:00Z")).to_string(), "2026-05-01");
        assert_eq!(Zone::Almaty.day(at("2026-05-01T19:00:00Z")).to_string(), "2026-05-02");
    }

    #[test]
    fn barnaul_is_seven_hours_ahead() {
        assert_eq!(Zone::Barnaul.day(at("2026-05-01T17:00:00Z")).to_string(), "2026-05-02");
    }
}
