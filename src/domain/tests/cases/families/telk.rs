//! T11: the TELK protocol and what belongs to it.

use domain::coded::Code;
use domain::rules::{Basis, NoData, Status};
use domain::telk::{Charge, Cost, tests_accepted_from};
use domain::telk::{Initiator, NoDate, Protocol, apply_again_by, file_cost, protocol_cost, protocol_date};
use serde::Deserialize;
use serde_json::{Value, json};

use super::paperwork::chobanova;
use super::patient::code;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
enum Given {
    /// When the protocol is made.
    #[serde(rename = "request")]
    Request {
        day: Day,
        #[serde(default = "chobanova")]
        practice: String,
    },
    /// What the protocol costs when this one wants it.
    #[serde(rename = "protocol_cost")]
    ProtocolCost { initiator: String },
    /// What preparing the file costs.
    #[serde(rename = "file_cost")]
    FileCost {},
    /// How old tests may be at the committee.
    #[serde(rename = "hearing")]
    Hearing(Day),
    /// When to apply again before a decision expires.
    #[serde(rename = "expires")]
    Expires(Day),
}

/// Compares a date or a price.
pub fn check(case: &Case) -> Result<(), Failure> {
    let today = case.today();
    let said = match case.given()? {
        Given::Request { day, practice } => match protocol_date(&practice, day.0, today) {
            Err(problem) => json!({ "problem": named(&problem) }),
            Ok(date) => {
                let mut said = protocol(date.protocol);
                said["problem"] = Value::Null;
                said["rule"] = json!(date.term.rule);
                said["status"] = json!(status(&date.term));
                said["closed_status"] = json!(status(&date.closed));
                said
            }
        },
        Given::ProtocolCost { initiator } => {
            cost(protocol_cost(case.on()?, code::<Initiator>(&initiator)?, today))
        }
        Given::FileCost {} => cost(file_cost(case.on()?, today)),
        Given::Hearing(day) => match tests_accepted_from(day.0, today) {
            Err(no_data) => json!({ "problem": no_data.why.to_string() }),
            Ok(said) => json!({
                "problem": null,
                "tests_from": said.value.map(|day| day.to_string()),
                "status": status(&said.basis),
            }),
        },
        Given::Expires(day) => match apply_again_by(day.0, today) {
            Err(no_data) => json!({ "problem": no_data.why.to_string() }),
            Ok(said) => json!({
                "problem": null,
                "apply_by": said.value.map(|day| day.to_string()),
                "status": status(&said.basis),
            }),
        },
    };
    case.expects(&said)
}

fn protocol(protocol: Protocol) -> Value {
    match protocol {
        Protocol::Within { latest } => {
            json!({ "kind": "within", "date": latest.to_string(), "last_open": null, "reopens": null })
        }
        Protocol::LimitInClosedMonth { latest, last_open, reopens } => json!({
            "kind": "limit_in_closed_month",
            "date": latest.to_string(),
            "last_open": last_open.to_string(),
            "reopens": reopens.to_string(),
        }),
        Protocol::AfterClosedMonth { earliest } => {
            let date = earliest.to_string();
            json!({ "kind": "after_closed_month", "date": date, "last_open": null, "reopens": null })
        }
    }
}

fn cost(cost: Result<Cost, NoData<Charge>>) -> Value {
    match cost {
        Err(no_data) => json!({ "problem": no_data.why.to_string() }),
        Ok(cost) => json!({
            "problem": null,
            "charge": cost.charge.code(),
            "rule": cost.basis.rule,
            "conflict": cost.conflict.code(),
            "status": status(&cost.basis),
        }),
    }
}

/// Whether an answer is confirmed.
pub fn status(basis: &Basis) -> String {
    match basis.status {
        Status::Confirmed => "confirmed".to_owned(),
        Status::NotConfirmedSince(since) => format!("not confirmed since {since}"),
    }
}

fn named(problem: &NoDate) -> String {
    match problem {
        NoDate::OtherPractice => "other_practice".to_owned(),
        NoDate::Term(no_data) => no_data.why.to_string(),
        NoDate::Closed(no_data) => no_data.why.to_string(),
        NoDate::OutOfCalendar => "out_of_calendar".to_owned(),
    }
}
