//! The board of several people, and the two clocks: what holds for any of them.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use chrono::{Days, NaiveDate};
use domain::coded::{Code, Coded};
use domain::document::clock::{Case, Due, Limit, State, StatedLimit, Unit, authority};
use domain::document::need::Loss;
use domain::document::*;
use domain::moment::{Moment, Zone};
use domain::rules::day;
use proptest::prelude::*;

fn any_need() -> impl Strategy<Value = Need> {
    (0_u8..4, 0_u64..60, 0_u64..60).prop_map(|(which, last, now)| {
        let last_day = day!("2026-11-01") + Days::new(last);
        let why = match which {
            0 => Attention::AppealEnds { last_day },
            1 => Attention::DocumentsMissing,
            2 => Attention::EndsSoon { last_day },
            _ => Attention::Ready,
        };
        Need { why, today: day!("2026-11-01") + Days::new(now) }
    })
}

#[test]
fn what_is_lost_first_comes_first_whoever_it_is() {
    let today = day!("2026-11-22");
    let in_days = |days| today + Days::new(days);
    let ends = |last_day| Attention::EndsSoon { last_day };
    let needs = [
        Attention::Ready,
        ends(day!("2026-11-21")),
        ends(in_days(3)),
        Attention::AppealEnds { last_day: in_days(3) },
        Attention::AppealEnds { last_day: in_days(20) },
        Attention::DocumentsMissing,
        ends(today),
    ];
    let needs = needs.map(|why| Need { why, today });
    assert_eq!(board(&needs), [5, 6, 3, 2, 4, 0, 1]);
    // In Almaty it is tomorrow already: the same last day is one day nearer.
    let far = Need { why: ends(in_days(3)), today };
    let near = Need { why: ends(in_days(3)), today: in_days(1) };
    assert_eq!(board(&[far, near]), [1, 0]);
}

/// Requests and arrivals in any order, on any days.
fn any_events() -> impl Strategy<Value = Vec<Recorded>> {
    let one = (0_u64..120, proptest::sample::select(vec!["registered", "docs_required", "docs_received"]));
    proptest::collection::vec(one, 0..12).prop_map(|days| {
        let recorded = |(index, (after, to)): (usize, (u64, &str))| Recorded {
            kind: EventKind::from_code("x"),
            from: None,
            to: Status::from_code(to),
            at: Moment::Day(day!("2026-01-01") + Days::new(after)),
            sequence: index as u64,
        };
        days.into_iter().enumerate().map(recorded).collect()
    })
}

fn case<'a>(
    kind: &'a Coded<Kind>,
    status: &'a Coded<Status>,
    events: &'a [Recorded],
    stated: Option<&'a StatedLimit>,
) -> Case<'a> {
    Case { kind, status, events, stated, request: None, zone: Zone::Sofia }
}

proptest! {
    #[test]
    fn a_board_holds_every_need_once_in_falling_haste_and_keeps_equals(
        needs in proptest::collection::vec(any_need(), 0..40)
    ) {
        let order = board(&needs);
        let mut all = order.clone();
        all.sort_unstable();
        prop_assert_eq!(all, (0..needs.len()).collect::<Vec<_>>());
        for pair in order.windows(2) {
            let (one, other) = (needs[pair[0]], needs[pair[1]]);
            prop_assert!(one.loss() <= other.loss());
            let same = one.loss() == other.loss()
                && std::mem::discriminant(&one.why) == std::mem::discriminant(&other.why);
            prop_assert!(!same || pair[0] < pair[1]);
        }
    }

    #[test]
    fn a_board_does_not_depend_on_the_order_it_came_in(
        needs in proptest::collection::vec(any_need(), 0..20), turn in 0_usize..20
    ) {
        let mut turned = needs.clone();
        turned.rotate_left(turn.min(needs.len()));
        let losses = |needs: &[Need]| board(needs).iter().map(|at| needs[*at].loss()).collect::<Vec<Loss>>();
        prop_assert_eq!(losses(&needs), losses(&turned));
    }

    #[test]
    fn time_that_ran_and_time_that_stood_are_all_the_time(events in any_events(), after in 0_u64..200) {
        let today: NaiveDate = day!("2026-01-01") + Days::new(after);
        let (kind, status) = (Coded::Known(Kind::MedicineProtocol), Status::from_code("registered"));
        let Some(clock) = authority(&case(&kind, &status, &events, None), today) else { return Ok(()) };
        let stood: i64 =
            clock.pauses.iter().map(|pause| (pause.to.unwrap_or(today) - pause.from).num_days()).sum();
        prop_assert_eq!(clock.calendar_days + stood, (today - clock.from).num_days());
        prop_assert!(clock.pauses.windows(2).all(|pair| pair[0].to.unwrap() <= pair[1].from));
        prop_assert!(i64::from(clock.working_days.unwrap()) <= clock.calendar_days);
        let paused = matches!(clock.state, State::Paused { .. });
        prop_assert_eq!(paused, clock.pauses.last().is_some_and(|last| last.to.is_none()));
        prop_assert_eq!(clock.due, Due::NotKnown);
    }

    #[test]
    fn a_term_ends_on_the_day_on_which_the_clock_has_run_so_long(
        events in any_events(), days in 1_u32..60, after in 0_u64..200, working in any::<bool>()
    ) {
        let today: NaiveDate = day!("2026-01-01") + Days::new(after);
        let (kind, status) = (Coded::Known(Kind::MedicineProtocol), Status::from_code("registered"));
        let unit = if working { Unit::Working } else { Unit::Calendar };
        let stated = StatedLimit { limit: Limit::Term { days, unit }, basis: None };
        let Some(clock) = authority(&case(&kind, &status, &events, Some(&stated)), today) else { return Ok(()) };
        let ran = |on: NaiveDate| {
            let then = authority(&case(&kind, &status, &events, None), on).unwrap();
            if working { i64::from(then.working_days.unwrap()) } else { then.calendar_days }
        };
        match clock.due {
            Due::On { day, left, .. } => {
                prop_assert_eq!(left, Left::until(day, today));
                if day <= today {
                    prop_assert_eq!(ran(day), i64::from(days));
                }
            }
            Due::AfterPause { days: rest, .. } => {
                let paused = matches!(clock.state, State::Paused { .. });
                prop_assert!(paused);
                prop_assert_eq!(ran(today) + i64::from(rest), i64::from(days));
            }
            other => prop_assert!(false, "{:?}", other),
        }
    }
}
