//! T19b: which currency is shown and paid in.

use domain::coded::Code;
use domain::money::showing::shown;
use serde::Deserialize;
use serde_json::json;

use crate::case::{Case, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {}

/// Compares how amounts are shown.
pub fn check(case: &Case) -> Result<(), Failure> {
    let Given {} = case.given()?;
    let shown = shown(case.on()?, case.today());
    case.expects(&json!({
        "showing": shown.showing.to_string(),
        "last_lev_cash": shown.last_lev_cash,
        "other": shown.other.map(|(conflict, other)| format!("{} by {}", other.code(), conflict.code())),
    }))
}
