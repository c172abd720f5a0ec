//! T7a: until when documents are valid. T7b: limits of supply. T7c: age of tests at TELK.

use domain::coded::Code;
use domain::rules::Basis;
use domain::validity::supply::Unknown;
use domain::validity::telk_tests::TestProblem;
use domain::validity::{Order, Reason, Standing, known_last_day, test_age, validity, verdict};
use serde::Deserialize;
use serde_json::{Value, json};

use super::patient::code;
use super::visit::based;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    kind: String,
    issued: Day,
}

/// Compares the validity of a document; with `on`, how it stands on that day too.
pub fn check(case: &Case) -> Result<(), Failure> {
    let document: Document = case.given()?;
    let issued = document.issued.0;
    // What is issued later is asked about on its day of issue: nobody holds it before.
    let today = case.today().max(issued);
    let valid = match validity(code(&document.kind)?, issued, today) {
        Ok(valid) => valid,
        Err(no_data) => {
            let known = known_last_day(&no_data);
            return case.expects(&json!({
                "last_valid": null, "first_invalid": null, "no_data": no_data.why.to_string(),
                "known_last_valid": known.map(|day| day.to_string()),
                "known_first_invalid": known.and_then(|day| day.succ_opt()).map(|day| day.to_string()),
            }));
        }
    };
    let (standing, days_left) = match valid.on(case.on().unwrap_or(issued)) {
        Standing::NotYet => ("not_yet", None),
        Standing::Valid { days_left, .. } => ("valid", Some(days_left)),
        Standing::Expired { .. } => ("expired", None),
        Standing::AsWritten => ("as_written", None),
    };
    let mut said = with_remark(&valid.basis);
    said["last_valid"] = json!(valid.last.map(|day| day.to_string()));
    said["first_invalid"] = json!(valid.first_invalid().map(|day| day.to_string()));
    said["runs"] = json!(valid.runs.to_string());
    said["standing"] = json!(standing);
    said["days_left"] = json!(days_left);
    case.expects(&said)
}

fn with_remark(basis: &Basis) -> Value {
    let mut said = based(basis);
    said["remark"] = json!(basis.remark.map(Code::code));
    said
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
enum Given {
    Acute { days: u32 },
    Narcotic { days: u32 },
    Chronic { booklet_certified: bool, insurance_declared: bool },
    BesideProtocol { protocol: String, same_disease: bool },
    Repeat { dispensings: Option<u32> },
    Telk(Test),
}

/// Compares what becomes of an order.
pub fn check_supply(case: &Case) -> Result<(), Failure> {
    let order = match case.given()? {
        Given::Acute { days } => Order::Acute { days },
        Given::Narcotic { days } => Order::Narcotic { days },
        Given::Chronic { booklet_certified, insurance_declared } => {
            Order::Chronic { booklet_certified, insurance_declared }
        }
        Given::BesideProtocol { protocol, same_disease } => {
            Order::BesideProtocol { protocol: code(&protocol)?, same_disease }
        }
        Given::Repeat { dispensings } => Order::Repeat { dispensings },
        Given::Telk(test) => return case.expects(&tested(&test, case)),
    };
    let verdict = match verdict(order, case.on()?, case.today()) {
        Ok(verdict) => verdict,
        Err(unknown) => {
            let why = match unknown {
                Unknown::Days(no_data) => no_data.why,
                Unknown::Condition(no_data) => no_data.why,
                Unknown::Runs(no_data) => no_data.why,
            };
            return case.expects(&json!({ "verdict": null, "no_data": why.to_string() }));
        }
    };
    let reason = verdict.rejected.map(|reason| match reason {
        Reason::TooManyDays(_) => "too_many_days",
        Reason::NoDays => "no_days",
        Reason::BookletNotCertified => "booklet_not_certified",
        Reason::NotDeclared => "not_declared",
        Reason::ExcludedByProtocol => "excluded_by_protocol",
        Reason::DispensingsNotStated => "dispensings_not_stated",
    });
    let mut said = with_remark(&verdict.basis);
    said["verdict"] = json!(if reason.is_none() { "accepted" } else { "rejected" });
    said["reason"] = json!(reason);
    said["limit"] = json!(verdict.most_days);
    said["last_day"] = json!(verdict.last_day.map(|day| day.to_string()));
    said["enough_through"] = json!(verdict.cover.map(|cover| cover.through.to_string()));
    said["needed_again"] = json!(verdict.cover.map(|cover| cover.needed_again.to_string()));
    case.expects(&said)
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Test {
    test: Day,
    session: Day,
}

/// Compares whether TELK accepts a test.
pub fn check_test(case: &Case) -> Result<(), Failure> {
    case.expects(&tested(&case.given()?, case))
}

fn tested(given: &Test, case: &Case) -> Value {
    match test_age(given.test.0, given.session.0, case.today()) {
        Ok(age) => {
            let mut said = based(&age.basis);
            said["result"] = json!(if age.accepted { "valid" } else { "too_old" });
            said["oldest"] = json!(age.oldest.to_string());
            said["counts_until"] = json!(age.counts_until.to_string());
            said["problem"] = Value::Null;
            said
        }
        Err(problem) => {
            let problem = match problem {
                TestProblem::AfterSession => "after_session".to_owned(),
                TestProblem::BeyondCalendar => "beyond_calendar".to_owned(),
                TestProblem::NoData(no_data) => format!("no data: {}", no_data.why),
            };
            json!({ "result": null, "problem": problem })
        }
    }
}
