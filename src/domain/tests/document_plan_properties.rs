//! What holds for the day by which a visit is planned, whatever the document, the lead and the day.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use chrono::{Days, NaiveDate};
use domain::coded::Code as _;
use domain::document::plan::{LEADS, Plan, plan_by};
use domain::moment::Zone;
use domain::rules::day;
use domain::working_day::{is_weekend, is_working_day};
use proptest::prelude::*;
use proptest::sample::select;

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..20_000).prop_map(|days| day!("2017-06-01") + Days::new(days))
}

proptest! {
    #[test]
    fn it_is_the_last_working_day_that_leaves_the_lead(
        today in any_day(), ahead in 0_u64..200, lead in select(&LEADS[..]), zone in select(Zone::ALL),
    ) {
        let last_day = today + Days::new(ahead);
        let wanted = last_day - Days::new(lead.into());
        let works = |day: NaiveDate| if zone == Zone::Sofia { is_working_day(day).unwrap() } else { !is_weekend(day) };
        match plan_by(last_day, lead, zone, today).unwrap() {
            Plan::By { day, certainty } => {
                prop_assert!(today < day && day <= wanted);
                prop_assert!(works(day));
                prop_assert_eq!(certainty.is_some(), zone == Zone::Sofia);
                prop_assert!(day.iter_days().skip(1).take_while(|later| *later <= wanted).all(|later| !works(later)));
            }
            Plan::Now => {
                prop_assert!(today.iter_days().skip(1).take_while(|day| *day <= wanted).all(|day| !works(day)));
            }
        }
    }

    #[test]
    fn once_the_last_day_is_over_nothing_is_planned(today in any_day(), ago in 1_u64..200, lead in select(&LEADS[..])) {
        prop_assert_eq!(plan_by(today - Days::new(ago), lead, Zone::Sofia, today), None);
    }
}
