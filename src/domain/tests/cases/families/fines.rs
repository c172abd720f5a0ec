//! Fines by the guide of 2010.

use domain::insurance::fine::{Case as Facts, FineAnswer, Offence, fine};
use serde::Deserialize;
use serde_json::json;

use super::patient::code;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    offence: String,
    #[serde(default)]
    repeated: bool,
    #[serde(default)]
    months: u32,
    paid_up: Option<Day>,
}

/// Compares whether something is fined, and how much.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let facts = Facts {
        offence: code::<Offence>(&given.offence)?,
        repeated: given.repeated,
        months: given.months,
        paid_up: given.paid_up.map(|day| day.0),
    };
    case.expects(&match fine(case.on()?, facts, case.today()) {
        Err(no_data) => json!({ "fine": null, "no_data": no_data.why.to_string() }),
        Ok(FineAnswer::Fined(range, basis)) => {
            json!({ "fine": range.to_string(), "rule": basis.rule, "reason": null, "no_data": null })
        }
        Ok(FineAnswer::NotLongEnough(basis)) => {
            json!({ "fine": null, "rule": basis.rule, "reason": "not_long_enough", "no_data": null })
        }
        Ok(FineAnswer::Amnesty(basis)) => {
            json!({ "fine": null, "rule": basis.rule, "reason": "amnesty", "no_data": null })
        }
    })
}
