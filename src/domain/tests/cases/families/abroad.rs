//! T4c: contributions of those who live abroad, and rights after the return.

use domain::coded::Code;
use domain::insurance::abroad::{Away, AwayAnswer, Filed, OwedReason, away};
use domain::insurance::returning::{Back, Since, back, by_months, lump_sum};
use domain::month::Month;
use serde::Deserialize;
use serde_json::json;

use super::contribution::refused;
use super::patient::code;
use super::visit::based;
use crate::case::{Case, Day, Failure};

/// One of three questions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    away: Option<Year>,
    back: Option<Return>,
    #[serde(default)]
    price: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    days: u32,
    filed: String,
    /// When it was filed, where that is told.
    filed_on: Option<Day>,
    #[serde(default)]
    inside_union: bool,
    #[serde(default = "yes")]
    citizen: bool,
    #[serde(default = "yes")]
    pays_for_themselves: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Return {
    #[serde(default)]
    insured: Vec<String>,
    #[serde(default)]
    contributions: u32,
}

fn yes() -> bool {
    true
}

/// Compares what a year abroad, or the return from it, means.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    match given {
        Given { away: Some(year), back: None, price: false } => check_away(case, &year),
        Given { away: None, back: Some(returned), price: false } => check_back(case, &returned),
        Given { away: None, back: None, price: true } => check_price(case),
        _ => Err(Failure::malformed("one of `away`, `back`, `price`")),
    }
}

fn check_away(case: &Case, year: &Year) -> Result<(), Failure> {
    let year = Away {
        days: year.days,
        filed: code::<Filed>(&year.filed)?,
        filed_on: year.filed_on.map(|day| day.0),
        inside_union: year.inside_union,
        citizen: year.citizen,
        pays_for_themselves: year.pays_for_themselves,
    };
    case.expects(&match away(case.on()?, year, case.today()) {
        Err(refusal) => json!({ "answer": null, "no_data": refused(&refusal) }),
        Ok(AwayAnswer::Exempt(basis)) => {
            let mut said = based(&basis);
            said["answer"] = json!("exempt");
            said["reason"] = json!(null);
            said
        }
        Ok(AwayAnswer::Owed(reason, basis)) => {
            let mut said = based(&basis);
            said["answer"] = json!("must_pay");
            said["reason"] = json!(match reason {
                OwedReason::TooFewDays { .. } => "too_few_days",
                OwedReason::NoApplication => "no_application",
                OwedReason::ApplicationTooLate => "application_too_late",
                OwedReason::InsideUnion => "inside_union",
                OwedReason::NotACitizen => "not_a_citizen",
                OwedReason::OthersPay => "others_pay",
            });
            said
        }
    })
}

/// A month.
pub fn month(text: &str) -> Result<Month, Failure> {
    Month::parse(text).ok_or_else(|| Failure::Malformed(format!("`{text}` is no month")))
}

fn check_back(case: &Case, returned: &Return) -> Result<(), Failure> {
    let insured = returned.insured.iter().map(|text| month(text)).collect::<Result<Vec<_>, _>>()?;
    let since = Since { insured: &insured, contributions: returned.contributions };
    case.expects(&match back(case.on()?, since, case.today()) {
        Err(refusal) => json!({ "restored": null, "no_data": refused(&refusal) }),
        Ok(Back::ByMonths { since, .. }) => {
            json!({ "restored": true, "way": "months", "since": since.to_string(), "no_data": null })
        }
        Ok(Back::ByContributions { effect, .. }) => {
            json!({ "restored": true, "way": "contributions", "effect": effect.to_string(), "no_data": null })
        }
        Ok(Back::NotYet { longest, missing, .. }) => {
            let going_on = by_months(case.on()?, &insured, case.today());
            let going_on = going_on.map_err(|refusal| Failure::Malformed(refused(&refusal)))?;
            json!({
                "restored": false,
                "longest": longest,
                "missing": missing,
                "going_on": going_on.value.to_string(),
                "no_data": null,
            })
        }
    })
}

fn check_price(case: &Case) -> Result<(), Failure> {
    case.expects(&match lump_sum(case.on()?, case.today()) {
        Err(refusal) => json!({ "amount": null, "no_data": refused(&refusal) }),
        Ok(sum) => json!({
            "amount": sum.line.amount.to_string(),
            "euro": sum.line.euro.to_string(),
            "contributions": sum.line.what,
            "other": format!("{} by {}", sum.other.amount, sum.other.conflict.code()),
            "no_data": null,
        }),
    })
}
