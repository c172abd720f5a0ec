//! What holds for any message: quiet hours, shared contacts, obstacles, and how wishes are put together.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use domain::access::{Basis, Grant, Kinds, Owner, Scope, Scopes, Step};
use domain::coded::{Code, Coded};
use domain::document::Kind;
use domain::insurance::System;
use domain::moment::Zone;
use domain::notification::verification::Challenge;
use domain::notification::{
    Address, Audience, Candidate, Cell, Channel, Contact, Fallback, Occurrence, Outcome, Preferences, Proof,
    Quiet, Reach, Standing, Stop, Subject, Urgency, What, Wish, apply, changes, merge, plan, receives,
    release, release_for_all,
};
use proptest::prelude::*;

fn any_of<T: Code + std::fmt::Debug>() -> impl Strategy<Value = T> {
    (0..T::ALL.len()).prop_map(|place| T::ALL[place])
}

fn time() -> impl Strategy<Value = NaiveTime> {
    (0..24 * 60_u32).prop_map(|minute| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap())
}

fn quiet() -> impl Strategy<Value = Quiet> {
    (time(), time(), any::<bool>()).prop_map(|(from, to, action)| Quiet { from, to, action })
}

/// Any second of six years, and often one on the nights on which clocks change.
fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap().to_utc();
    let nights = [at("2026-03-28T12:00:00Z"), at("2026-10-24T12:00:00Z"), at("2024-02-29T06:00:00Z")];
    let near = (0..nights.len(), 0..36 * 3600_i64);
    let near = near.prop_map(move |(night, seconds)| nights[night] + TimeDelta::seconds(seconds));
    let whenever =
        (0..6 * 365 * 86_400_i64).prop_map(move |s| at("2023-01-01T00:00:00Z") + TimeDelta::seconds(s));
    prop_oneof![near, whenever]
}

/// Whether clocks show a time of quiet hours.
fn is_quiet(at: DateTime<Utc>, quiet: &Quiet, zone: Zone) -> bool {
    let time = zone.local(at).time();
    if quiet.from <= quiet.to {
        (quiet.from..quiet.to).contains(&time)
    } else {
        time >= quiet.from || time < quiet.to
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn nothing_goes_out_in_quiet_hours_or_before_it_was_asked(
        quiet in quiet(), asked in instant(), urgency in any_of::<Urgency>(), zone in any_of::<Zone>()
    ) {
        let said = release(asked, urgency, Some(&quiet), zone);
        prop_assert!(said.at >= asked);
        prop_assert_eq!(said.held, said.at > asked);
        if quiet.holds(urgency) {
            prop_assert!(!is_quiet(said.at, &quiet, zone), "{}", zone.local(said.at));
            // Two nights at the most, where hours run into each other on a night of changing clocks.
            prop_assert!(said.at - asked <= TimeDelta::hours(49));
        } else {
            prop_assert_eq!(said.at, asked);
        }
        let again = release(said.at, urgency, Some(&quiet), zone);
        prop_assert_eq!(again.at, said.at);
    }

    #[test]
    fn what_clocks_show_as_quiet_is_held_and_nothing_waits_without_need(
        quiet in quiet(), asked in instant(), zone in any_of::<Zone>()
    ) {
        let said = release(asked, Urgency::Calm, Some(&quiet), zone);
        prop_assert!(!is_quiet(asked, &quiet, zone) || said.held);
        // All the time it waits, clocks show a quiet time, but for the hour that they show twice.
        let minutes = (said.at - asked).num_minutes();
        let loud = (0..minutes).filter(|minute| !is_quiet(asked + TimeDelta::minutes(*minute), &quiet, zone));
        prop_assert!(loud.count() <= 60);
    }

    #[test]
    fn several_wait_for_all_of_them(
        one in quiet(), other in quiet(), asked in instant(), zone in any_of::<Zone>()
    ) {
        let said = release_for_all(asked, Urgency::Calm, &[(Some(&one), zone), (Some(&other), Zone::Sofia)]);
        prop_assert!(said.at >= asked);
        prop_assert!(!is_quiet(said.at, &one, zone));
        let loud = |minute: &i64| {
            let at = asked + TimeDelta::minutes(*minute);
            !is_quiet(at, &one, zone) && !is_quiet(at, &other, Zone::Sofia)
        };
        if is_quiet(said.at, &other, Zone::Sofia) {
            // Only where there was hardly a time that suits both.
            prop_assert!((0..47 * 60).filter(loud).count() <= 120);
        }
    }
}

#[derive(Debug, Clone)]
struct Somebody {
    contacts: Vec<Contact>,
    preferences: Preferences,
    grant: Option<(Grant, Kinds)>,
    zone: Zone,
}

const PEOPLE: [&str; 5] = ["a", "b", "c", "d", "e"];

fn contact() -> impl Strategy<Value = Contact> {
    let address = prop_oneof![
        prop_oneof![Just("0888123456"), Just("0888654321"), Just("0888111222")]
            .prop_map(|text| (Reach::Phone, text)),
        prop_oneof![Just("a@example.bg"), Just("b@example.bg")].prop_map(|text| (Reach::Email, text)),
        Just((Reach::Device, "device")),
    ];
    let proof = prop_oneof![
        4 => Just(Proof::Verified { since: DateTime::UNIX_EPOCH }),
        1 => Just(Proof::Unverified),
        1 => Just(Proof::Pending(Challenge::default())),
    ];
    let stops = proptest::collection::vec(any_of::<Channel>(), 0..2);
    let apart =
        prop_oneof![3 => Just(None), 1 => Just(Some("a".to_owned())), 1 => Just(Some("z".to_owned()))];
    (address, proof, stops, apart).prop_map(|((reach, text), proof, stops, apart_for)| Contact {
        address: Address::parse(reach, text).unwrap(),
        proof,
        apart_for,
        stops: stops.into_iter().map(|channel| Stop { channel, since: DateTime::UNIX_EPOCH }).collect(),
    })
}

fn preferences() -> impl Strategy<Value = Preferences> {
    let wish = (any_of::<Subject>(), any::<bool>(), any_of::<Channel>(), any_of::<Wish>());
    let order = proptest::collection::vec(any_of::<Channel>(), 0..4);
    (proptest::collection::vec(wish, 0..80), order, proptest::option::of(quiet())).prop_map(
        |(wishes, order, quiet)| {
            let mut preferences = Preferences {
                quiet,
                fallback: Fallback { order, ..Fallback::default() },
                ..Preferences::default()
            };
            for (subject, whole, channel, wish) in wishes {
                let what = if whole { What::Topic(subject.topic()) } else { What::Subject(subject) };
                preferences.set(Cell { person: "a".to_owned(), what, channel }, wish);
            }
            preferences
        },
    )
}

fn grant() -> impl Strategy<Value = (Grant, Kinds)> {
    let kinds = prop_oneof![
        2 => Just(Kinds::All),
        1 => Just(Kinds::Only(vec![Kind::MedicineProtocol])),
        1 => Just(Kinds::Only(vec![Kind::SickSheet])),
    ];
    (any::<bool>(), proptest::option::of(0..6 * 365_i64), kinds).prop_map(|(receive, until, kinds)| {
        let scopes = if receive { Scopes::ALL } else { Scopes::NONE.with(Scope::Look) };
        let first = chrono::NaiveDate::from_ymd_opt(2023, 1, 1).unwrap();
        let until = until.map(|days| first + TimeDelta::days(days));
        let given = DateTime::UNIX_EPOCH;
        (Grant { basis: Basis::Mandate, scopes, given, until, agreed: None, step: Step::Given }, kinds)
    })
}

fn somebody() -> impl Strategy<Value = Somebody> {
    let contacts = proptest::collection::vec(contact(), 0..4);
    (contacts, preferences(), grant(), any_of::<Zone>()).prop_map(|(contacts, preferences, grant, zone)| {
        Somebody { contacts, preferences, grant: Some(grant), zone }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn nobody_is_dropped_and_nothing_goes_where_it_must_not(
        mut people in proptest::collection::vec(somebody(), 1..5),
        subject in any_of::<Subject>(), hidden in any::<bool>(), now in instant()
    ) {
        people[0].grant = None;
        let owner = Owner { system: Some(System::Bulgaria), born: None, zone: Zone::Sofia };
        let kind = Coded::Known(Kind::MedicineProtocol);
        let kind = subject.of_document().then_some(&kind);
        let at = now - TimeDelta::minutes(5);
        let occurrence = Occurrence { subject, person: "a", zone: Zone::Sofia, kind, hidden, at, day: None };
        let candidates: Vec<Candidate<'_>> = people.iter().zip(PEOPLE).map(|(one, id)| Candidate {
            id,
            standing: one.grant.as_ref().map_or(Standing::Own(owner), |(grant, kinds)| Standing::Proxy { grant, owner, kinds }),
            preferences: &one.preferences,
            contacts: &one.contacts,
            zone: one.zone,
        }).collect();
        let planned = plan(&occurrence, &candidates, &[], now);
        prop_assert_eq!(planned.answers.len(), people.len());

        let address = |leg: &domain::notification::Leg| &people[leg.candidate].contacts[leg.contact].address;
        for message in &planned.messages {
            prop_assert!(message.release.at >= now && !message.legs.is_empty());
            for place in &message.receivers {
                // Whoever is named may know it, now and then.
                prop_assert_eq!(receives(&occurrence, &candidates[*place].standing, now), Ok(()));
                prop_assert_eq!(receives(&occurrence, &candidates[*place].standing, message.release.at), Ok(()));
                let named = &planned.answers[*place].outcome;
                prop_assert!(!matches!(named, Outcome::Not(_)));
            }
            for leg in &message.legs {
                let contact = &people[leg.candidate].contacts[leg.contact];
                prop_assert_eq!(contact.usable(leg.channel, now), Ok(()));
                prop_assert!(subject.channels().contains(&leg.channel));
                prop_assert!(contact.apart_for.as_deref().is_none_or(|apart| apart == "a"));
                // Nobody is sent what they do not want, but for what cannot be switched off.
                let wish = people[leg.candidate].preferences.wish("a", subject, leg.channel);
                prop_assert!(wish != Wish::Off || subject.kept().is_some());
                prop_assert!(message.receivers.contains(&leg.candidate));
            }
            let first = &people[message.receivers[0]];
            let held = first.preferences.quiet.filter(|quiet| quiet.holds(subject.urgency()));
            prop_assert!(held.is_none_or(|quiet| !is_quiet(message.release.at, &quiet, first.zone)));
        }
        // No address begins two messages, and none that begins one comes second in another.
        for (place, message) in planned.messages.iter().enumerate() {
            for other in planned.messages.iter().take(place).chain(planned.messages.iter().skip(place + 1)) {
                prop_assert!(other.legs.iter().all(|leg| address(leg) != address(&message.legs[0])));
            }
        }
        for (place, answer) in planned.answers.iter().enumerate() {
            match &answer.outcome {
                Outcome::Told(messages) | Outcome::With { messages, .. } => {
                    prop_assert!(!messages.is_empty());
                    prop_assert!(messages.iter().all(|at| planned.messages[*at].receivers.contains(&place)));
                }
                Outcome::Not(_) => {
                    prop_assert!(planned.messages.iter().all(|message| !message.receivers.contains(&place)));
                }
            }
        }
        if subject.audience() == Audience::TheContact {
            prop_assert!(planned.messages.is_empty());
        }
    }

    #[test]
    fn both_sides_of_a_merge_keep_what_only_they_changed(
        base in preferences(), mine in preferences(), theirs in preferences()
    ) {
        let merged = merge(&base, &mine, &theirs);
        prop_assert!(changes(&apply(&theirs, &merged.mine), &merged.whole).is_empty());
        for change in changes(&base, &theirs) {
            prop_assert_eq!(&change.as_in(&merged.whole), &change, "what is saved is never lost");
        }
        for change in changes(&base, &mine) {
            let conflict = merged.conflicts.iter().find(|conflict| conflict.mine == change);
            prop_assert!(conflict.is_some() || change.as_in(&merged.whole) == change);
        }
        // Whoever decides every conflict for themselves has all they wanted.
        let decided: Vec<_> = merged.conflicts.iter().map(|conflict| conflict.mine.clone()).collect();
        let decided = apply(&merged.whole, &decided);
        for change in changes(&base, &mine) {
            prop_assert_eq!(&change.as_in(&decided), &change);
        }
        prop_assert!(changes(&apply(&base, &changes(&base, &mine)), &mine).is_empty());
    }
}
