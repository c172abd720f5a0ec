//! What holds for every check-up at every age.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use chrono::{Datelike, Days, NaiveDate};
use domain::age::completed_years;
use domain::check_up::{
    By, Due, Facts, Frequency, Missed, Plan, Standing, Year, fulfilled, next, parents_answer, plan, sanction,
    year,
};
use domain::insurance::System;
use domain::rules::day;
use proptest::prelude::*;

fn last() -> impl Strategy<Value = NaiveDate> {
    (0_u64..4_000).prop_map(|days| day!("2021-06-01") + Days::new(days))
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..5_800).prop_map(|days| day!("2010-01-01") + Days::new(days))
}

proptest! {
    #[test]
    fn the_next_one_is_later_and_within_a_year_and_a_month(last in last(), age_in_days in 0_u64..30_000) {
        let next = next(last - Days::new(age_in_days), last, By::Practice, last).unwrap();
        let first = next.due.first_day().unwrap();
        prop_assert!(first > last);
        prop_assert!((first - last).num_days() <= 366);
        prop_assert_eq!(next.due.on(last), Standing::Ahead);
        prop_assert_eq!(next.due.on(first), Standing::Now);
        prop_assert_eq!(next.due.on(first - Days::new(1)), Standing::Ahead);
        prop_assert_eq!(next.due.on(first + Days::new(366)), Standing::Overdue);
    }

    #[test]
    fn what_is_due_belongs_to_the_band_of_its_day(last in last(), age_in_days in 0_u64..30_000) {
        let born = last - Days::new(age_in_days);
        let next = next(born, last, By::Practice, last).unwrap();
        let age = |day| completed_years(born, day).unwrap();
        let belongs = match next.due {
            Due::Month { first } => age(first) == 0,
            Due::On(day) => (1..=6).contains(&age(day)),
            // The seventh birthday may be on any day of that year.
            Due::Year(year) => age(NaiveDate::from_ymd_opt(year, 12, 31).unwrap()) >= 7,
        };
        prop_assert!(belongs, "{:?}", next.due);
    }

    #[test]
    fn the_band_is_that_of_the_last_birthday(last in last(), age_in_days in 0_u64..30_000) {
        let born = last - Days::new(age_in_days);
        let band = next(born, last, By::Practice, last).unwrap().band;
        let expected = match completed_years(born, last).unwrap() {
            0 => Frequency::CalendarMonth,
            1 => Frequency::EveryMonths(3),
            2..=6 => Frequency::EveryMonths(6),
            _ => Frequency::CalendarYear,
        };
        prop_assert_eq!(band.frequency, expected);
    }

    #[test]
    fn a_year_is_fulfilled_by_its_own_days_only(day in any_day(), of in 2010_i32..2026) {
        prop_assert_eq!(fulfilled(of, &[day]), day.year() == of);
        let first_after = NaiveDate::from_ymd_opt(of + 1, 1, 1).unwrap();
        let missed = matches!(year(of, &[day], first_after), Some(Year::Missed { .. }));
        prop_assert_eq!(missed, day.year() != of);
        prop_assert_eq!(year(of, &[], first_after - Days::new(1)), Some(Year::Open { days_left: 0 }));
    }

    #[test]
    fn again_never_costs_less(day in any_day()) {
        let fine = |again| sanction(Missed::CheckUp, again, day, day!("2026-11-22")).fine.unwrap().value;
        prop_assert!(fine(false).least.minor <= fine(false).most.minor);
        prop_assert!(fine(false).most.minor <= fine(true).least.minor);
    }
}

#[test]
fn parents_answer_until_the_eighteenth_birthday() {
    let born = day!("2008-11-22");
    assert!(parents_answer(born, day!("2026-11-21")));
    assert!(!parents_answer(born, day!("2026-11-22")));
    assert!(
        !parents_answer(day!("2008-02-29"), day!("2026-02-28")),
        "a birthday that the year lacks is on the 28th"
    );
    assert!(parents_answer(day!("2008-02-29"), day!("2026-02-27")));
    assert!(!parents_answer(born, day!("2008-11-21")), "before birth there is nobody");
}

proptest! {
    /// What is due is due now, to come, or counted from a last one: a month or a year that is over is never asked for.
    #[test]
    fn nobody_is_asked_for_what_cannot_be_made_up_for(
        today in last(),
        age_in_days in 0_u64..12_000,
        ago in proptest::collection::vec(0_u64..2_000, 0..6),
    ) {
        let born = today - Days::new(age_in_days);
        let done: Vec<_> = ago.into_iter().map(|days| today - Days::new(days)).collect();
        let facts = Facts {
            system: Some(System::Bulgaria),
            born: Some(born),
            registered: Some(("chobanova", born)),
            done: &done,
            complete_from: Some(born),
        };
        let Plan::Known(planned) = plan(&facts, today) else { return Err(TestCaseError::fail("a plan")) };
        if let Some(Due::Month { .. } | Due::Year(_)) = planned.due {
            prop_assert_ne!(planned.standing(today), Some(Standing::Overdue));
        }
        for missed in &planned.missed {
            prop_assert!(missed.last_day().unwrap() < today);
            let first = missed.first_day().unwrap();
            prop_assert!(!done.iter().any(|day| (first..=missed.last_day().unwrap()).contains(day)));
        }
        let ahead = planned.ahead(born, today);
        prop_assert!(ahead.iter().all(|day| *day >= today));
        prop_assert!(ahead.is_sorted());
    }
}
