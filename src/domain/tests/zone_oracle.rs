//! The zones' rules written in this crate against the time zone database.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, reason = "helpers of tests stop at what they did not expect")]

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::moment::Zone;
use proptest::prelude::*;

/// A zone, its entry in the database, and since when the two agree.
const ZONES: [(Zone, Tz, &str); 3] = [
    (Zone::Sofia, chrono_tz::Europe::Sofia, "1997-01-01T00:00:00Z"),
    (Zone::Almaty, chrono_tz::Asia::Almaty, "2004-11-01T00:00:00Z"),
    (Zone::Barnaul, chrono_tz::Asia::Barnaul, "2016-03-28T00:00:00Z"),
];

fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

#[test]
fn every_quarter_of_an_hour_around_every_change_is_as_the_database_says() {
    for (zone, tz, since) in ZONES {
        for year in at(since).year()..=2060 {
            for (month, day) in [(2, 28), (3, 24), (3, 27), (3, 30), (10, 24), (10, 27), (10, 30)] {
                let start =
                    NaiveDate::from_ymd_opt(year, month, day).unwrap().and_time(NaiveTime::MIN).and_utc();
                for quarter in 0..4 * 72 {
                    let instant = start + TimeDelta::minutes(15 * quarter);
                    if instant >= at(since) {
                        assert_eq!(
                            zone.local(instant),
                            instant.with_timezone(&tz).naive_local(),
                            "{zone:?} {instant}"
                        );
                    }
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn any_second_is_as_the_database_says(which in 0_usize..3, seconds in 0_i64..1_900_000_000) {
        let (zone, tz, since) = ZONES[which];
        let instant = at(since) + TimeDelta::seconds(seconds);
        prop_assert_eq!(zone.local(instant), instant.with_timezone(&tz).naive_local());
    }

    #[test]
    fn a_day_starts_when_the_database_says(which in 0_usize..3, days in 1_u64..20_000) {
        let (zone, tz, since) = ZONES[which];
        let day = at(since).date_naive() + chrono::Days::new(days);
        let first = day.and_time(NaiveTime::MIN).and_local_timezone(tz).earliest().unwrap();
        prop_assert_eq!(zone.start_of(day), first.to_utc());
    }
}

#[test]
fn the_day_on_which_kazakhstan_moved_its_clocks_starts_once() {
    let day = NaiveDate::from_ymd_opt(2024, 3, 1).unwrap();
    assert_eq!(Zone::Almaty.start_of(day), at("2024-02-29T19:00:00Z"));
    assert_eq!(Zone::Almaty.start_of(day.pred_opt().unwrap()), at("2024-02-28T18:00:00Z"));
}
