//! What holds for any line at any instant.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use chrono::{DateTime, TimeDelta, Utc};
use domain::coded::Code;
use domain::hotline::{Line, Opening, instant_in, opening};
use domain::rules::day;
use proptest::prelude::*;

fn instants() -> impl Strategy<Value = DateTime<Utc>> {
    let start = DateTime::parse_from_rfc3339("2021-06-02T00:00:00Z").unwrap().to_utc();
    (0_i64..6 * 366 * 1440).prop_map(move |minutes| start + TimeDelta::minutes(minutes))
}

fn lines() -> impl Strategy<Value = Line> {
    prop::sample::select(Line::ALL)
}

fn at(line: Line, instant: DateTime<Utc>) -> Opening {
    opening(line, instant, day!("2026-11-22")).unwrap()
}

proptest! {
    #[test]
    fn it_is_open_until_it_closes_and_closed_until_it_opens(line in lines(), now in instants()) {
        let is_open = |instant| matches!(at(line, instant), Opening::Open { .. });
        match at(line, now) {
            Opening::Open { closes, .. } => {
                prop_assert!(now < closes);
                prop_assert!(!is_open(closes));
                prop_assert!(is_open(closes - TimeDelta::seconds(1)));
            }
            Opening::Closed { opens, .. } => {
                let opens = opens.unwrap();
                prop_assert!(now < opens);
                prop_assert!(is_open(opens));
                let mut until = (0..).map(|hours| now + TimeDelta::hours(hours)).take_while(|hour| *hour < opens);
                prop_assert!(!until.any(is_open));
                prop_assert!(!is_open(opens - TimeDelta::seconds(1)));
            }
            Opening::Always { .. } => prop_assert!(line.code().starts_with("altai")),
            Opening::NotStated => prop_assert_eq!(line, Line::Fund),
        }
    }

    #[test]
    fn an_hour_on_the_clock_is_the_instant_it_came_from(line in lines(), now in instants()) {
        let zone = line.zone();
        let shown = instant_in(zone, zone.local(now)).unwrap();
        prop_assert_eq!(zone.local(shown), zone.local(now));
        prop_assert!(shown == now || now - shown == TimeDelta::hours(1), "an hour lived twice");
    }
}

#[test]
fn every_line_says_where_its_number_is_written() {
    for line in Line::ALL {
        assert!(line.citation().is_complete(), "{}", line.code());
        assert_eq!(line.number().is_none(), *line == Line::Practice);
    }
}
