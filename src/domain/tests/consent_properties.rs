//! What holds for every child, every record and every breach.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use chrono::{DateTime, Days, NaiveDate};
use domain::age::completed_years;
use domain::coded::Code;
use domain::consent::house::Reason;
use domain::consent::{
    Consents, Consultation, Escort, Exception, admission, consent, escort_matters, exceptions_that_matter,
    incapacity_matters, ways,
};
use domain::fee::Age;
use domain::retention::{Records, breach_told_by, kept_until};
use domain::rules::{Conflict, day};
use proptest::prelude::*;

const TODAY: NaiveDate = day!("2026-11-22");

fn under_the_rules() -> impl Strategy<Value = NaiveDate> {
    (0_u64..1900).prop_map(|days| day!("2021-06-01") + Days::new(days))
}

fn exceptions() -> impl Strategy<Value = Vec<Exception>> {
    prop::sample::subsequence(Exception::ALL.to_vec(), 0..=Exception::ALL.len())
}

fn escort() -> impl Strategy<Value = Option<Escort>> {
    prop::option::of(prop::sample::select(Escort::ALL))
}

proptest! {
    #[test]
    fn a_parent_is_always_enough(on in under_the_rules(), years in 0_u32..100, incapacitated in any::<bool>()) {
        let consultation = Consultation {
            age: Age::Years(years), incapacitated, escort: Some(Escort::Parent), exceptions: &[],
        };
        prop_assert!(admission(on, consultation, TODAY).unwrap().seen);
    }

    #[test]
    fn one_exception_more_never_turns_anybody_away(
        on in under_the_rules(), years in 0_u32..100, incapacitated in any::<bool>(),
        escort in escort(), exceptions in exceptions(), more in prop::sample::select(Exception::ALL),
    ) {
        let age = Age::Years(years);
        let with = |exceptions: &[Exception]| {
            admission(on, Consultation { age, incapacitated, escort, exceptions }, TODAY).unwrap()
        };
        let before = with(&exceptions);
        let after = with(&[exceptions, vec![more]].concat());
        prop_assert!(!before.seen || after.seen);
        prop_assert_eq!(before.escort_signs, before.reason == Reason::ParentTold);
        let turned_away = matches!(before.reason, Reason::Alone | Reason::NotRepresented);
        prop_assert_eq!(before.seen, !turned_away);
    }

    #[test]
    fn the_conflict_is_told_of_those_from_14_to_15(on in under_the_rules(), days in 0_u64..9000, escort in escort()) {
        let born = on - Days::new(days);
        let consultation = Consultation {
            age: Age::Born(born), incapacitated: false, escort, exceptions: &[],
        };
        let years = completed_years(born, on).unwrap();
        let conflict = admission(on, consultation, TODAY).unwrap().conflict;
        prop_assert_eq!(conflict, (14..16).contains(&years).then_some(Conflict::MinorAge));
    }

    #[test]
    fn every_way_that_is_named_leads_in(
        on in under_the_rules(), years in 0_u32..100, incapacitated in any::<bool>(),
        escort in escort(), exceptions in exceptions(),
    ) {
        let consultation = Consultation { age: Age::Years(years), incapacitated, escort, exceptions: &exceptions };
        let ways = ways(on, consultation, TODAY).unwrap();
        let seen = admission(on, consultation, TODAY).unwrap().seen;
        // Nobody is turned away for good: a parent can always come along.
        prop_assert_eq!(ways.escorts.contains(&Escort::Parent), !seen);
        for escort in ways.escorts {
            let with = Consultation { escort: Some(escort), ..consultation };
            prop_assert!(admission(on, with, TODAY).unwrap().seen);
        }
        for way in ways.arrangements {
            prop_assert!(!seen && way.then.seen && way.exception.is_arranged());
            let exceptions = [&exceptions[..], &[way.exception]].concat();
            for escort in [Escort::OtherRelative, Escort::Acquaintance] {
                let with = Consultation { escort: Some(escort), exceptions: &exceptions, ..consultation };
                prop_assert_eq!(admission(on, with, TODAY).unwrap(), way.then);
            }
        }
    }

    #[test]
    fn what_is_not_asked_about_changes_nothing(
        on in under_the_rules(), years in 0_u32..100, incapacitated in any::<bool>(),
        escort in escort(), exceptions in exceptions(),
    ) {
        let age = Age::Years(years);
        let said = |incapacitated, escort, exceptions: &[Exception]| {
            let said = admission(on, Consultation { age, incapacitated, escort, exceptions }, TODAY).unwrap();
            (said.seen, said.reason)
        };
        let all = said(incapacitated, escort, &exceptions);
        let consultation = Consultation { age, incapacitated, escort, exceptions: &[] };
        let matter = exceptions_that_matter(on, consultation, TODAY).unwrap();
        let asked: Vec<_> = exceptions.iter().copied().filter(|one| matter.contains(one)).collect();
        prop_assert_eq!(said(incapacitated, escort, &asked), all);
        if !incapacity_matters(on, age, TODAY) {
            prop_assert_eq!(said(false, escort, &exceptions), said(true, escort, &exceptions));
        }
        if !escort_matters(on, age, incapacitated, TODAY).unwrap() {
            prop_assert_eq!(said(incapacitated, None, &exceptions), all);
        }
    }

    #[test]
    fn with_age_others_decide_less(on in under_the_rules(), years in 0_u32..40) {
        let who = |years| consent(on, Age::Years(years), false, TODAY).unwrap().who;
        prop_assert!(who(years) <= who(years + 1));
        let never_alone = consent(on, Age::Years(years), true, TODAY).unwrap().who;
        prop_assert_eq!(never_alone, Consents::Representative);
    }

    #[test]
    fn an_archive_never_ends_before_it_starts(
        on in under_the_rules(), days in 0_u64..20_000, records in prop::sample::select(Records::ALL),
    ) {
        let start = day!("1990-01-01") + Days::new(days);
        let kept = kept_until(records, start, on, TODAY).unwrap();
        prop_assert_eq!(completed_years(start, kept.first_over), Some(kept.term.years));
        prop_assert_eq!(completed_years(start, kept.first_over - Days::new(1)), Some(kept.term.years - 1));
        prop_assert_eq!(kept.archive_over.is_some(), kept.term.archive.is_some());
        prop_assert!(kept.archive_over.is_none_or(|over| over > kept.first_over));
    }

    #[test]
    fn a_breach_is_told_within_just_72_hours(seconds in 1_622_520_000_i64..1_795_000_000) {
        let found = DateTime::from_timestamp(seconds, 0).unwrap();
        let by = breach_told_by(found, TODAY).unwrap().value;
        prop_assert_eq!((by - found).num_seconds(), 72 * 3600);
    }
}
