//! What holds for every day on which a GP is chosen, and for every stay elsewhere.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use domain::coded::Code;
use domain::gp_choice::window::{Turn, turns};
use domain::gp_choice::{
    Choice, Ground, Means, Online, Route, Signer, Window, choice, route, ways, window, window_at,
};
use domain::moment::Zone;
use domain::person::Relation;
use domain::rules::day;
use proptest::prelude::*;

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..40_000).prop_map(|days| day!("2010-01-01") + Days::new(days))
}

fn open(day: NaiveDate) -> bool {
    matches!(window(day).unwrap().value, Window::Open { .. })
}

proptest! {
    #[test]
    fn a_window_is_the_whole_of_june_or_december(today in any_day()) {
        prop_assert_eq!(open(today), [6, 12].contains(&today.month()));
    }

    #[test]
    fn the_days_counted_are_those_one_lives_through(today in any_day()) {
        let differs = |day: &NaiveDate| open(*day) != open(today);
        let change = today.iter_days().find(differs).unwrap();
        match window(today).unwrap().value {
            Window::Open { first, last, days_left, closes_at } => {
                prop_assert!(first <= today && today <= last && !open(first.pred_opt().unwrap()));
                prop_assert_eq!(last + Days::new(1), change);
                prop_assert_eq!(days_left, (last - today).num_days());
                prop_assert_eq!(closes_at, Zone::Sofia.start_of(change));
            }
            Window::Closed { opens, days_until, opens_at } => {
                prop_assert_eq!(opens, change);
                prop_assert_eq!(days_until, (opens - today).num_days());
                prop_assert_eq!(opens_at, Zone::Sofia.start_of(change));
            }
        }
    }

    #[test]
    fn at_the_instant_it_opens_it_is_open_and_a_second_before_not(today in any_day()) {
        if let Window::Closed { opens_at, .. } = window(today).unwrap().value {
            let is_open = |now| matches!(window_at(now).unwrap().value, Window::Open { .. });
            prop_assert!(is_open(opens_at) && !is_open(opens_at - TimeDelta::seconds(1)));
        }
    }

    #[test]
    fn every_day_on_which_it_turns_is_told_in_time_and_no_other(from in any_day(), over in 0_u64..900, ahead in 0_u16..30) {
        let to = from + Days::new(over);
        let mut expected = Vec::new();
        for day in from.iter_days().take_while(|day| *day <= to + Days::new(ahead.into())) {
            let (yesterday, tomorrow) = (day.pred_opt().unwrap(), day.succ_opt().unwrap());
            if open(day) && (day == day!("2010-01-01") || !open(yesterday)) {
                let last = day.iter_days().find(|day| !open(day.succ_opt().unwrap())).unwrap();
                expected.push(Turn::Opens { first: day, last });
            }
            if open(day) && !open(tomorrow) {
                expected.push(Turn::Closes { last: day });
            }
        }
        prop_assert_eq!(turns(from, to, ahead), expected);
    }

    #[test]
    fn a_ground_never_narrows_the_choice(today in any_day(), which in 0..Ground::ALL.len()) {
        if let Ok(Choice::InWindow(found)) = choice(Ground::ALL[which], today) {
            prop_assert_eq!(found, window(today).unwrap());
        }
    }

    #[test]
    fn a_longer_stay_never_needs_less(arrive in any_day(), days in 0_u64..250) {
        let rank = |days| match route(arrive, arrive + Days::new(days), arrive).unwrap().route {
            Route::AnyGp => 0,
            Route::TemporaryChoice { .. } => 1,
            Route::PermanentChange => 2,
        };
        prop_assert!(rank(days) <= rank(days + 1));
        prop_assert!(days > 27 || rank(days) == 0, "every month has 28 days");
        prop_assert!(days < 154 || rank(days) == 2, "no five months have more than 153");
    }

    #[test]
    fn the_own_gp_is_back_on_the_day_after(arrive in any_day(), days in 0_u64..250) {
        let leave = arrive + Days::new(days);
        let routed = route(arrive, leave, arrive).unwrap();
        match routed.route {
            Route::AnyGp => prop_assert!(leave <= routed.any_gp_until),
            Route::TemporaryChoice { own_gp_from } => {
                prop_assert!(routed.any_gp_until < leave && leave <= routed.temporary_until);
                prop_assert_eq!(own_gp_from, leave + Days::new(1));
                prop_assert_eq!(routed.year_end.is_some(), leave.year() > arrive.year());
            }
            Route::PermanentChange => prop_assert!(leave > routed.temporary_until),
        }
    }

    #[test]
    fn nothing_but_an_own_signature_signs_on_line(
        today in any_day(),
        who in 0..Relation::ALL.len(),
        means in 0..Means::ALL.len(),
        days in 0_u64..20_000,
    ) {
        let (who, means) = (Relation::ALL[who], Means::ALL[means]);
        let answer = ways(who, Some(today - Days::new(days)), means, today);
        if matches!(answer.online, Online::Possible(_)) {
            prop_assert_eq!(means, Means::OwnSignature);
            let own = who == Relation::Own;
            prop_assert_eq!(answer.paper, if own { Signer::Patient } else { Signer::ParentOrGuardian });
        }
    }
}
