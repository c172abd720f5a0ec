//! T18: the law on transliteration.

use domain::transliteration::{transliterate, uncovered};
use serde::Deserialize;
use serde_json::json;

use crate::case::{Case, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    text: String,
}

/// Compares a text in Latin letters.
pub fn check(case: &Case) -> Result<(), Failure> {
    let Given { text } = case.given()?;
    let uncovered: Vec<_> = uncovered(&text).map(|(_, letter)| letter.to_string()).collect();
    case.expects(&json!({ "latin": transliterate(&text), "uncovered": uncovered }))
}
