//! Check-ups: what is read, what is refused, and codes that this build does not know.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that is surprised should stop")]

use contract::prevention::{CheckUpAnswer, NewCheckUpMark, Prevention};
use domain::check_up::invitation::{Reason, State, state};
use domain::check_up::{Ask, Plan, plan};
use domain::coded::Coded;
use domain::rules::day;
use serde_json::{Value, json};

fn example(name: &str) -> Value {
    let path = format!("{}/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn read(json: &Value) -> Prevention {
    serde_json::from_value(json.clone()).unwrap()
}

#[test]
fn marks_count_beside_the_record() {
    let whole = read(&example("prevention"));
    let done = whole.done();
    assert_eq!(done, [day!("2024-05-16"), day!("2023-09-04"), day!("2025-10-07")]);
    let Plan::Known(planned) = plan(&whole.facts(&done), day!("2026-11-22")) else { panic!() };
    assert_eq!((planned.last, planned.missed.len()), (Some(day!("2025-10-07")), 1), "2022 alone");
    let without = Prevention { marks: Vec::new(), ..whole };
    let done = without.done();
    let Plan::Known(planned) = plan(&without.facts(&done), day!("2026-11-22")) else { panic!() };
    assert_eq!((planned.last, planned.missed.len()), (Some(day!("2024-05-16")), 2), "2022 and 2025");
}

#[test]
fn what_is_not_told_is_not_made_up() {
    let little = read(&json!({ "system": "bulgaria" }));
    assert_eq!((little.born, &little.record, little.marks.len()), (None, &None, 0));
    assert_eq!(plan(&little.facts(&[]), day!("2026-11-22")), Plan::Ask(Ask::AgeNotTold));
    assert_eq!(serde_json::to_value(&little).unwrap(), json!({ "system": "bulgaria" }));
}

#[test]
fn a_practice_without_published_rules_is_asked() {
    let mut json = example("prevention");
    json["registration"]["practice"] = "obraztsova".into();
    let whole = read(&json);
    assert!(matches!(
        plan(&whole.facts(&whole.done()), day!("2026-11-22")),
        Plan::Ask(Ask::NotPublished { .. })
    ));
}

#[test]
fn an_invitation_stands_as_its_days_and_its_answer_say() {
    let invited = read(&example("prevention_invited"));
    let one = &invited.invitations[0];
    assert_eq!(state(one.facts(), day!("2026-12-18")), State::Declined);
    assert_eq!(state(one.facts(), day!("2026-12-19")), State::Over);
    assert_eq!(plan(&invited.facts(&[]), day!("2026-11-22")), Plan::ByInvitation);
}

#[test]
fn codes_that_this_build_does_not_know_are_kept() {
    let mut json = example("prevention");
    json["system"] = "atlantis".into();
    json["record"]["check_ups"][0]["source"] = "star_chart".into();
    json["record"]["immunisations"][0]["state"] = "dreamt".into();
    let whole = read(&json);
    assert_eq!(serde_json::to_value(&whole).unwrap(), json, "written back as it came");
    assert_eq!(plan(&whole.facts(&whole.done()), day!("2026-11-22")), Plan::NothingKnown);
}

#[test]
fn an_answer_declines_or_takes_that_back() {
    let answer: CheckUpAnswer = serde_json::from_value(json!({ "declined": "ill" })).unwrap();
    assert_eq!(answer.declined, Some(Coded::Known(Reason::Ill)));
    let answer: CheckUpAnswer = serde_json::from_value(json!({})).unwrap();
    assert_eq!(answer.declined, None);
    assert!(serde_json::from_value::<CheckUpAnswer>(json!({ "declined": "ill", "why": "…" })).is_err());
    assert!(serde_json::from_value::<NewCheckUpMark>(json!({ "on": "2026-02-30" })).is_err());
    assert!(serde_json::from_value::<NewCheckUpMark>(json!({})).is_err());
}
