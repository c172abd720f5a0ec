//! The written examples on the strip and the history of documents, and properties that hold for any history.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests stop at what they did not expect")]

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::coded::{Code, Coded};
use domain::document::*;
use domain::moment::{Moment, Zone};
use proptest::prelude::*;

fn status(code: &str) -> Coded<Status> {
    Status::from_code(code)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn instant(text: &str) -> Moment {
    Moment::Instant(DateTime::parse_from_rfc3339(text).unwrap().to_utc())
}

/// An event as a short line: kind, from (`-` for none), to, when, order of arrival.
fn event(kind: &str, from: &str, to: &str, at: &str, sequence: u64) -> Recorded {
    let at = if at.len() == 10 { Moment::Day(day(at)) } else { instant(at) };
    let from = (from != "-").then(|| status(from));
    Recorded { kind: EventKind::from_code(kind), from, to: status(to), at, sequence }
}

#[test]
fn written_examples_of_moves() {
    let table = include_str!("cases/transitions.tsv");
    let mut checked = 0;
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let [id, _, from, to, expected] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let entry = history(&[event("x", from, to, "2026-05-03", 1)], Zone::Sofia)[0];
        let answer = match (entry.movement, entry.usual) {
            (Movement::Unchanged, _) => "unchanged",
            (_, true) => "usual",
            (_, false) => "unusual",
        };
        assert_eq!(answer, expected, "{id}");
        checked += 1;
    }
    assert_eq!(checked, 11);
}

fn kind(code: &str) -> Coded<Kind> {
    Kind::from_code(code)
}

fn protocol() -> Coded<Kind> {
    Coded::Known(Kind::MedicineProtocol)
}

fn check_process(now: &str, events: &[Recorded], expected: [&str; 5]) {
    check_process_of("medicine_protocol", now, events, &expected);
}

fn check_process_of(of: &str, now: &str, events: &[Recorded], expected: &[&str]) {
    let process = process(&kind(of), &status(now), events, Zone::Sofia).unwrap();
    let shown = process.steps.iter().map(|(_, reached)| match reached {
        Reached::Done(at) => format!("done {}", at.day(Zone::Sofia)),
        Reached::DoneUnrecorded => "done".to_owned(),
        Reached::Now(Some(at)) => format!("now {}", at.day(Zone::Sofia)),
        Reached::Now(None) => "now".to_owned(),
        Reached::Ahead => "ahead".to_owned(),
        Reached::AheadAgain(at) => format!("again {}", at.day(Zone::Sofia)),
        Reached::NotReached => "not".to_owned(),
    });
    assert_eq!(shown.collect::<Vec<_>>(), expected, "{of} {now}");
}

#[test]
fn a_protocol_that_went_straight_to_approval_passed_the_review_at_an_unrecorded_time() {
    let events = [
        event("protocol.registered", "-", "registered", "2026-05-01T08:00:00Z", 1),
        event("protocol.approved", "registered", "approved", "2026-05-20T08:00:00Z", 2),
    ];
    check_process(
        "approved",
        &events,
        ["done 2026-05-01", "done", "done 2026-05-20", "now 2026-05-20", "ahead"],
    );
}

#[test]
fn a_refused_protocol_is_never_used_and_has_no_end_to_come() {
    let events = [
        event("protocol.registered", "-", "registered", "2026-05-01T08:00:00Z", 1),
        event("protocol.refused", "registered", "refused", "2026-05-20T08:00:00Z", 2),
    ];
    check_process("refused", &events, ["done 2026-05-01", "done", "now 2026-05-20", "not", "not"]);
}

#[test]
fn a_protocol_annulled_at_once_claims_no_step_it_never_had() {
    let events = [
        event("protocol.registered", "-", "registered", "2026-05-01T08:00:00Z", 1),
        event("protocol.annulled", "registered", "annulled", "2026-05-02T08:00:00Z", 2),
    ];
    check_process("annulled", &events, ["done 2026-05-01", "not", "not", "not", "now 2026-05-02"]);
}

#[test]
fn a_withdrawn_approval_says_that_the_decision_had_been_reached() {
    let events = [
        event("protocol.approved", "registered", "approved", "2026-05-02T08:00:00Z", 2),
        event("protocol.docs_required", "approved", "docs_required", "2026-05-04T08:00:00Z", 3),
    ];
    check_process(
        "docs_required",
        &events,
        ["done", "now 2026-05-04", "again 2026-05-02", "again 2026-05-02", "ahead"],
    );
    assert_eq!(history(&events, Zone::Sofia)[0].movement, Movement::Back(Return::DecisionWithdrawn));
}

#[test]
fn a_reminder_does_not_count_as_reaching_a_step() {
    let events = [
        event("aid.approved", "registered", "approved", "2026-05-02", 1),
        event("aid.expiry_reminder", "approved", "approved", "2026-10-02", 2),
    ];
    check_process("approved", &events, ["done", "done", "done 2026-05-02", "now 2026-05-02", "ahead"]);
    assert_eq!(history(&events, Zone::Sofia)[0].movement, Movement::Unchanged);
}

#[test]
fn a_status_of_tomorrow_claims_no_place_but_keeps_what_records_prove() {
    let events = [event("protocol.registered", "-", "registered", "2026-05-01", 1)];
    let process = process(&protocol(), &status("under_second_opinion"), &events, Zone::Sofia).unwrap();
    assert_eq!(process.position, Position::Unknown);
    assert_eq!(process.steps[0].1, Reached::Done(Moment::Day(day("2026-05-01"))));
}

#[test]
fn an_event_that_arrives_late_takes_its_place_in_time_and_says_so() {
    let events = [
        event("protocol.approved", "docs_received", "approved", "2026-05-09T08:00:00Z", 1),
        event("protocol.docs_received", "docs_required", "docs_received", "2026-05-06T08:00:00Z", 2),
    ];
    let entries = history(&events, Zone::Sofia);
    assert_eq!(entries.iter().map(|entry| entry.event).collect::<Vec<_>>(), [0, 1]);
    assert!(entries[1].late && !entries[0].late);
}

#[test]
fn a_repeat_is_marked_and_kept() {
    let events = [
        event("protocol.approved", "registered", "approved", "2026-05-09T08:00:00Z", 1),
        event("protocol.approved", "approved", "approved", "2026-05-10T08:00:00Z", 2),
    ];
    let entries = history(&events, Zone::Sofia);
    assert_eq!(entries.iter().map(|entry| entry.repeat).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn a_missing_record_between_two_events_is_a_gap() {
    let events = [
        event("protocol.registered", "-", "registered", "2026-05-01", 1),
        event("protocol.approved", "docs_received", "approved", "2026-05-09", 2),
    ];
    assert!(history(&events, Zone::Sofia)[0].gap);
}

#[test]
fn a_day_without_a_time_is_ordered_by_arrival_within_that_day() {
    let events = [
        event("protocol.docs_required", "registered", "docs_required", "2026-05-01", 2),
        event("protocol.registered", "-", "registered", "2026-05-01T15:00:00Z", 1),
    ];
    assert_eq!(history(&events, Zone::Sofia)[0].event, 0);
}

#[test]
fn an_extension_wakes_an_expired_protocol_as_it_is_meant_to() {
    let entry =
        history(&[event("document.extended", "expired", "approved", "2026-05-01", 1)], Zone::Sofia)[0];
    assert_eq!((entry.movement, entry.usual), (Movement::Back(Return::Reopened), true));
}

#[test]
fn every_way_has_its_own_strip_and_the_record_has_none() {
    let referral = [
        event("referral.issued", "-", "issued", "2026-11-02", 1),
        event("referral.used", "issued", "used", "2026-11-10", 2),
    ];
    check_process_of("referral", "used", &referral, &["done 2026-11-02", "now 2026-11-10", "ahead"]);
    let rest = [
        event("prescription.issued", "-", "issued", "2026-11-02", 1),
        event("prescription.dispensed", "issued", "dispensed", "2026-11-04", 2),
    ];
    check_process_of("prescription", "dispensed", &rest, &["done 2026-11-02", "not", "now 2026-11-04"]);
    let refused = [
        event("practice.requested", "-", "requested", "2026-11-02", 1),
        event("practice.refused", "requested", "refused", "2026-11-03", 2),
    ];
    check_process_of(
        "practice_document",
        "refused",
        &refused,
        &["done 2026-11-02", "not", "not", "now 2026-11-03"],
    );
    let record = [event("record.recorded", "-", "recorded", "2026-11-02", 1)];
    assert_eq!(process(&kind("discharge_letter"), &status("recorded"), &record, Zone::Sofia), None);
    // A status of another way claims no place.
    let astray = process(&kind("referral"), &status("approved"), &referral, Zone::Sofia).unwrap();
    assert_eq!(astray.position, Position::Unknown);
    assert_eq!(astray.steps[0].1, Reached::Done(Moment::Day(day("2026-11-02"))));
}

#[test]
fn going_back_means_something_else_on_each_way() {
    for (from, to, meaning) in [
        ("in_force", "contested", Return::DecisionWithdrawn),
        ("dispensed", "partly_dispensed", Return::Reopened),
        ("ready", "docs_required", Return::DocumentsAgain),
        ("docs_received", "sent", Return::Restarted),
        ("used", "issued", Return::TakenBack),
        ("corrected", "recorded", Return::TakenBack),
    ] {
        let entry = history(&[event("x", from, to, "2026-05-03", 1)], Zone::Sofia)[0];
        assert_eq!(entry.movement, Movement::Back(meaning), "{from} {to}");
    }
}

fn any_event() -> impl Strategy<Value = Recorded> {
    let any_status =
        || proptest::sample::select([Status::ALL.iter().map(|s| s.code()).collect(), vec!["?"]].concat());
    let any_kind =
        proptest::sample::select([EventKind::ALL.iter().map(|k| k.code()).collect(), vec!["?"]].concat());
    (any_kind, proptest::option::of(any_status()), any_status(), 0_i64..20_000, any::<bool>(), 0_u64..50)
        .prop_map(|(kind, from, to, minutes, whole_day, sequence)| {
            let at: DateTime<Utc> = DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes);
            Recorded {
                kind: EventKind::from_code(kind),
                from: from.map(status),
                to: status(to),
                at: if whole_day { Moment::Day(at.date_naive()) } else { Moment::Instant(at) },
                sequence,
            }
        })
}

proptest! {
    #[test]
    fn every_event_is_shown_exactly_once_and_days_never_rise_going_down(
        events in proptest::collection::vec(any_event(), 0..40)
    ) {
        let entries = history(&events, Zone::Sofia);
        let mut seen: Vec<usize> = entries.iter().map(|entry| entry.event).collect();
        let day = |index: usize| events[index].at.day(Zone::Sofia);
        let falling = seen.windows(2).all(|pair| day(pair[0]) >= day(pair[1]));
        prop_assert!(falling);
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..events.len()).collect::<Vec<_>>());
        prop_assert_eq!(latest(&events, Zone::Sofia), entries.first().map(|entry| &events[entry.event].to));
    }

    #[test]
    fn the_order_of_the_file_changes_nothing(
        events in proptest::collection::vec(any_event(), 0..20), turn in 0_usize..20,
        kind in proptest::sample::select(Kind::ALL)
    ) {
        // Sequence numbers are unique on a real server; make them so.
        let events: Vec<Recorded> =
            events.into_iter().enumerate().map(|(i, e)| Recorded { sequence: i as u64, ..e }).collect();
        let mut turned = events.clone();
        turned.rotate_left(turn.min(events.len()));
        let ids = |events: &[Recorded]| {
            history(events, Zone::Sofia).iter().map(|entry| events[entry.event].sequence).collect::<Vec<_>>()
        };
        prop_assert_eq!(ids(&events), ids(&turned));
        for status in Status::ALL {
            prop_assert_eq!(
                process(&Coded::Known(kind), &Coded::Known(*status), &events, Zone::Sofia),
                process(&Coded::Known(kind), &Coded::Known(*status), &turned, Zone::Sofia)
            );
        }
    }

    #[test]
    fn exactly_one_step_is_now_for_a_status_of_the_way_and_none_for_another(
        events in proptest::collection::vec(any_event(), 0..20),
        kind in proptest::sample::select(Kind::ALL)
    ) {
        if let Some(flow) = kind.family().flow() {
            for status in Status::ALL {
                let process =
                    process(&Coded::Known(kind), &Coded::Known(*status), &events, Zone::Sofia).unwrap();
                let now = process.steps.iter().filter(|(_, reached)| matches!(reached, Reached::Now(_))).count();
                prop_assert_eq!(now, usize::from(flow.step_of(*status).is_some()));
                prop_assert_eq!(process.position == Position::Unknown, now == 0);
            }
        }
    }
}
