//! T14: whether a practice sees a child, and who consents by law.

use domain::coded::Code;
use domain::consent::{
    Consultation, Escort, Exception, admission, consent, escort_matters, exceptions_that_matter,
    incapacity_matters, ways,
};
use domain::fee::Age;
use serde::Deserialize;
use serde_json::{Value, json};

use super::patient::code;
use super::telk::status;
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
            "limit": found.limit.0,
            "scope": found.basis.scope.to_string(),
            "status": status(&found.basis),
            "conflict": found.conflict.map(Code::code),
            "no_data": null,
        }),
    };
    let (today, incapacitated) = (case.today(), given.incapacitated);
    said["ways"] = ways(on, consultation, today).map_or(Value::Null, |ways| {
        let arranged = ways.arrangements.iter().map(|way| way.exception);
        json!([codes(ways.escorts), codes(arranged)])
    });
    said["asked"] = json!({
        "incapacitated": incapacity_matters(on, age, today),
        "escort": escort_matters(on, age, incapacitated, today).ok(),
        "exceptions": exceptions_that_matter(on, consultation, today).ok().map(codes),
    });
    let law = consent(on, age, given.incapacitated, case.today());
    said["law"] = json!(law.map_or_else(|no_data| no_data.why.to_string(), |law| law.who.code().to_owned()));
    case.expects(&said)
}

fn codes<T: Code>(all: impl IntoIterator<Item = T>) -> Vec<&'static str> {
    all.into_iter().map(Code::code).collect()
}
