//! T2a, T2b: what days in hospital cost.

use domain::coded::Code;
use domain::fee::Sum;
use domain::fee::stay::{Bill, Part, Reading, Stay, StayProblem, Total, What, bill};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::patient;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    stays: Vec<Days>,
    #[serde(default)]
    patient: patient::Given,
}

/// From the day of admission to the day of discharge.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Days {
    first: Day,
    last: Day,
}

/// Compares the bill of stays.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let circumstances = given.patient.circumstances()?;
    let patient = given.patient.patient(&circumstances)?;
    let stays: Vec<_> =
        given.stays.iter().map(|days| Stay { first: days.first.0, last: days.last.0 }).collect();
    case.expects(&match bill(&stays, &patient, Reading::PREFERRED, case.today()) {
        Ok(bill) => said(&bill),
        Err(problem) => json!({ "problem": named(problem), "total": null }),
    })
}

fn said(bill: &Bill) -> Value {
    let used: Map<_, _> = bill.used.iter().map(|used| (used.year.to_string(), json!(used.days))).collect();
    let alternatives: Map<_, _> = bill
        .alternatives
        .iter()
        .map(|other| (other.question.code().to_owned(), json!(total(other.total))))
        .collect();
    json!({
        "problem": null,
        "total": total(bill.total),
        "euro": sum(bill.total).in_euro.to_string(),
        "stays": bill.stays.iter().copied().map(total).collect::<Vec<_>>(),
        "used": used,
        "parts": bill.parts.iter().map(part).collect::<Vec<_>>(),
        "alternatives": alternatives,
    })
}

fn part(part: &Part) -> String {
    let what = match part.what {
        What::Charged { rate, .. } => format!("x {rate}"),
        What::OverCap { .. } => "over cap".to_owned(),
        What::Exempt { circumstance, .. } => format!("exempt, {}", circumstance.group().code()),
        What::NoDay => "no day".to_owned(),
        What::NoRate(no_data) => format!("no data: {}", no_data.why),
        What::NoCap(no_data) => format!("no data: {}", no_data.why),
        What::NoList(no_data) => format!("no data: {}", no_data.why),
    };
    format!("{}..{}, {} {what}", part.first, part.last, part.days)
}

fn sum(total: Total) -> Sum {
    match total {
        Total::Complete(sum) | Total::Incomplete(sum) => sum,
    }
}

/// `34.00 BGN`, `0.51 EUR`, `4.00 BGN + 2.55 EUR`; with `at least` where days are open.
fn total(of: Total) -> String {
    let Sum { lev, euro, .. } = sum(of);
    let amount = match (lev.minor, euro.minor) {
        (_, 0) => lev.to_string(),
        (0, _) => euro.to_string(),
        _ => format!("{lev} + {euro}"),
    };
    match of {
        Total::Complete(_) => amount,
        Total::Incomplete(_) => format!("no data, known: {amount}"),
    }
}

fn named(problem: StayProblem) -> &'static str {
    match problem {
        StayProblem::EndsBeforeStart { .. } => "ends_before_start",
        StayProblem::TooLong { .. } => "too_long",
        StayProblem::Overlap { .. } => "overlap",
        StayProblem::Money(_) => "money",
    }
}
