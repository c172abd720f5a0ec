//! What holds for every sick leave, by counts and by the calendar, and for every carer.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use chrono::{Datelike, Days, NaiveDate};
use domain::coded::Code;
use domain::rules::{Regime, day};
use domain::sick_leave::issuing::Exam;
use domain::sick_leave::posted::Item;
use domain::sick_leave::{
    Answer, Before, Care, Cause, Issuer, Kin, Leave, Limits, Need, Request, Sheet, Split, Used, care, issue,
    plan, plan_after, split,
};
use proptest::prelude::*;

const TODAY: NaiveDate = day!("2026-11-22");

fn limits() -> impl Strategy<Value = Limits> {
    (1_u32..30, 1_u32..80).prop_map(|(without_break, in_year)| Limits { without_break, in_year })
}

fn used() -> impl Strategy<Value = Used> {
    (0_u32..60, 0_u32..60)
        .prop_map(|(without_break, more)| Used { without_break, in_year: without_break + more })
}

fn day_since_2011() -> impl Strategy<Value = NaiveDate> {
    (0_u64..5_400).prop_map(|days| day!("2011-06-02") + Days::new(days))
}

/// Sheets of the doctor for illness that share no day, and a leave after them.
fn history() -> impl Strategy<Value = (Vec<Sheet>, Leave)> {
    (day_since_2011(), prop::collection::vec((0_u64..9, 1_u64..25), 0..9), 0_u64..70).prop_map(
        |(start, lengths, length)| {
            let mut next = start;
            let mut leave = |length, pause| {
                let leave = Leave { first: next, last: next + Days::new(length), cause: Cause::ILLNESS };
                next = leave.last + Days::new(pause);
                leave
            };
            let sheet = |(length, pause)| Sheet { leave: leave(length, pause), issuer: Issuer::Doctor };
            let sheets: Vec<Sheet> = lengths.into_iter().map(sheet).collect();
            (sheets, leave(length, 1))
        },
    )
}

proptest! {
    #[test]
    fn no_day_is_lost(days in 0_u32..200, used in used(), limits in limits()) {
        let Split { doctor, commission } = split(days, used, limits);
        prop_assert_eq!(doctor + commission, days);
        prop_assert!(doctor <= limits.without_break && doctor <= limits.in_year);
    }

    #[test]
    fn who_has_used_more_never_gets_more_of_the_doctor(
        days in 0_u32..200,
        used in used(),
        limits in limits(),
        more in 0_u32..20,
    ) {
        let later = Used { without_break: used.without_break + more, in_year: used.in_year + more };
        prop_assert!(split(days, later, limits).doctor <= split(days, used, limits).doctor);
        prop_assert!(split(days + more, used, limits).doctor >= split(days, used, limits).doctor);
    }

    #[test]
    fn within_a_year_the_calendar_agrees_with_the_counts(
        year in 2012_i32..2026,
        from in 0_u64..200,
        before in 0_u64..60,
        days in 1_u64..60,
    ) {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap() + Days::new(from);
        let leave = |first: NaiveDate, days| Leave { first, last: first + Days::new(days - 1), cause: Cause::ILLNESS };
        let earlier: Vec<_> = (before > 0)
            .then(|| Sheet { leave: leave(first, before), issuer: Issuer::Doctor })
            .into_iter()
            .collect();
        let found = plan(leave(first + Days::new(before), days), &earlier, Regime::Law, TODAY).unwrap();
        let before = u32::try_from(before).unwrap();
        let used = Used { without_break: before, in_year: before };
        let counted = split(u32::try_from(days).unwrap(), used, Limits { without_break: 14, in_year: 40 });
        prop_assert_eq!(found.split, counted);
        let before = Before { without_break: before, by_doctor: before, by_commission: 0 };
        let told = plan_after(leave(first + Days::new(u64::from(before.by_doctor)), days), before, Regime::Law, TODAY);
        prop_assert_eq!(told, Ok(found));
    }

    #[test]
    fn parts_keep_every_day_once((sheets, leave) in history()) {
        let found = plan(leave, &sheets, Regime::Law, TODAY).unwrap();
        let mut next = leave.first;
        for part in &found.parts {
            prop_assert_eq!(part.first, next);
            prop_assert_eq!((part.last - part.first).num_days() + 1, i64::from(part.days));
            next = part.last + Days::new(1);
        }
        prop_assert_eq!(next, leave.last + Days::new(1));
        prop_assert_eq!(
            i64::from(found.split.doctor + found.split.commission),
            (leave.last - leave.first).num_days() + 1
        );
    }

    #[test]
    fn the_commission_begins_where_a_longer_leave_says((sheets, leave) in history()) {
        let from = plan(leave, &sheets, Regime::Law, TODAY).unwrap().commission_from;
        let longer = Leave { last: leave.first + Days::new(730), ..leave };
        let parts = plan(longer, &sheets, Regime::Law, TODAY).unwrap().parts;
        let first = parts.iter().find(|part| part.issuer == Issuer::Commission).map(|part| part.first);
        prop_assert_eq!(from, first);
    }

    #[test]
    fn the_doctor_gives_no_more_than_the_limits((sheets, leave) in history()) {
        // Only what the rules themselves give is held to them: no earlier sheet is.
        let found = plan(leave, &sheets, Regime::Law, TODAY).unwrap();
        let given = || found.parts.iter().filter(|part| part.issuer == Issuer::Doctor);
        let days = || given().flat_map(|part| part.first.iter_days().take_while(|day| *day <= part.last));
        prop_assert!(days().count() <= 14, "one leave without a break");
        for year in [leave.first.year(), leave.last.year()] {
            let before: i64 = sheets
                .iter()
                .flat_map(|sheet| sheet.leave.first.iter_days().take_while(|day| *day <= sheet.leave.last))
                .filter(|day| day.year() == year)
                .map(|_| 1)
                .sum();
            let here = i64::try_from(days().filter(|day| day.year() == year).count()).unwrap();
            prop_assert!(here == 0 || before + here <= 40);
        }
    }

    #[test]
    fn sheets_are_counted_whatever_their_order((sheets, leave) in history()) {
        let reversed: Vec<_> = sheets.iter().rev().copied().collect();
        prop_assert_eq!(plan(leave, &sheets, Regime::Law, TODAY), plan(leave, &reversed, Regime::Law, TODAY));
    }

    #[test]
    fn a_carer_is_paid_for_no_more_than_there_is(
        first in (0_u64..2_100).prop_map(|days| day!("2021-02-01") + Days::new(days)),
        days in 1_u32..200,
        used in used(),
        paid_used in 0_u32..80,
        age in 0_u32..90,
    ) {
        let request = Care { first, days, kin: Kin::Child, age, need: Need::Illness, used, paid_used };
        let granted = care(&request, TODAY).unwrap();
        prop_assert_eq!(granted.paid + granted.unpaid, days);
        prop_assert_eq!(granted.split.doctor + granted.split.commission, days);
        let cap: u32 = if age < 18 { 60 } else { 10 };
        let crosses = (first + Days::new(u64::from(days) - 1)).year() > first.year();
        prop_assert!(granted.paid <= cap.saturating_sub(paid_used) + u32::from(crosses) * cap);
        prop_assert!(granted.split.doctor <= 14, "no break, whatever the year");
        prop_assert_eq!(granted.years.iter().map(|year| year.days).sum::<u32>(), days);
        prop_assert_eq!(granted.years.iter().map(|year| year.paid).sum::<u32>(), granted.paid);
        prop_assert_eq!(granted.years.len(), if crosses { 2 } else { 1 });
    }

    #[test]
    fn a_document_serves_only_with_every_item(shown in prop::collection::vec(any::<bool>(), Item::ALL.len())) {
        let shows: Vec<_> =
            Item::ALL.iter().zip(&shown).filter(|(_, shown)| **shown).map(|(item, _)| *item).collect();
        let from = day!("2021-03-08");
        let exam = Exam::Elsewhere { day: from, shows: &shows };
        let (answer, _) = issue(&Request::Sheet { from, exam, employers: 1 }, day!("2021-03-10")).unwrap();
        prop_assert_eq!(matches!(answer, Answer::Within { .. }), shown.iter().all(|shown| *shown));
    }
}
