//! The record of contributions: what is read, what is refused, and what the rules make of codes they do not know.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that is surprised should stop")]

use contract::insurance::{Insurance, InsuranceRecord, Told};
use domain::coded::Coded;
use domain::insurance::standing::{Payment, Question, Record, Status, standing};
use domain::insurance::{Ground, StateGroup, System};
use domain::money::Money;
use domain::month::Month;
use domain::rules::{Regime, day};
use serde_json::{Value, json};

fn example() -> Value {
    serde_json::from_str(include_str!("../examples/insurance.json")).unwrap()
}

fn read(json: &Value) -> Insurance {
    serde_json::from_value(json.clone()).unwrap()
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

#[test]
fn months_come_to_the_rules_as_they_were_told() {
    let insurance = read(&example());
    let Told::Record(record) = insurance.told() else { panic!("a record") };
    let history = record.history();
    assert_eq!(history.len(), 7);
    let plain = Record {
        month: month("2025-08"),
        ground: Some(Ground::State),
        payment: Payment::Paid,
        owed: None,
        state_group: Some(StateGroup::Student),
    };
    assert_eq!(history[0], plain);
    let owed = Record {
        month: month("2025-12"),
        ground: Some(Ground::SelfInsured),
        payment: Payment::Unpaid,
        owed: Some(Money::lev(8616)),
        state_group: None,
    };
    assert_eq!(history[3], owed);
    assert_eq!(history[4].owed, Some(Money::euro(4962)));
}

#[test]
fn the_ground_of_now_is_the_one_of_its_own_month_only() {
    let insurance = read(&example());
    let record = insurance.record.unwrap();
    assert_eq!(record.ground_in(month("2026-05")), Some(Ground::SelfInsured));
    assert_eq!(record.ground_in(month("2025-09")), Some(Ground::Employee), "by the month told");
    assert_eq!(record.ground_in(month("2026-04")), None, "nothing is told of it");
    assert_eq!(record.ground_in(month("2026-06")), None, "what holds in May may not hold in June");
}

#[test]
fn codes_of_a_newer_register_are_kept_and_are_not_known_to_the_rules() {
    let mut json = example();
    json["record"]["current"]["ground"] = "abroad".into();
    json["record"]["months"] = json!([
        { "month": "2026-01", "ground": "abroad", "payment": "not_owed", "state_group": "donor" },
        { "month": "2026-02", "ground": "abroad", "payment": "unpaid" },
    ]);
    let insurance = read(&json);
    assert_eq!(serde_json::to_value(&insurance).unwrap(), json, "written back as it came");
    let record = insurance.record.unwrap();
    assert_eq!(record.ground_in(month("2026-05")), None);
    let (abroad, donor) = (Coded::Unknown("abroad".to_owned()), Coded::Unknown("donor".to_owned()));
    assert_eq!(record.told_in(month("2026-05")), Some((&abroad, None)), "as it came");
    assert_eq!(record.told_in(month("2026-01")), Some((&abroad, Some(&donor))));
    assert_eq!(record.told_in(month("2026-03")), None);
    let history = record.history();
    assert_eq!(history.len(), 2, "no month is left out");
    assert_eq!((history[0].ground, history[0].payment), (None, Payment::Unknown));
    assert_eq!((history[1].ground, history[1].payment), (None, Payment::Unpaid));
    assert_eq!(history[0].state_group, None);
    let question =
        Question { history: &history, ground: None, care: day!("2026-05-03"), regime: Regime::Law };
    let standing = standing(&question, day!("2026-05-03")).unwrap();
    assert_eq!((standing.status, standing.unpaid, standing.open), (Status::Undecided, 0, 36));
}

#[test]
fn other_systems_and_silence_are_answers_of_their_own() {
    assert_eq!(read(&json!({ "system": "bulgaria" })).told(), Told::Nothing);
    for (code, system) in [
        ("kazakhstan", Coded::Known(System::Kazakhstan)),
        ("russia", Coded::Known(System::Russia)),
        ("atlantis", Coded::Unknown("atlantis".to_owned())),
    ] {
        let insurance = read(&json!({ "system": code }));
        assert_eq!(insurance.told(), Told::OtherSystem(&system));
    }
    let mut foreign = example();
    foreign["system"] = "russia".into();
    assert!(matches!(read(&foreign).told(), Told::OtherSystem(_)), "Bulgaria's rules never see the record");
    let told_nothing =
        json!({ "system": "bulgaria", "record": { "as_of": "2026-05-03T04:10:00Z", "months": [] } });
    let insurance = read(&told_nothing);
    assert!(matches!(insurance.told(), Told::Record(InsuranceRecord { current: None, .. })));
}

#[test]
fn what_cannot_be_is_not_read() {
    for (pointer, bad, why) in [
        ("/record/months/1/month", json!("2025-08"), "2025-08 is told twice"),
        ("/record/months/0/month", json!("2025-13"), "not a month as YYYY-MM: 2025-13"),
        ("/record/months/0/month", json!("2025-8"), "not a month as YYYY-MM"),
        ("/record/months/0/month", json!("2025-08-01"), "not a month as YYYY-MM"),
        ("/record/months/0/month", json!("август"), "not a month as YYYY-MM"),
        ("/record/months/0/month", json!(202_508), "invalid type: integer"),
        ("/record/months/0/ground", json!("Ground!"), "not a code"),
        ("/record/months/0/payment", json!(""), "not a code"),
        ("/record/months/3/owed/currency", json!("KZT"), "in BGN or EUR"),
        ("/record/months/3/owed/minor", json!(-1), "less than nothing"),
        ("/record/months/3/owed/minor", json!(1.5), "invalid type: floating point"),
        ("/record/current/month", json!("2026"), "not a month as YYYY-MM"),
        ("/record/as_of", json!("2026-05-03"), "not an RFC 3339 date-time"),
        ("/record/months", json!(null), "invalid type: null"),
        ("/system", json!(null), "invalid type: null"),
    ] {
        let mut json = example();
        *json.pointer_mut(pointer).unwrap() = bad;
        let error = serde_json::from_value::<Insurance>(json).unwrap_err().to_string();
        assert!(error.contains(why), "{pointer}: {error}");
    }
}
