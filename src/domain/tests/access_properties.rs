//! What holds for every grant, every person and every code.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use domain::access::{
    About, Action, Basis, Code as InvitationCode, Grant, Holder, Kinds, Need, Owner, Proxy, Scope, Scopes,
    Side, Stage, State, Step, allowed, effective, ended_by_time, next_attempt, notice, rule, state, upcoming,
};
use domain::coded::{Code, Coded};
use domain::document::{Kind, Status};
use domain::insurance::System;
use domain::moment::Zone;
use domain::rules::day;
use proptest::prelude::*;

fn scopes() -> impl Strategy<Value = Scopes> {
    prop::sample::subsequence(Scope::ALL.to_vec(), 0..=3).prop_map(|scopes| scopes.into_iter().collect())
}

fn kinds() -> impl Strategy<Value = Kinds> {
    let some = prop::sample::subsequence(Kind::ALL.to_vec(), 0..=Kind::ALL.len());
    prop_oneof![Just(Kinds::All), some.prop_map(Kinds::Only)]
}

fn kind() -> impl Strategy<Value = Coded<Kind>> {
    prop_oneof![
        prop::sample::select(Kind::ALL).prop_map(Coded::Known),
        Just(Coded::Unknown("voucher".to_owned()))
    ]
}

fn status() -> impl Strategy<Value = Coded<Status>> {
    prop_oneof![
        prop::sample::select(Status::ALL).prop_map(Coded::Known),
        Just(Coded::Unknown("paused".to_owned()))
    ]
}

fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..30 * 366 * 24 * 60).prop_map(|minutes| {
        day!("2010-01-01").and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::minutes(minutes)
    })
}

fn birthday() -> impl Strategy<Value = NaiveDate> {
    (0_u64..30 * 365).prop_map(|days| day!("1996-02-01") + Days::new(days))
}

fn owner() -> impl Strategy<Value = Owner> {
    let system = prop::option::of(prop::sample::select(System::ALL));
    (system, prop::option::of(birthday()), prop::sample::select(Zone::ALL))
        .prop_map(|(system, born, zone)| Owner { system, born, zone })
}

fn grant() -> impl Strategy<Value = Grant> {
    let step = prop_oneof![
        4 => Just(Step::Given),
        1 => instant().prop_map(|open_until| Step::Invited { open_until }),
        1 => Just(Step::Declined),
        1 => prop::sample::select(Side::ALL).prop_map(|by| Step::Revoked { by }),
    ];
    let until = prop::option::of((0_u64..30 * 365).prop_map(|days| day!("2010-01-01") + Days::new(days)));
    (prop::sample::select(Basis::ALL), scopes(), instant(), until, prop::option::of(instant()), step)
        .prop_map(|(basis, scopes, given, until, agreed, step)| Grant {
            basis,
            scopes,
            given,
            until,
            agreed,
            step,
        })
}

proptest! {
    #[test]
    fn what_time_ended_it_did_at_that_instant_and_not_before(grant in grant(), owner in owner(), now in instant()) {
        let by_time = matches!(state(&grant, owner, now), State::Expired | State::EndedByAge);
        let ended = ended_by_time(&grant, owner, now);
        prop_assert_eq!(ended.is_some(), by_time);
        if let Some(end) = ended {
            prop_assert!(end.at <= now);
            prop_assert_eq!(state(&grant, owner, end.at), state(&grant, owner, now));
            let before = state(&grant, owner, end.at - TimeDelta::seconds(1));
            let open = matches!(before, State::Active | State::Invited { .. });
            prop_assert!(open);
        }
    }

    #[test]
    fn a_proxy_never_may_what_the_person_could_not_let_them(
        action in prop::sample::select(Action::ALL), scopes in scopes(), kinds in kinds(), kind in kind(),
        status in status(), hidden in any::<bool>(), basis in prop::option::of(prop::sample::select(Basis::ALL)),
    ) {
        let about = About { kind: Some(&kind), status: Some(&status), hidden, basis };
        let proxy = Holder::Proxy(Proxy { scopes, kinds: kinds.clone(), state: State::Active });
        if allowed(action, &proxy, about).is_ok() && rule(action).need != Need::Proxy {
            prop_assert!(allowed(action, &Holder::Own(Stage::Adult), about).is_ok());
            prop_assert!(!hidden && kinds.cover(&kind) && !scopes.is_empty());
            prop_assert!(!matches!(rule(action).need, Need::Own(_)));
        }
    }

    #[test]
    fn more_scopes_more_kinds_and_more_years_never_take_anything_away(
        action in prop::sample::select(Action::ALL), less in scopes(), more in prop::sample::select(Scope::ALL),
        kinds in kinds(), kind in kind(), status in status(), hidden in any::<bool>(),
        places in (0_usize..4, 0_usize..4),
    ) {
        let about = About { kind: Some(&kind), status: Some(&status), hidden, basis: None };
        let proxy = |scopes, kinds| Holder::Proxy(Proxy { scopes, kinds, state: State::Active });
        if allowed(action, &proxy(less, kinds), about).is_ok() {
            prop_assert!(allowed(action, &proxy(less.with(more), Kinds::All), about).is_ok());
        }
        let (younger, older) = (places.0.min(places.1), places.0.max(places.1));
        if allowed(action, &Holder::Own(Stage::ALL[younger]), about).is_ok() {
            prop_assert!(allowed(action, &Holder::Own(Stage::ALL[older]), about).is_ok());
        }
    }

    #[test]
    fn what_is_over_opens_nothing(
        action in prop::sample::select(Action::ALL), scopes in scopes(), kinds in kinds(), grant in grant(),
        owner in owner(), now in instant(),
    ) {
        let state = state(&grant, owner, now);
        prop_assume!(state != State::Active);
        let proxy = Holder::Proxy(Proxy { scopes, kinds, state });
        prop_assert!(allowed(action, &proxy, About::default()).is_err());
        prop_assert!(effective(&grant, owner, now).scopes.is_empty());
    }

    #[test]
    fn scopes_only_shrink_with_time_unless_somebody_renews(
        grant in grant(), owner in owner(), now in instant(), later in 0_i64..20 * 366 * 24 * 60,
    ) {
        let then = now + TimeDelta::minutes(later);
        // What was agreed is a renewal, so between the two nobody agrees.
        prop_assume!(grant.agreed.is_none_or(|agreed| agreed <= now || agreed > then));
        let grant = Grant { agreed: grant.agreed.filter(|agreed| *agreed <= now), ..grant };
        let (before, after) = (effective(&grant, owner, now), effective(&grant, owner, then));
        prop_assert!(after.scopes.within(before.scopes));
        prop_assert!(before.scopes.within(grant.scopes));
        if state(&grant, owner, now) == State::Expired {
            prop_assert_eq!(state(&grant, owner, then), State::Expired);
        }
    }

    #[test]
    fn nothing_changes_before_the_next_change_and_something_does_at_it(
        grant in grant(), owner in owner(), now in instant(), part in 0_i64..1000,
    ) {
        let grant = Grant { agreed: None, ..grant };
        let looks = |at| (state(&grant, owner, at), effective(&grant, owner, at));
        match upcoming(&grant, owner, now).first() {
            None => prop_assert_eq!(looks(now + TimeDelta::days(40_000)), looks(now)),
            Some(next) => {
                let between = now + (next.at - now) / 1000 * i32::try_from(part).unwrap();
                prop_assert_eq!(looks(between), looks(now));
                prop_assert_eq!(looks(next.at - TimeDelta::seconds(1)), looks(now));
                let told = next.what.code();
                prop_assert!(told == "own_sign_in" || looks(next.at) != looks(now), "{told}");
                prop_assert_eq!(owner.zone.day(next.at), next.day);
            }
        }
    }

    #[test]
    fn a_notice_comes_at_each_lead_and_never_late(
        grant in grant(), owner in owner(), now in instant(),
    ) {
        for told in notice(&grant, owner, now) {
            prop_assert!(told.days >= 1 && told.days <= told.lead && told.change.at > now);
            prop_assert!(notice::LEADS.iter().all(|lead| *lead >= told.lead || *lead < told.days));
        }
    }

    #[test]
    fn a_code_is_read_as_it_is_shown_however_it_is_typed(bytes in prop::collection::vec(any::<u8>(), 40)) {
        let Some(code) = InvitationCode::of_random(bytes) else { return Ok(()) };
        let shown = code.to_string();
        prop_assert_eq!(InvitationCode::parse(&shown), Some(code));
        prop_assert_eq!(InvitationCode::parse(&shown.to_lowercase().replace('-', " ")), Some(code));
        let logged = format!("{code:?}");
        prop_assert!(!logged.contains(&shown[..4]));
    }

    #[test]
    fn who_waits_until_told_may_try(wrong in prop::collection::vec(0_i64..200, 0..12), now in 0_i64..200) {
        let at = |minute| DateTime::UNIX_EPOCH + TimeDelta::minutes(minute);
        let wrong: Vec<_> = wrong.into_iter().map(at).collect();
        if let Err(free) = next_attempt(&wrong, at(now)) {
            prop_assert!(free > at(now));
            let then: Vec<_> = wrong.iter().copied().filter(|tried| *tried <= at(now)).collect();
            prop_assert!(next_attempt(&then, free).is_ok());
            prop_assert!(next_attempt(&then, free - TimeDelta::seconds(1)).is_err());
        }
    }
}
