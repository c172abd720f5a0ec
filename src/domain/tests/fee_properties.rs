//! What holds for every stay and every visit, whatever the amounts.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use domain::coded::Code;
use domain::fee::amounts::{stay_day_share, visit_share};
use domain::fee::stay::{Bill, Reading, Stay, Total, What, bill};
use domain::fee::visit::{Due, Provider, Visit, VisitFee, shared_with_state, visit_fee};
use domain::fee::{Age, Circumstance, Patient, Sum, amounts};
use domain::minimum_wage::MINIMUM_WAGE;
use domain::money::Money;
use domain::person::Sex;
use domain::rules::{Entry, Regime, Remark, Span, day};
use proptest::prelude::*;

const TODAY: NaiveDate = day!("2026-11-22");

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..8400).prop_map(|days| day!("2004-06-01") + Days::new(days))
}

/// Stays in time order that share no day.
fn stays() -> impl Strategy<Value = Vec<Stay>> {
    (any_day(), prop::collection::vec((0_u64..60, 1_u64..90), 1..6)).prop_map(|(start, lengths)| {
        let mut next = start;
        let stay = |(length, pause): (u64, u64)| {
            let stay = Stay { first: next, last: next + Days::new(length) };
            next = stay.last + Days::new(pause);
            stay
        };
        lengths.into_iter().map(stay).collect()
    })
}

fn reading() -> impl Strategy<Value = Reading> {
    any::<[bool; 3]>().prop_map(|[cap_per_stay, same_day_counts, exempt_days_count]| Reading {
        cap_per_stay,
        same_day_counts,
        exempt_days_count,
    })
}

fn bill_of(stays: &[Stay], reading: Reading) -> Bill {
    bill(stays, &Patient::of_years(40), reading, TODAY).unwrap()
}

fn sum(total: Total) -> Sum {
    match total {
        Total::Complete(sum) | Total::Incomplete(sum) => sum,
    }
}

proptest! {
    #[test]
    fn a_split_keeps_every_day_once(stays in stays(), reading in reading()) {
        let parts = bill_of(&stays, reading).parts;
        for (index, stay) in stays.iter().enumerate() {
            let mut next = stay.first;
            for part in parts.iter().filter(|part| part.stay == index) {
                prop_assert_eq!(part.first, next);
                prop_assert_eq!((part.last - part.first).num_days() + 1, i64::from(part.days));
                prop_assert_eq!(part.first.year(), part.last.year());
                next = part.last + Days::new(1);
            }
            prop_assert_eq!(next, stay.last + Days::new(1));
        }
    }

    #[test]
    fn totals_are_the_sums_of_their_parts(stays in stays(), reading in reading()) {
        let bill = bill_of(&stays, reading);
        prop_assert_eq!(Sum::of(bill.parts.iter().filter_map(|part| part.amount)).unwrap(), sum(bill.total));
        let each = bill.stays.iter().copied().map(sum);
        let lev: i64 = each.clone().map(|sum| sum.lev.minor).sum();
        let euro: i64 = each.map(|sum| sum.euro.minor).sum();
        prop_assert_eq!((Money::lev(lev), Money::euro(euro)), (sum(bill.total).lev, sum(bill.total).euro));
        let open = bill.parts.iter().any(|part| part.amount.is_none());
        prop_assert_eq!(matches!(bill.total, Total::Incomplete(_)), open);
    }

    #[test]
    fn no_year_has_more_than_ten_paid_days(stays in stays()) {
        let bill = bill_of(&stays, Reading::PREFERRED);
        let mut paid = BTreeMap::<i32, u32>::new();
        for part in &bill.parts {
            if matches!(part.what, What::Charged { .. } | What::NoRate(_)) {
                *paid.entry(part.first.year()).or_default() += part.days;
            }
        }
        for used in bill.used {
            prop_assert!(used.days <= 10);
            prop_assert_eq!(used.days, paid.get(&used.year).copied().unwrap_or_default());
        }
    }

    #[test]
    fn a_day_more_never_costs_less(stays in stays()) {
        let mut longer = stays.clone();
        let last = longer.last_mut().unwrap();
        last.last = last.last + Days::new(1);
        let (before, after) =
            (sum(bill_of(&stays, Reading::PREFERRED).total), sum(bill_of(&longer, Reading::PREFERRED).total));
        prop_assert!(after.lev.minor >= before.lev.minor && after.euro.minor >= before.euro.minor);
    }

    #[test]
    fn the_order_in_which_stays_are_entered_does_not_matter(stays in stays()) {
        let reversed: Vec<_> = stays.iter().rev().copied().collect();
        let (one, two) = (bill_of(&stays, Reading::PREFERRED), bill_of(&reversed, Reading::PREFERRED));
        prop_assert_eq!(one.total, two.total);
        prop_assert_eq!(one.stays, two.stays.into_iter().rev().collect::<Vec<_>>());
    }

    #[test]
    fn the_future_has_no_amount(days in 1_u64..2000, length in 0_u64..30) {
        let first = TODAY + Days::new(days);
        let bill = bill_of(&[Stay { first, last: first + Days::new(length) }], Reading::PREFERRED);
        prop_assert!(bill.parts.iter().all(|part| part.amount.is_none()));
        let visit = Visit::by_law(first, Provider::Gp, Patient::of_years(40));
        prop_assert!(visit_fee(&visit, TODAY).is_err());
    }

    #[test]
    fn nobody_pays_more_for_a_circumstance(
        day in any_day(),
        years in 0_u32..100,
        female in any::<bool>(),
        retired in any::<bool>(),
        which in 0..Circumstance::ALL.len(),
    ) {
        let circumstances = [Circumstance::ALL[which]];
        let sex = Some(if female { Sex::Female } else { Sex::Male });
        let plain = Patient { sex, ..Patient::of_years(years) };
        let with = Patient { retired, circumstances: &circumstances, ..plain };
        let fee = |patient| match visit_fee(&Visit::by_law(day, Provider::Gp, patient), TODAY) {
            Ok(VisitFee::UserFee { line, .. }) => Some(line.amount.minor),
            Ok(VisitFee::PriceList { .. }) | Err(_) => None,
        };
        if let (Some(plain), Some(with)) = (fee(plain), fee(with)) {
            prop_assert!(with <= plain);
        }
    }

    #[test]
    fn a_birthday_counts_from_its_day_on(born in any_day(), days in 0_u64..9000) {
        let day = born + Days::new(days);
        let age = Age::Born(born).on(day).unwrap();
        let birthday = domain::age::years_after(born, age).unwrap();
        prop_assert!(birthday <= day && day < domain::age::years_after(born, age + 1).unwrap());
        prop_assert_eq!(Age::Born(born).on(born - Days::new(1)), None);
    }
}

/// Entries of the years in which the fee was a share of the minimum wage.
fn tied(spans: &'static [Span<Money>]) -> impl Iterator<Item = &'static Entry<Money>> {
    spans.iter().filter_map(|span| match span {
        Span::Known(entry) if entry.from < day!("2012-08-07") => Some(entry),
        Span::Known(_) | Span::Unknown(_) => None,
    })
}

#[test]
fn until_the_tie_was_cut_every_fee_is_its_share_of_the_wage() {
    for (series, share) in [
        (&amounts::VISIT, visit_share as fn(Money) -> Result<Money, _>),
        (&amounts::STAY_DAY, stay_day_share),
    ] {
        for entry in tied(series.spans()) {
            let wage = MINIMUM_WAGE.sourced(entry.from, TODAY).unwrap().value;
            assert_eq!(share(wage), Ok(entry.value), "{} from {}", series.id(), entry.from);
            let derived = entry.remark == Some(Remark::DerivedFromWage);
            assert_eq!(derived, !entry.confidence.is_verified(), "what is only derived is not verified");
        }
    }
}

#[test]
fn a_woman_pays_less_at_the_dentist_from_her_sixtieth_birthday_on() {
    let fee = |day| {
        let patient =
            Patient { age: Age::Born(day!("1950-05-10")), sex: Some(Sex::Female), ..Patient::of_years(0) };
        match visit_fee(&Visit::by_law(day, Provider::Dentist, patient), TODAY).unwrap() {
            VisitFee::UserFee { line, .. } => (line.what, line.amount.to_string()),
            VisitFee::PriceList { .. } => panic!("insured"),
        }
    };
    assert_eq!(fee(day!("2010-05-09")), (Due::Full, "2.40 BGN".to_owned()));
    assert_eq!(fee(day!("2010-05-10")), (Due::Reduced, "1.00 BGN".to_owned()));
}

#[test]
fn the_state_pays_the_rest_for_retired_people_and_for_nobody_else() {
    let shares = |day| shared_with_state(day, TODAY).map(|one| (one.full, one.patient, one.state));
    // 2.40 and 1.00 by age: no source says who bears the rest.
    assert_eq!(shares(day!("2010-05-10")), None);
    assert_eq!(shares(day!("2013-12-31")), None);
    assert_eq!(shares(day!("2014-01-07")), Some((Money::lev(2_90), Money::lev(1_00), Money::lev(1_90))));
    assert_eq!(shares(day!("2025-12-31")), Some((Money::lev(2_90), Money::lev(1_00), Money::lev(1_90))));
    assert_eq!(shares(day!("2026-01-01")), Some((Money::euro(1_48), Money::euro(51), Money::euro(97))));
    assert_eq!(shares(day!("2026-11-23")), None);
}

#[test]
fn the_guide_frees_nobody_outside_its_own_year() {
    let visit = |day, interrupted| {
        let visit = Visit {
            regime: Regime::Guide2010,
            interrupted,
            ..Visit::by_law(day, Provider::Gp, Patient::of_years(10))
        };
        visit_fee(&visit, TODAY)
    };
    assert!(matches!(visit(day!("2010-12-31"), false), Ok(VisitFee::UserFee { .. })));
    assert!(visit(day!("2011-01-01"), false).is_err());
    assert!(visit(day!("2011-01-01"), true).is_err());
}
