//! T16a to T16e: numbers that identify people.

use domain::coded::Code;
use domain::identifier::{Egn, Enp, Iin, Lnch, NumberProblem, Snils};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    number: String,
}

fn refused(problem: NumberProblem) -> Value {
    json!({ "ok": false, "problem": problem.code(), "format": problem.is_format() })
}

fn accepted() -> Value {
    json!({ "ok": true, "problem": null, "format": false })
}

/// Compares an ЕГН.
pub fn check_egn(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let mut said = match Egn::parse(&given.number, case.today()) {
        Ok(_) => accepted(),
        Err(problem) => refused(problem),
    };
    // What the number says even of somebody who is not born yet.
    let egn = Egn::unborn(&given.number).ok();
    said["born"] = json!(egn.map(|egn| egn.born().to_string()));
    said["sex"] = json!(egn.map(|egn| egn.sex().code()));
    case.expects(&said)
}

/// Compares an ЛНЧ.
pub fn check_lnch(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    case.expects(&Lnch::parse(&given.number).map_or_else(refused, |_| accepted()))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WithDocument {
    number: String,
    /// The date of birth in a document.
    document_born: Option<Day>,
}

/// Compares an ИИН.
pub fn check_iin(case: &Case) -> Result<(), Failure> {
    let given: WithDocument = case.given()?;
    case.expects(&Iin::parse(&given.number).map_or_else(refused, |iin| {
        let mut said = accepted();
        said["born"] = json!(iin.born_hint().map(|born| born.to_string()));
        said["sex"] = json!(iin.sex_hint().map(Code::code));
        said["hint"] = json!(given.document_born.map(|born| iin.beside(born.0).code()));
        said
    }))
}

/// Compares a СНИЛС.
pub fn check_snils(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    case.expects(&Snils::parse(&given.number).map_or_else(refused, |snils| {
        let mut said = accepted();
        said["checked"] = json!(snils.checked().code());
        said
    }))
}

/// Compares an ЕНП.
pub fn check_enp(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    case.expects(&Enp::parse(&given.number).map_or_else(refused, |enp| {
        let mut said = accepted();
        said["last_digit"] = json!(enp.last_digit().code());
        said
    }))
}
