//! What holds for any day and any term of the calendar.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::rules::day;
use domain::working_day::law::{FEASTS, Kept};
use domain::working_day::{Certainty, DayOff, day_off, days_off, is_working_day, orthodox_easter};
use domain::working_day::{working_day_after, working_days_in};
use proptest::prelude::*;

const TODAY: NaiveDate = day!("2026-11-22");

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..50_000).prop_map(|days| day!("2017-01-01") + Days::new(days))
}

/// Easter by Gauss' rule, as an oracle for Meeus'.
fn easter_by_gauss(year: i32) -> NaiveDate {
    let moon = (19 * (year % 19) + 15) % 30;
    let sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 6) % 7;
    let julian_march = 22 + moon + sunday;
    let behind = year / 100 - year / 400 - 2;
    NaiveDate::from_ymd_opt(year, 3, 1).unwrap()
        + Days::new(u64::from((julian_march - 1 + behind).cast_unsigned()))
}

#[test]
fn easter_agrees_with_gauss_for_two_thousand_years() {
    for year in 326..=2600 {
        let easter = orthodox_easter(year).unwrap();
        assert_eq!(easter, easter_by_gauss(year), "{year}");
        assert!(year < 1582 || easter.weekday() == Weekday::Sun, "{year}");
    }
}

#[test]
fn every_feast_is_a_day_off_and_every_one_on_a_weekend_gives_another() {
    for year in 2017..2150 {
        let off = days_off(year).unwrap();
        assert!(off.is_sorted_by(|a, b| a.0 <= b.0), "{year}");
        for feast in FEASTS.sourced(day!("2026-01-01"), TODAY).unwrap().value.0 {
            let kept = off.iter().find(|(_, why)| *why == DayOff::Feast(*feast)).unwrap().0;
            let moved: Vec<_> = off.iter().filter(|(_, why)| *why == DayOff::Moved(*feast)).collect();
            let should = matches!(feast.kept(), Kept::On(..)) && kept.weekday().num_days_from_monday() >= 5;
            assert_eq!(moved.len(), usize::from(should), "{year} {feast:?}");
            for (day, _) in moved {
                assert!(*day > kept && (*day - kept).num_days() <= 4, "{year} {feast:?} moves to {day}");
                assert!(day.weekday().num_days_from_monday() < 5, "{year} {feast:?} moves to {day}");
                assert_eq!(off.iter().filter(|(taken, _)| taken == day).count(), 1, "{day}");
            }
        }
    }
}

#[test]
fn two_years_are_announced_together_only_if_each_is() {
    use Certainty::{Announced, Computed};
    assert_eq!(Announced.and(Announced), Announced);
    for (one, two) in [(Announced, Computed), (Computed, Announced), (Computed, Computed)] {
        assert_eq!(one.and(two), Computed);
    }
}

proptest! {
    #[test]
    fn a_term_has_as_many_working_days_as_it_says(start in any_day(), count in 0_u32..300) {
        let end = working_day_after(start, count).unwrap().day;
        let worked = start.iter_days().skip(1).take_while(|day| *day <= end);
        let worked = worked.filter(|day| is_working_day(*day).unwrap()).count();
        prop_assert_eq!(worked, usize::try_from(count).unwrap());
        prop_assert!(count == 0 || is_working_day(end).unwrap());
    }

    #[test]
    fn terms_add_up(start in any_day(), first in 0_u32..50, second in 0_u32..50) {
        let middle = working_day_after(start, first).unwrap();
        let end = working_day_after(middle.day, second).unwrap();
        let whole = working_day_after(start, first + second).unwrap();
        prop_assert_eq!(end.day, whole.day);
        prop_assert_eq!(middle.certainty.and(end.certainty), whole.certainty);
    }

    #[test]
    fn the_total_of_a_year_is_the_sum_of_its_days(year in 2017_i32..2200) {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let days = first.iter_days().take_while(|day| day.year() == year);
        let working = days.filter(|day| day_off(*day).unwrap().is_none()).count();
        let total = working_days_in(year).unwrap();
        prop_assert_eq!(usize::try_from(total.days).unwrap(), working);
        prop_assert_eq!(total.certainty == Certainty::Announced, year == 2026);
    }
}
