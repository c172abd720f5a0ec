//! What holds for every child, whenever it is born.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use chrono::{Days, NaiveDate, TimeDelta};
use domain::maternity::{Maternity, MaternityProblem, Stretch, maternity};
use domain::rules::day;
use proptest::prelude::*;

fn due() -> impl Strategy<Value = NaiveDate> {
    (0_u64..4_000).prop_map(|days| day!("2018-07-01") + Days::new(days))
}

fn plan(due: NaiveDate, late: i64) -> Result<Maternity, MaternityProblem> {
    maternity(due, due + TimeDelta::days(late), day!("2026-11-22"))
}

fn sheets(plan: &Maternity) -> Vec<Stretch> {
    [plan.before, plan.overdue, Some(plan.after), plan.newborn].into_iter().flatten().collect()
}

proptest! {
    #[test]
    fn sheets_follow_each_other_and_are_135_days(due in due(), late in -280_i64..=48) {
        let plan = plan(due, late).unwrap();
        let sheets = sheets(&plan);
        for sheet in &sheets {
            prop_assert_eq!((sheet.last - sheet.first).num_days() + 1, i64::from(sheet.days));
            prop_assert!(sheet.days > 0);
        }
        for pair in sheets.windows(2) {
            prop_assert_eq!(pair[0].last + Days::new(1), pair[1].first);
        }
        prop_assert_eq!(sheets.iter().map(|sheet| sheet.days).sum::<u32>(), 135);
        prop_assert_eq!(plan.after.first, due + TimeDelta::days(late));
        prop_assert_eq!(plan.after.days, 42);
    }

    #[test]
    fn only_the_newborns_sheet_makes_up_for_the_day_of_birth(due in due(), late in -45_i64..=48) {
        let plan = plan(due, late).unwrap();
        prop_assert_eq!(sheets(&plan)[0].first, due - Days::new(45));
        prop_assert_eq!(sheets(&plan).last().unwrap().last, due + Days::new(89));
        prop_assert_eq!(plan.before.is_some(), late > -45);
        prop_assert_eq!(plan.overdue.map_or(0, |it| i64::from(it.days)), late.max(0));
    }

    #[test]
    fn a_birth_before_leave_begins_moves_all_of_it(due in due(), late in -280_i64..-45) {
        let plan = plan(due, late).unwrap();
        prop_assert!(plan.before.is_none() && plan.overdue.is_none());
        prop_assert_eq!(plan.newborn.map(|it| it.days), Some(93));
    }

    #[test]
    fn paid_leave_is_410_days(due in due(), late in -280_i64..=48) {
        let plan = plan(due, late).unwrap();
        let application = plan.application.unwrap().rest;
        prop_assert_eq!((application.last - sheets(&plan)[0].first).num_days() + 1, 410);
    }

    #[test]
    fn other_dates_are_mistyped(due in due(), late in 49_i64..5_000) {
        prop_assert_eq!(plan(due, late), Err(MaternityProblem::TooLate));
        prop_assert_eq!(plan(due, -late - 232), Err(MaternityProblem::TooEarly));
    }
}
