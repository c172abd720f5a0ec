//! Reports, corrections and closing: what is read, what is refused, and codes that this build does not know.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, reason = "a test that is surprised should stop")]

use contract::account_data::{AccountData, AccountDigest};
use contract::closure::{CloseAccount, Closing};
use contract::correction::{Correction, Corrections, NewCorrection};
use contract::report::{NewReport, Report, Reports};
use domain::coded::Coded;
use domain::data_right::State;
use domain::data_right::clock::{Extension, Standing, clock};
use domain::insurance::System;
use domain::moment::Zone;
use domain::rules::day;
use serde_json::{Value, json};

fn example(name: &str) -> Value {
    let path = format!("{}/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn codes_of_a_newer_server_come_through_as_they_are() {
    let mut report = example("report");
    for (member, code) in [("kind", "stolen"), ("checker", "auditor"), ("state", "lost")] {
        report[member] = code.into();
    }
    report["next"] = json!(["compared", "moon.phase"]);
    let read: Report = serde_json::from_value(report.clone()).unwrap();
    assert_eq!(read.next[1], Coded::Unknown("moon.phase".to_owned()));
    assert_eq!(serde_json::to_value(read).unwrap(), report);
    let mut correction = example("correction");
    correction["field"] = "shoe_size".into();
    let read: Correction = serde_json::from_value(correction.clone()).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), correction);
    let closing = json!({ "open": [{ "code": "open.moon", "count": 1 }] });
    let read: Closing = serde_json::from_value(closing.clone()).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), closing);
}

#[test]
fn what_cannot_be_is_not_read() {
    for (member, bad) in [
        ("next", json!(["Not A Code"])),
        ("next", json!("compared")),
        ("at", json!("2026-05-04")),
        ("changed_at", json!(null)),
        ("state", json!("")),
        ("event", json!(7)),
    ] {
        let mut report = example("report");
        report[member] = bad;
        assert!(serde_json::from_value::<Report>(report).is_err(), "{member}");
    }
    let mut correction = example("corrections")["corrections"][1].clone();
    correction["extended_at"] = "2026-03-05".into();
    assert!(serde_json::from_value::<Correction>(correction).is_err());
}

#[test]
fn what_a_client_sends_has_no_members_that_nobody_knows() {
    for (text, fits) in [
        (r#"{"kind":"not_me"}"#, true),
        (r#"{"kind":"not_me","event":null,"text":null}"#, true),
        (r#"{"kind":"not_me","checker":"fund"}"#, false),
        (r#"{"text":"x"}"#, false),
    ] {
        assert_eq!(serde_json::from_str::<NewReport>(text).is_ok(), fits, "{text}");
    }
    for (text, fits) in [
        (r#"{"confirm":"close"}"#, true),
        (r#"{"even_so":true}"#, false),
        (r#"{"confirm":"close","undo":true}"#, false),
    ] {
        assert_eq!(serde_json::from_str::<CloseAccount>(text).is_ok(), fits, "{text}");
    }
    assert!(!serde_json::from_str::<CloseAccount>(r#"{"confirm":"close"}"#).unwrap().even_so);
    assert!(serde_json::from_str::<NewCorrection>(r#"{"field":"name","wrong":"a"}"#).is_err());
}

#[test]
fn the_legal_clock_is_asked_in_the_days_of_the_fund() {
    let list: Corrections = serde_json::from_value(example("corrections")).unwrap();
    let [running, answered] = &list.corrections[..] else { return assert_eq!(list.corrections.len(), 2) };
    let today = day!("2026-05-10");
    let said = clock(&running.course(Zone::Sofia), today).unwrap();
    assert_eq!((said.due.by.day, said.standing), (day!("2026-06-04"), Standing::Running));
    let course = answered.course(Zone::Sofia);
    assert_eq!((course.extended, course.answered), (Some(day!("2026-03-05")), Some(day!("2026-04-01"))));
    let said = clock(&course, today).unwrap();
    assert_eq!((said.extension, said.standing), (Extension::Counts, Standing::Answered));
    assert_eq!(answered.course(Zone::Barnaul).system, System::Russia);
    // 23:30 in Sofia is the next day in Almaty.
    let late = Correction { at: "2026-05-04T20:30:00Z".parse().unwrap(), ..running.clone() };
    assert_eq!(late.course(Zone::Sofia).received, day!("2026-05-04"));
    assert_eq!(late.course(Zone::Almaty).received, day!("2026-05-05"));
}

#[test]
fn only_an_answer_is_an_answer() {
    let list: Reports = serde_json::from_value(example("reports")).unwrap();
    assert_eq!(list.reports[1].state, Coded::Known(State::Answered));
    let mut correction: Correction = serde_json::from_value(example("correction")).unwrap();
    correction.state = Coded::Known(State::InCheck);
    assert_eq!(correction.course(Zone::Sofia).answered, None, "a change of state is none");
}

#[test]
fn a_digest_counts_what_the_whole_has() {
    let text = std::fs::read_to_string(format!("{}/examples/account_data.json", env!("CARGO_MANIFEST_DIR")))
        .unwrap();
    let whole: AccountData = serde_json::from_str(&text).unwrap();
    let digest: AccountDigest = serde_json::from_str(&text).unwrap();
    assert_eq!(
        (digest.generated_at, &digest.account, &digest.persons),
        (whole.generated_at, &whole.account, &whole.persons)
    );
    assert_eq!(digest.months(), whole.insurance.record.map_or(0, |record| record.months.len()));
    assert!(digest.months() > 0, "the example has some");
    for (name, counted, there) in [
        ("given", digest.given, whole.given.len()),
        ("held", digest.held, whole.held.len()),
        ("invitations", digest.invitations, whole.invitations.len()),
        ("wrong_codes", digest.wrong_codes, whole.wrong_codes.len()),
        ("files", digest.files, whole.files.len()),
        ("access_log", digest.access_log, whole.access_log.len()),
        ("deeds", digest.deeds, whole.deeds.len()),
        ("sessions", digest.sessions, whole.sessions.len()),
        ("sign_ins", digest.sign_ins, whole.sign_ins.len()),
        ("reports", digest.reports, whole.reports.len()),
        ("corrections", digest.corrections, whole.corrections.len()),
    ] {
        assert_eq!(counted.0, there, "{name}");
        assert!(there > 0, "the example has some: {name}");
    }
    let rows: Vec<_> = digest
        .documents
        .iter()
        .map(|row| (row.number.as_str(), row.subject.as_str(), &row.status, row.changed_at, row.events.0))
        .collect();
    let documents: Vec<_> = whole
        .documents
        .iter()
        .map(|document| {
            let entry = &document.entry;
            (
                entry.number.as_str(),
                entry.subject.as_str(),
                &entry.status,
                entry.changed_at,
                document.events.len(),
            )
        })
        .collect();
    assert_eq!(rows, documents);
}
