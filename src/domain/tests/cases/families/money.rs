//! T19: lev in euro and back.

use domain::coded::Code;
use domain::money::{Currency, Money, euro};
use serde::Deserialize;
use serde_json::json;

use crate::case::{Case, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
enum Given {
    #[serde(rename = "lev")]
    Lev(String),
    #[serde(rename = "euro")]
    Euro(String),
}

/// Compares a conversion.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let amount = |text: &str, currency| {
        Money::parse(text, currency).map_err(|problem| Failure::malformed(problem.code()))
    };
    let converted = match &given {
        Given::Lev(text) => euro::to_euro(amount(text, Currency::Bgn)?),
        Given::Euro(text) => euro::to_lev(amount(text, Currency::Eur)?),
    };
    let converted = converted.map_err(|_| Failure::malformed("the amount is too large"))?;
    case.expects(&json!({ "converted": converted.to_string() }))
}
