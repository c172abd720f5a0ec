//! T4a, T4b: what a month's contribution is, and who pays it.

use domain::coded::Code;
use domain::insurance::amounts::EQUALISATION;
use domain::insurance::contribution::{Contribution, Owed, Payer, contribution, minimum_of};
use domain::insurance::due::{Due, InTime, due};
use domain::insurance::{Ground, Refusal};
use domain::money::{Currency, Money, euro};
use domain::month::Month;
use domain::rules::Basis;
use serde::Deserialize;
use serde_json::{Value, json};

use super::patient::code;
use super::visit::based;
use super::working_day::reason;
use crate::case::{Case, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    ground: Option<String>,
    /// A month's income in the currency of the month.
    income: Option<String>,
    /// "What if": only the formula, 8 % of half.
    minimum_income: Option<String>,
    /// Of the minimum income; lev if nothing is said.
    currency: Option<String>,
}

/// Compares the contribution of the month of `on`.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    if let Some(income) = &given.minimum_income {
        let currency = given.currency.as_deref().map_or(Ok(Currency::Bgn), code)?;
        let least = minimum_of(amount(income, currency)?)
            .map_err(|_| Failure::malformed("minimum_income is too large"))?;
        return case.expects(&json!({ "person": least.to_string() }));
    }
    let on = case.on()?;
    let month = Month::of(on);
    let ground = given.ground.as_deref().ok_or_else(|| Failure::malformed("`ground` is missing"))?;
    let income = given.income.as_deref().map(|text| amount(text, euro::currency_on(on))).transpose()?;
    let needed = || income.ok_or_else(|| Failure::malformed("`income` is missing"));
    let payer = match code::<Ground>(ground)? {
        Ground::Employee => Payer::Employee(needed()?),
        Ground::SelfInsured => Payer::SelfInsured(needed()?),
        Ground::NoOther => Payer::NoOther(income),
        Ground::State => Payer::State,
    };
    let mut said = match contribution(month, payer, case.today()) {
        Err(refusal) => json!({ "person": null, "no_data": refused(&refusal) }),
        Ok(Owed::ByState(groups)) => {
            let mut said = based(&groups.basis);
            said["person"] = json!("0.00 BGN");
            said["by_state"] = json!(groups.value.to_string());
            said
        }
        Ok(Owed::Contribution(contribution)) => told(&contribution),
    };
    for (name, value) in due_day(due(month, case.today()).ok().as_ref()) {
        said[name] = value;
    }
    said["equalisation"] = json!(EQUALISATION.on(on, case.today()).to_string());
    case.expects(&said)
}

/// An amount; a sign in front is for impossible incomes.
fn amount(text: &str, currency: Currency) -> Result<Money, Failure> {
    let (sign, number) = text.strip_prefix('-').map_or((1, text), |number| (-1, number));
    let money = Money::parse(number, currency)
        .map_err(|problem| Failure::Malformed(format!("{text}: {}", problem.code())))?;
    Ok(Money { minor: sign * money.minor, ..money })
}

fn told(owed: &Contribution) -> Value {
    let rule = |basis: &Basis| basis.rule.unwrap_or_default();
    let mut said = based(&owed.total.basis);
    said["base"] = json!(owed.base.amount.to_string());
    said["base_reason"] = json!(owed.base.what.code());
    said["base_rule"] = json!(rule(&owed.base.basis));
    said["total"] = json!(owed.total.amount.to_string());
    said["euro"] = json!(owed.total.euro.to_string());
    said["employer"] = json!(owed.employer.map(|part| part.amount.to_string()));
    said["split_rule"] = json!(owed.employer.map(|part| rule(&part.basis)));
    said["person"] = json!(owed.person.to_string());
    said["employee_floor"] = json!(owed.employee_floor.map(|floor| floor.to_string()));
    said["by_state"] = Value::Null;
    said
}

/// What is said of the due day, under names that begin with `due`.
fn due_day(due: Option<&Due>) -> [(&'static str, Value); 5] {
    let text = |due: &Due| match due.in_time {
        InTime::NextWorkingDay { .. } => format!("{}, or the next working day", due.day),
        InTime::DueDay { .. } | InTime::NoRule { .. } | InTime::OutOfCalendar => due.day.to_string(),
    };
    let (off, rule) = match due.map(|due| due.in_time) {
        Some(InTime::NextWorkingDay { off, basis, .. }) => (Some(off), based(&basis)["status"].clone()),
        Some(InTime::NoRule { off }) => (Some(off), Value::Null),
        Some(InTime::DueDay { .. } | InTime::OutOfCalendar) | None => (None, Value::Null),
    };
    let until = due.and_then(Due::paid_in_time_until);
    let calendar = due.and_then(Due::calendar);
    [
        ("due", json!(due.map(text))),
        ("due_until", json!(until.map(|day| day.to_string()))),
        ("due_off", json!(off.map(reason))),
        ("due_calendar", json!(calendar.map(Code::code))),
        ("due_off_rule", rule),
    ]
}

/// Why a question about insurance is not answered.
pub fn refused(refusal: &Refusal) -> String {
    match (refusal.why(), refusal) {
        (Some(why), _) => why.to_string(),
        (None, Refusal::NegativeIncome) => "negative income".to_owned(),
        (None, Refusal::TooManyDays { has }) => format!("the year has {has} days"),
        (None, Refusal::MonthToldTwice(month)) => format!("{month} is told twice"),
        (None, other) => format!("{other:?}"),
    }
}
