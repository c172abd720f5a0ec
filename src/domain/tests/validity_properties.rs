//! What holds for every document that ends with time, every supply, and every test for TELK.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use chrono::{Days, NaiveDate};
use domain::coded::Code;
use domain::rules::day;
use domain::term::Term;
use domain::validity::{Cover, Kind, Order, Standing, test_age, validity, verdict};
use proptest::prelude::*;

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..9_000).prop_map(|days| day!("2010-01-01") + Days::new(days))
}

proptest! {
    #[test]
    fn it_is_valid_up_to_its_last_day_and_not_on_the_next(
        issued in any_day(),
        which in 0..Kind::ALL.len(),
    ) {
        let Ok(valid) = validity(Kind::ALL[which], issued, issued) else { return Ok(()) };
        let (Some(last), Some(next)) = (valid.last, valid.first_invalid()) else { return Ok(()) };
        prop_assert_eq!(last + Days::new(1), next);
        prop_assert_eq!(valid.on(issued - Days::new(1)), Standing::NotYet);
        prop_assert_eq!(valid.on(issued), Standing::Valid { days_gone: 0, days_left: (last - issued).num_days() });
        prop_assert_eq!(valid.on(last), Standing::Valid { days_gone: (last - issued).num_days(), days_left: 0 });
        prop_assert_eq!(valid.on(next), Standing::Expired { since: next });
    }

    #[test]
    fn what_is_issued_later_never_ends_earlier(
        issued in any_day(),
        later in 1_u64..60,
        which in 0..Kind::ALL.len(),
    ) {
        let last = |issued| validity(Kind::ALL[which], issued, issued).ok().and_then(|it| it.last);
        let (one, two) = (last(issued), last(issued + Days::new(later)));
        prop_assert!(one.is_none() || two.is_none() || one <= two);
    }

    #[test]
    fn nothing_is_said_of_what_is_issued_in_the_future(
        today in (6_000_u64..9_000).prop_map(|days| day!("2010-01-01") + Days::new(days)),
        later in 1_u64..60,
        which in 0..Kind::ALL.len(),
    ) {
        prop_assert!(validity(Kind::ALL[which], today + Days::new(later), today).is_err());
    }

    #[test]
    fn less_is_never_rejected_where_more_is_accepted(days in 1_u32..60, narcotic in any::<bool>()) {
        let accepted = |days| {
            let order = if narcotic { Order::Narcotic { days } } else { Order::Acute { days } };
            verdict(order, day!("2010-05-10"), day!("2026-11-22")).unwrap().rejected.is_none()
        };
        prop_assert!(accepted(days) || !accepted(days + 1));
    }

    #[test]
    fn a_newer_test_is_accepted_where_an_older_one_is(
        session in (3_400_u64..9_000).prop_map(|days| day!("2010-01-01") + Days::new(days)),
        age in 1_u64..800,
    ) {
        let accepted = |age| test_age(session - Days::new(age), session, session).unwrap().accepted;
        prop_assert!(accepted(age - 1) || !accepted(age));
        prop_assert!(accepted(365) && !accepted(367), "a year has 365 or 366 days");
    }

    #[test]
    fn a_test_counts_up_to_the_day_until_which_it_counts_and_not_on_the_next(
        test in (3_400_u64..9_000).prop_map(|days| day!("2010-01-01") + Days::new(days)),
    ) {
        let until = test_age(test, test, day!("2026-11-22")).unwrap().counts_until;
        let accepted = |session| test_age(test, session, day!("2026-11-22")).unwrap().accepted;
        prop_assert!(accepted(until) && !accepted(until + Days::new(1)));
    }

    #[test]
    fn medicine_is_needed_again_on_the_day_after_the_last_it_is_enough_for(on in any_day(), days in 1_u32..400) {
        let cover = Cover::of(on, days).unwrap();
        prop_assert_eq!((cover.through - on).num_days() + 1, i64::from(days));
        prop_assert_eq!(cover.through + Days::new(1), cover.needed_again);
        prop_assert_eq!(Cover::of(on, 0), None);
    }

    #[test]
    fn days_forth_and_back_are_where_one_started(day in any_day(), days in 0_u32..4_000) {
        let term = Term::Days(days);
        prop_assert_eq!(term.first_day(term.last_day(day).unwrap()), Some(day));
    }

    #[test]
    fn months_end_on_the_same_number_or_at_the_end_of_a_shorter_month(day in any_day(), months in 0_u32..60) {
        use chrono::Datelike;
        let last = Term::Months(months).last_day(day).unwrap();
        let passed = (last.year() - day.year()) * 12 + last.month().cast_signed() - day.month().cast_signed();
        prop_assert_eq!(passed, months.cast_signed());
        let at_the_end = last.succ_opt().unwrap().day() == 1;
        prop_assert!(last.day() == day.day() || (last.day() < day.day() && at_the_end));
    }
}
