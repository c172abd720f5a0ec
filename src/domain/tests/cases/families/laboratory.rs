//! T3: what a laboratory costs.

use domain::coded::Code;
use domain::fee::laboratory::{Due, laboratory_fee, practice_fees};
use domain::money::{Currency, Money};
use serde::Deserialize;
use serde_json::json;

use super::patient;
use super::visit::{based, no_data};
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    /// In lev; without it the laboratory has no price.
    price: Option<String>,
    /// How many tests; no answer may depend on it.
    #[serde(default, rename = "tests")]
    _tests: Option<u32>,
    #[serde(default)]
    patient: patient::Given,
    /// A practice's own fee: in which laboratory, on which day.
    practice_samplings: Option<Vec<Sampling>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sampling {
    laboratory: u32,
    day: Day,
    #[serde(default, rename = "tests")]
    _tests: Option<u32>,
}

/// Compares the fee of a laboratory.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    if let Some(samplings) = &given.practice_samplings {
        let samplings: Vec<_> = samplings.iter().map(|it| (it.laboratory, it.day.0)).collect();
        return case.expects(&json!({ "practice_fees": practice_fees(&samplings) }));
    }
    let price = given.price.as_deref().map(|price| Money::parse(price, Currency::Bgn)).transpose();
    let price = price.map_err(|problem| Failure::Malformed(format!("price: {}", problem.code())))?;
    let circumstances = given.patient.circumstances()?;
    let patient = given.patient.patient(&circumstances)?;
    case.expects(&match laboratory_fee(case.on()?, price, &patient, case.today()) {
        Err(refusal) => json!({ "amount": null, "no_data": no_data(&refusal) }),
        Ok(fee) => {
            let mut said = based(&fee.line.basis);
            said["amount"] = json!(fee.line.amount.to_string());
            said["due"] = json!(match fee.line.what {
                Due::Price => "price",
                Due::UserFee => "user_fee",
                Due::ExemptFromFee(_) => "exempt_from_fee",
                Due::Free => "free",
            });
            said["above_limit"] = json!(fee.above_limit.map(|limit| limit.to_string()));
            said["other"] =
                json!(fee.other.map(|other| format!("{} by {}", other.amount, other.conflict.code())));
            said
        }
    })
}
