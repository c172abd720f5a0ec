//! What holds of the clock of a request about one's own data, whatever the days.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, reason = "a test that is surprised should stop")]

use chrono::{Days, NaiveDate};
use domain::data_right::clock::{Clock, Course, Extension, Standing, clock};
use domain::insurance::System;
use domain::rules::day;
use domain::working_day::is_working_day;
use proptest::prelude::*;

const TODAY: NaiveDate = day!("2040-01-01");

fn days() -> impl Strategy<Value = NaiveDate> {
    (0..7000_u64).prop_map(|days| day!("2018-05-25") + Days::new(days))
}

fn of(received: NaiveDate, extended: Option<NaiveDate>, answered: Option<NaiveDate>) -> Clock {
    let course = Course { system: System::Bulgaria, received, extended, answered };
    clock(&course, TODAY).unwrap()
}

proptest! {
    #[test]
    fn it_ends_on_a_working_day_and_no_earlier_than_the_months(received in days()) {
        let first = of(received, None, None).first;
        prop_assert!(is_working_day(first.by.day).unwrap());
        let month = received.checked_add_months(chrono::Months::new(1)).unwrap();
        prop_assert_eq!(first.moved_from.unwrap_or(first.by.day), month);
        prop_assert!(first.moved_from.is_none_or(|day| !is_working_day(day).unwrap()));
        prop_assert!((first.by.day - month).num_days() <= 7, "no holidays in Bulgaria are longer");
    }

    #[test]
    fn whoever_asks_later_is_not_answered_earlier(received in days(), later in 0..400_u64) {
        let due = |day| of(day, None, None).due.by.day;
        prop_assert!(due(received) <= due(received + Days::new(later)));
    }

    #[test]
    fn an_extension_only_ever_adds_and_only_when_told_in_time(received in days(), told in 0..120_u64) {
        let told = received + Days::new(told);
        let with = of(received, Some(told), None);
        prop_assert_eq!(with.extension == Extension::Counts, told <= with.first.by.day);
        prop_assert_eq!(with.due.by.day > with.first.by.day, with.extension == Extension::Counts);
    }

    #[test]
    fn an_answer_is_late_exactly_after_the_last_day(received in days(), taken in 0..200_u64) {
        let answered = received + Days::new(taken);
        let clock = of(received, None, Some(answered));
        prop_assert_eq!(clock.standing == Standing::AnsweredLate, answered > clock.due.by.day);
        prop_assert!(matches!(clock.standing, Standing::Answered | Standing::AnsweredLate));
    }
}
