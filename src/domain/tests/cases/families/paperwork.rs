//! T12: by when a practice issues a document.

use chrono::NaiveDate;
use domain::coded::Code;
use domain::paperwork::{Asked, Due, Facts, NoDeadline, Paper, Request, deadline};
use domain::working_day::off_between;
use serde::Deserialize;
use serde_json::{Value, json};

use super::patient::code;
use super::visit::based;
use super::working_day::reason;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    paper: String,
    #[serde(default = "in_writing")]
    asked: String,
    received: Day,
    /// When the last fact came, or `missing`; without it, they were in the request.
    facts: Option<FactsIn>,
    #[serde(default)]
    contract: bool,
    #[serde(default = "chobanova")]
    practice: String,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum FactsIn {
    Day(Day),
    Word(Missing),
}

#[derive(Debug, Deserialize)]
enum Missing {
    #[serde(rename = "missing")]
    Missing,
}

fn in_writing() -> String {
    Asked::InWriting.code().to_owned()
}

/// The practice whose rules are published.
pub fn chobanova() -> String {
    domain::rules::PUBLISHED_RULES.0.to_owned()
}

/// Compares the deadline of a document.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let request = Request {
        practice: &given.practice,
        paper: code::<Paper>(&given.paper)?,
        asked: code::<Asked>(&given.asked)?,
        received: given.received.0,
        facts: match given.facts {
            None => Facts::Complete,
            Some(FactsIn::Day(day)) => Facts::InOn(day.0),
            Some(FactsIn::Word(Missing::Missing)) => Facts::Missing,
        },
        contract: given.contract,
    };
    case.expects(&match deadline(&request, case.today()) {
        Err(problem) => json!({ "due": null, "problem": named(problem) }),
        Ok(answer) => {
            let mut said = based(&answer.basis);
            let (clock, day) = match answer.due {
                Due::DuringVisit => ("during_visit", None),
                Due::By(end) => ("running", Some(end)),
                Due::WaitsForFacts { .. } => ("waits_for_facts", None),
                Due::FirstOpportunity => ("first_opportunity", None),
            };
            said["clock"] = json!(clock);
            said["due"] = json!(day.map(|end| end.day.to_string()));
            said["weekday"] = json!(day.map(|end| end.day.format("%a").to_string()));
            said["calendar"] = json!(day.map(|end| end.certainty.code()));
            said["off"] = json!(off(answer.from, day.map(|end| end.day)));
            said["price"] = json!(answer.price.code());
            said["conflict"] = json!(answer.conflict.map(Code::code));
            said["problem"] = Value::Null;
            said
        }
    })
}

/// The days off on the way, each with its reason.
fn off(from: Option<NaiveDate>, due: Option<NaiveDate>) -> Option<Vec<String>> {
    let off = off_between(from?, due?).ok()?;
    Some(off.into_iter().map(|(day, why)| format!("{day} {}", reason(why))).collect())
}

fn named(problem: NoDeadline) -> String {
    match problem {
        NoDeadline::OtherPractice => "other_practice".to_owned(),
        NoDeadline::NoContract => "no_contract".to_owned(),
        NoDeadline::NotInWriting => "not_in_writing".to_owned(),
        NoDeadline::FactsBeforeRequest => "facts_before_request".to_owned(),
        NoDeadline::Rule(no_data) => format!("no data: {}", no_data.why),
        NoDeadline::Calendar(_) => "out_of_calendar".to_owned(),
    }
}
