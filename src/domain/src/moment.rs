//! When something happened: an instant, or only a day. And the zones in which people read their days.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::coded::codes;

codes! {
    /// The time zones of the people the portal serves.
    ///
    /// They are constants: looking a zone up by name would carry the whole database into the app.
    pub enum Zone {
        /// Bulgaria.
        Sofia = "Europe/Sofia",
        /// Kazakhstan (one zone since 01.03.2024).
        Almaty = "Asia/Almaty",
        /// Altai krai.
        Barnaul = "Asia/Barnaul",
    }
}

impl Zone {
    /// The zone's rules.
    #[must_use]
    pub const fn tz(self) -> Tz {
        match self {
            Self::Sofia => chrono_tz::Europe::Sofia,
            Self::Almaty => chrono_tz::Asia::Almaty,
            Self::Barnaul => chrono_tz::Asia::Barnaul,
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
        instant.with_timezone(&self.tz()).date_naive()
    }
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
