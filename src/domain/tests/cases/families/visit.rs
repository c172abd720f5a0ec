//! T1: what a visit costs.

use domain::coded::Code;
use domain::fee::visit::{Due, Provider, Visit, VisitFee, visit_fee};
use domain::fee::{Circumstance, Refusal, amounts};
use domain::money::{Currency, Money};
use domain::rules::{Basis, Regime, Status, Why};
use serde::Deserialize;
use serde_json::{Value, json};

use super::patient::{self, code};
use crate::case::{Case, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    provider: Option<String>,
    #[serde(default)]
    patient: patient::Given,
    regime: Option<String>,
    #[serde(default)]
    interrupted: bool,
    practice: Option<String>,
    #[serde(default)]
    contract: bool,
    /// "What if": only the formula of the years up to 2012.
    minimum_wage: Option<String>,
}

/// Compares the fee of a visit.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    if let Some(wage) = &given.minimum_wage {
        let wage = Money::parse(wage, Currency::Bgn).map_err(|_| Failure::malformed("minimum_wage"))?;
        let share =
            amounts::visit_share(wage).map_err(|_| Failure::malformed("minimum_wage is too large"))?;
        return case.expects(&json!({ "amount": share.to_string() }));
    }
    let provider = given.provider.as_deref().ok_or_else(|| Failure::malformed("`provider` is missing"))?;
    let circumstances = given.patient.circumstances()?;
    let visit = Visit {
        provider: code::<Provider>(provider)?,
        regime: given.regime.as_deref().map_or(Ok(Regime::Law), code)?,
        interrupted: given.interrupted,
        practice: given.practice.as_deref(),
        contract: given.contract,
        ..Visit::by_law(case.on()?, Provider::Gp, given.patient.patient(&circumstances)?)
    };
    case.expects(&said(visit_fee(&visit, case.today())))
}

fn said(answer: Result<VisitFee, Refusal>) -> Value {
    match answer {
        Err(refusal) => json!({ "amount": null, "no_data": no_data(&refusal) }),
        Ok(VisitFee::PriceList { basis }) => {
            let mut said = based(&basis);
            said["amount"] = Value::Null;
            said["due"] = json!("price_list");
            said
        }
        Ok(VisitFee::UserFee { line, other }) => {
            let mut said = based(&line.basis);
            let (due, circumstance) = match line.what {
                Due::Full => ("full", None),
                Due::Reduced => ("reduced", None),
                Due::Exempt(circumstance) => ("exempt", Some(circumstance)),
                Due::UnderContract => ("under_contract", None),
            };
            said["amount"] = json!(line.amount.to_string());
            said["euro"] = json!(line.euro.to_string());
            said["due"] = json!(due);
            said["group"] = json!(circumstance.map(|it| it.group().code()));
            said["proof"] = json!(circumstance.and_then(Circumstance::proof).map(Code::code));
            said["other"] =
                json!(other.map(|other| format!("{} by {}", other.amount, other.conflict.code())));
            said
        }
    }
}

/// What stands beside an amount.
pub fn based(basis: &Basis) -> Value {
    let status = match basis.status {
        Status::Confirmed => "confirmed".to_owned(),
        Status::NotConfirmedSince(since) => format!("not confirmed since {since}"),
    };
    json!({ "rule": basis.rule, "scope": basis.scope.to_string(), "status": status, "no_data": null })
}

/// Why a fee cannot be told.
pub fn no_data(refusal: &Refusal) -> String {
    let why = |why: Why| why.to_string();
    match refusal {
        Refusal::Amount(no_data) => why(no_data.why),
        Refusal::Reduction(no_data) => why(no_data.why),
        Refusal::Exemption(no_data) => why(no_data.why),
        Refusal::Payment(no_data) => why(no_data.why),
        Refusal::Charge(no_data) => why(no_data.why),
        Refusal::Money(error) => format!("{error:?}"),
    }
}
