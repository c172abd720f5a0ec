//! What holds for every contribution and every history, whatever the amounts.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use chrono::{Days, NaiveDate};
use domain::coded::Code;
use domain::fee::Sum;
use domain::insurance::abroad::{Away, AwayAnswer, Filed, away};
use domain::insurance::contribution::{Contribution, Owed, Payer, contribution, minimum};
use domain::insurance::due::due;
use domain::insurance::fine;
use domain::insurance::returning::{Back, Since, back, lump_sum};
use domain::insurance::rule::window;
use domain::insurance::standing::{Counts, Payment, Question, Record, Standing, Status, standing};
use domain::insurance::{Ground, Refusal};
use domain::money::{Money, Ratio};
use domain::month::Month;
use domain::rules::{Regime, day};
use domain::working_day::is_working_day;
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

const TODAY: NaiveDate = day!("2026-11-22");

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..6800).prop_map(|days| day!("2009-01-01") + Days::new(days))
}

fn any_month() -> impl Strategy<Value = Month> {
    any_day().prop_map(Month::of)
}

fn regime() -> impl Strategy<Value = Regime> {
    prop::sample::select(Regime::ALL)
}

fn income() -> impl Strategy<Value = Money> {
    prop_oneof![0_i64..700_000, 0_i64..50_000].prop_map(Money::lev)
}

fn owed(month: Month, payer: Payer) -> Option<Contribution> {
    match contribution(month, payer, TODAY) {
        Ok(Owed::Contribution(owed)) => Some(*owed),
        Ok(Owed::ByState(_)) => panic!("no state payer"),
        Err(refusal) => {
            // An income in lev is refused for the months of the euro; nothing else but missing data is.
            assert!(refusal.why().is_some(), "{refusal:?}");
            None
        }
    }
}

/// The ground and payment of each of the 72 months before care.
fn history(care: NaiveDate) -> impl Strategy<Value = Vec<Record>> {
    let month = (prop::sample::select(Ground::ALL), prop::sample::select(Payment::ALL), any::<bool>());
    prop::collection::vec(month, 72).prop_map(move |months| {
        let record = |(back, (ground, payment, told)): (u32, (Ground, Payment, bool))| {
            let month = Month::of(care).before(back).unwrap();
            told.then_some(Record { month, ground: Some(ground), payment, owed: None, state_group: None })
        };
        (0..).zip(months).filter_map(record).collect()
    })
}

fn case() -> impl Strategy<Value = (NaiveDate, Vec<Record>)> {
    any_day().prop_flat_map(|care| history(care).prop_map(move |history| (care, history)))
}

fn asked(history: &[Record], care: NaiveDate, regime: Regime) -> Result<Standing, Refusal> {
    standing(&Question { history, ground: None, care, regime }, TODAY)
}

fn decimal(money: Money) -> Decimal {
    Decimal::new(money.minor, 2)
}

proptest! {
    #[test]
    fn parts_of_a_contribution_are_the_whole(month in any_month(), income in income()) {
        if let Some(owed) = owed(month, Payer::Employee(income)) {
            let employer = owed.employer.unwrap().amount;
            prop_assert_eq!(owed.person.plus(employer).unwrap(), owed.total.amount);
            prop_assert!(employer.minor >= owed.person.minor && owed.person.minor >= 0);
            let exact = decimal(owed.base.amount) * Decimal::new(8, 2);
            let rounded = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
            prop_assert_eq!(decimal(owed.total.amount), rounded);
        }
    }

    #[test]
    fn who_earns_more_never_owes_less(month in any_month(), income in income(), more in 0_i64..10_000) {
        let higher = Money::lev(income.minor + more);
        for payer in [Payer::Employee, Payer::SelfInsured, |income| Payer::NoOther(Some(income))] {
            if let (Some(less), Some(more)) = (owed(month, payer(income)), owed(month, payer(higher))) {
                prop_assert!(less.total.amount.minor <= more.total.amount.minor);
            }
        }
    }

    #[test]
    fn without_income_one_owes_the_least(month in any_month(), income in income()) {
        if let Ok(least) = minimum(month, TODAY) {
            prop_assert_eq!(owed(month, Payer::NoOther(None)).unwrap().person, least.amount);
            if let Some(owed) = owed(month, Payer::NoOther(Some(income))) {
                prop_assert!(owed.person.minor >= least.amount.minor);
            }
        }
    }

    #[test]
    fn a_month_is_due_in_the_next_one(month in any_month()) {
        if let Ok(due) = due(month, TODAY) {
            prop_assert_eq!(Month::of(due.day), month.after(1).unwrap());
        }
    }

    #[test]
    fn the_last_day_in_time_is_the_first_working_day_from_the_due_one(month in any_month()) {
        let Ok(due) = due(month, TODAY) else { return Ok(()) };
        if let Some(until) = due.paid_in_time_until() {
            let days = due.day.iter_days().take_while(|day| *day <= until);
            let working: Vec<_> = days.filter(|day| is_working_day(*day).unwrap()).collect();
            prop_assert_eq!(working, [until]);
            prop_assert!(due.calendar().is_some());
        } else {
            prop_assert!(month < Month::parse("2018-01").unwrap(), "since 2018 both rule and calendar are known");
        }
    }

    #[test]
    fn a_window_has_its_months_and_ends_before_care(care in any_day(), months in 1_u32..80, regime in regime()) {
        let window = window(care, months, regime).unwrap();
        prop_assert_eq!(window.months().count(), usize::try_from(months).unwrap());
        let gap = window.last.through(Month::of(care)).count();
        prop_assert_eq!(gap, if regime == Regime::Law { 3 } else { 2 });
        prop_assert!(window.months().all(|month| window.contains(month)));
        let beside = [window.first.before(1), window.last.after(1)];
        prop_assert!(beside.into_iter().flatten().all(|month| !window.contains(month)));
    }

    #[test]
    fn every_month_of_the_window_is_counted_once((care, history) in case(), regime in regime()) {
        let Ok(found) = asked(&history, care, regime) else { return Ok(()) };
        let months: Vec<_> = found.months.iter().map(|counted| counted.month).collect();
        prop_assert_eq!(&months, &found.window.months().collect::<Vec<_>>());
        let count = |which: &[Counts]| {
            found.months.iter().filter(|month| which.contains(&month.counts)).count()
        };
        prop_assert_eq!(count(&[Counts::Unpaid]), usize::try_from(found.unpaid).unwrap());
        prop_assert_eq!(count(&[Counts::Unknown, Counts::NotTold]), usize::try_from(found.open).unwrap());
        prop_assert_eq!(found.restoring.is_some(), found.unpaid + found.open > 3);
    }

    #[test]
    fn what_is_undecided_can_become_either((care, history) in case(), regime in regime()) {
        let Ok(found) = asked(&history, care, regime) else { return Ok(()) };
        let told = |payment| {
            let mut history = history.clone();
            for record in &mut history {
                if record.payment == Payment::Unknown {
                    record.payment = payment;
                }
            }
            let rest = found.months.iter().filter(|month| month.counts == Counts::NotTold);
            history.extend(rest.map(|month| Record {
                month: month.month, ground: Some(Ground::NoOther), payment, owed: None, state_group: None,
            }));
            asked(&history, care, regime).unwrap().status
        };
        let (best, worst) = (told(Payment::Paid), told(Payment::Unpaid));
        match found.status {
            Status::Interrupted => prop_assert_eq!((best, worst), (Status::Interrupted, Status::Interrupted)),
            Status::Undecided => {
                prop_assert_eq!(worst, Status::Interrupted);
                prop_assert_ne!(best, Status::Interrupted);
            }
            Status::Insured | Status::InsuredWithArrears => prop_assert_ne!(worst, Status::Interrupted),
            Status::InsuredByOthers | Status::ArrearsFromBefore => panic!("no ground was told"),
        }
    }

    #[test]
    fn paying_what_is_asked_for_restores((care, mut history) in case(), regime in regime()) {
        let Ok(found) = asked(&history, care, regime) else { return Ok(()) };
        let Some(restoring) = found.restoring else { return Ok(()) };
        let parts = &restoring.parts;
        let in_parts: Vec<_> = parts.iter().flat_map(|part| part.window.months()).collect();
        prop_assert_eq!(&in_parts, &restoring.months, "parts are the months to pay, each once and in order");
        let sums = parts.iter().filter_map(|part| part.sum);
        prop_assert_eq!(Sum::of(sums).unwrap(), restoring.cost);
        prop_assert!(parts.iter().all(|part| part.window.months().count() == part.months as usize));
        for record in &mut history {
            if restoring.months.contains(&record.month) {
                record.payment = Payment::Paid;
            }
        }
        let after = asked(&history, care, regime).unwrap();
        prop_assert_ne!(after.status, Status::Interrupted);
        prop_assert_eq!(after.unpaid, 0);
    }

    #[test]
    fn months_that_others_owe_never_interrupt((care, mut history) in case(), regime in regime()) {
        for record in &mut history {
            let no_other = record.ground == Some(Ground::NoOther);
            record.ground = Some(if no_other { Ground::State } else { Ground::Employee });
        }
        if let Ok(found) = asked(&history, care, regime) {
            prop_assert_eq!(found.unpaid, 0);
            prop_assert_ne!(found.status, Status::Interrupted);
        }
    }

    #[test]
    fn a_ground_that_is_not_known_never_decides_by_itself((care, mut history) in case(), regime in regime()) {
        for record in &mut history {
            record.ground = None;
        }
        let Ok(found) = asked(&history, care, regime) else { return Ok(()) };
        let paid = |month: Month| {
            history.iter().any(|record| record.month == month && record.payment == Payment::Paid)
        };
        let not_paid = found.window.months().filter(|month| !paid(*month)).count();
        prop_assert_eq!((found.unpaid, usize::try_from(found.open).unwrap()), (0, not_paid));
    }

    #[test]
    fn the_order_of_a_history_does_not_matter((care, history) in case(), regime in regime()) {
        let reversed: Vec<_> = history.iter().rev().copied().collect();
        prop_assert_eq!(asked(&history, care, regime), asked(&reversed, care, regime));
    }

    #[test]
    fn more_days_abroad_never_make_one_owe(on in any_day(), days in 0_u32..365, citizen in any::<bool>()) {
        let year = |days| Away {
            days, filed: Filed::Before, filed_on: None, inside_union: false, citizen, pays_for_themselves: true,
        };
        let exempt = |days| matches!(away(on, year(days), TODAY), Ok(AwayAnswer::Exempt(_)));
        prop_assert!(!exempt(days) || exempt(days + 1));
        prop_assert_eq!(exempt(200) && days > 183, exempt(days));
    }

    #[test]
    fn six_months_in_a_row_are_found_wherever_they_are(
        on in (400_u64..5000).prop_map(|days| day!("2010-01-01") + Days::new(days)),
        present in prop::collection::vec(any::<bool>(), 12),
        contributions in 0_u32..12,
    ) {
        let end = Month::of(on);
        let month = |back: usize| end.before(u32::try_from(back).unwrap()).unwrap();
        let insured: Vec<_> = (0..12).filter(|back| present[*back]).map(month).collect();
        // The current month is not over, so it does not count.
        let over: Vec<_> = present[1..].to_vec();
        let longest = over.split(|insured| !insured).map(<[bool]>::len).max().unwrap_or_default();
        match back(on, Since { insured: &insured, contributions }, TODAY).unwrap() {
            Back::ByMonths { since, .. } => prop_assert!(longest >= 6 && since <= on),
            Back::NotYet { longest: found, missing, .. } => {
                prop_assert!(longest < 6);
                prop_assert_eq!(usize::try_from(found).unwrap(), longest);
                prop_assert_eq!(missing, 12 - contributions);
            }
            Back::ByContributions { .. } => prop_assert!(false, "fewer than twelve"),
        }
    }

    #[test]
    fn both_amounts_of_the_lump_sum_are_shown(on in any_day()) {
        if let Ok(sum) = lump_sum(on, TODAY) {
            prop_assert_eq!(sum.other.amount.times(2).unwrap(), sum.line.amount);
            prop_assert_eq!(sum.line.amount.minor % 12, 0);
        }
    }
}

#[test]
fn a_repeated_fine_starts_where_the_first_one_ends() {
    for series in [&fine::UNPAID, &fine::NO_DECLARATION, &fine::MISSED_CHECK_UP] {
        let fine = series.sourced(day!("2010-06-01"), TODAY).unwrap().value;
        assert!(fine.first.least.minor < fine.first.most.minor);
        assert_eq!(fine.first.most, fine.repeated.least);
    }
}

#[test]
fn an_income_in_the_currency_of_another_time_is_refused() {
    let month = Month::parse("2025-06").unwrap();
    assert!(matches!(contribution(month, Payer::Employee(Money::euro(1)), TODAY), Err(Refusal::Money(_))));
    assert_eq!(minimum(month, TODAY).unwrap().what, Ratio::percent(8));
}
