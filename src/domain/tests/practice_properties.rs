//! What holds for any document and any protocol that a practice is asked for.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use chrono::{Datelike, Days, NaiveDate};
use domain::paperwork::{Asked, Due, Facts, Paper, Request, deadline};
use domain::rules::day;
use domain::telk::{Protocol, protocol_date};
use proptest::prelude::*;

const TODAY: NaiveDate = day!("2026-11-22");

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..50_000).prop_map(|days| day!("2019-01-01") + Days::new(days))
}

proptest! {
    #[test]
    fn a_later_request_is_never_due_earlier(received in any_day(), days in 0_u64..30, contract: bool) {
        prop_assume!(received >= day!("2021-06-01"));
        let asked = if contract { Asked::ByPhone } else { Asked::InWriting };
        let due = |received| {
            let request = Request {
                practice: "chobanova",
                paper: Paper::PastFacts,
                asked,
                received,
                facts: Facts::Complete,
                contract,
            };
            let Due::By(end) = deadline(&request, TODAY).unwrap().due else { panic!("no day") };
            end.day
        };
        prop_assert!(due(received) > received);
        prop_assert!(due(received) <= due(received + Days::new(days)));
    }

    #[test]
    fn no_protocol_is_promised_for_a_closed_month(requested in any_day()) {
        prop_assume!(requested >= day!("2019-01-01"));
        let closed = |day: NaiveDate| matches!(day.month(), 6 | 12);
        match protocol_date("chobanova", requested, TODAY).unwrap().protocol {
            Protocol::Within { latest } => {
                prop_assert_eq!(latest, requested + Days::new(30));
                prop_assert!(!closed(latest) && !closed(requested));
            }
            Protocol::LimitInClosedMonth { latest, last_open, reopens } => {
                prop_assert_eq!(latest, requested + Days::new(30));
                prop_assert!(closed(latest) && !closed(requested));
                prop_assert!(requested <= last_open && last_open < latest && latest < reopens);
                prop_assert!(!closed(last_open) && closed(last_open + Days::new(1)));
                prop_assert_eq!((reopens.day(), closed(reopens)), (7, false));
                prop_assert!(closed(reopens - Days::new(7)));
            }
            Protocol::AfterClosedMonth { earliest } => {
                prop_assert!(closed(requested) && !closed(earliest));
                prop_assert_eq!((earliest.day(), closed(earliest - Days::new(7))), (7, true));
                prop_assert!((earliest - requested).num_days() <= 37);
            }
        }
    }
}
