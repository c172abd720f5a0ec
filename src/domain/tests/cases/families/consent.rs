//! T14: whether a practice sees a child, and who consents by law.

use domain::coded::Code;
use domain::consent::{Consultation, Escort, Exception, admission, consent};
use domain::fee::Age;
use serde::Deserialize;
use serde_json::json;

use super::patient::code;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    born: Option<Day>,
    age: Option<u32>,
    #[serde(default)]
    incapacitated: bool,
    /// Nobody, if nothing is said.
    escort: Option<String>,
    #[serde(default)]
    exceptions: Vec<String>,
}

/// Compares what the practice does, and what the law asks.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let on = case.on()?;
    let age = match (given.born, given.age) {
        (Some(born), None) => Age::Born(born.0),
        (None, Some(years)) => Age::Years(years),
        _ => return Err(Failure::malformed("either `born` or `age`")),
    };
    let exceptions = given.exceptions.iter().map(|text| code::<Exception>(text));
    let exceptions = exceptions.collect::<Result<Vec<_>, _>>()?;
    let consultation = Consultation {
        age,
        incapacitated: given.incapacitated,
        escort: given.escort.as_deref().map(code::<Escort>).transpose()?,
        exceptions: &exceptions,
    };
    let mut said = match admission(on, consultation, case.today()) {
        Err(no_data) => json!({ "seen": null, "no_data": no_data.why.to_string() }),
        Ok(found) => json!({
            "seen": found.seen,
            "reason": found.reason.code(),
            "escort_signs": found.escort_signs,
            "rule": found.rule,
            "scope": found.basis.scope.to_string(),
            "conflict": found.conflict.map(Code::code),
            "no_data": null,
        }),
    };
    let law = consent(on, age, given.incapacitated, case.today());
    said["law"] = json!(law.map_or_else(|no_data| no_data.why.to_string(), |law| law.who.code().to_owned()));
    case.expects(&said)
}
