//! The zones' rules written in this crate against the time zone database.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests stop at what they did not expect")]

use chrono::{DateTime, Datelike, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::moment::{Shown, Zone};
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

/// What clocks show a time to be, against the database. Of a time that is skipped the database knows no instant: the
/// jump is the first one whose local time is later.
fn shown_as_the_database_says(zone: Zone, tz: Tz, local: NaiveDateTime) {
    let said = zone.shown(local);
    match local.and_local_timezone(tz) {
        LocalResult::Single(one) => assert_eq!(said, Shown::Once(one.to_utc()), "{zone:?} {local}"),
        LocalResult::Ambiguous(one, other) => {
            assert_eq!(
                said,
                Shown::Twice { first: one.to_utc(), second: other.to_utc() },
                "{zone:?} {local}"
            );
        }
        LocalResult::None => {
            let Shown::Skipped { jump } = said else { panic!("{zone:?} {local} {said:?}") };
            let at = |instant: DateTime<Utc>| instant.with_timezone(&tz).naive_local();
            assert!(
                at(jump) > local && at(jump - TimeDelta::nanoseconds(1)) < local,
                "{zone:?} {local} {jump}"
            );
        }
    }
}

#[test]
fn every_quarter_of_an_hour_on_clocks_around_every_change_is_as_the_database_says() {
    for (zone, tz, since) in ZONES {
        for year in at(since).year() + 1..=2060 {
            for (month, day) in [(2, 28), (3, 24), (3, 27), (3, 30), (10, 24), (10, 27), (10, 30)] {
                let start = NaiveDate::from_ymd_opt(year, month, day).unwrap().and_time(NaiveTime::MIN);
                for quarter in 0..4 * 72 {
                    shown_as_the_database_says(zone, tz, start + TimeDelta::minutes(15 * quarter));
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn any_second_on_clocks_is_as_the_database_says(which in 0_usize..3, seconds in 86_400_i64..1_900_000_000) {
        let (zone, tz, since) = ZONES[which];
        shown_as_the_database_says(zone, tz, at(since).naive_utc() + TimeDelta::seconds(seconds));
    }

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
