//! T5, T5w: whether rights are interrupted, which months count, and what brings rights back.

use domain::coded::Code;
use domain::insurance::restoring::{Debt, Part, Restoring, restoring};
use domain::insurance::rule::{EMERGENCY, MISSED_CHECK_UP, Window, window};
use domain::insurance::standing::{Payment, Question, Record, Standing, standing};
use domain::insurance::{Ground, StateGroup, fine};
use domain::money::{Currency, Money};
use domain::month::Month;
use domain::rules::Regime;
use serde::Deserialize;
use serde_json::{Value, json};

use super::abroad::month;
use super::contribution::refused;
use super::patient::code;
use super::visit::based;
use crate::case::{Case, Failure};

/// Of months that nothing is said of all are paid by the person, unless `told_only`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    #[serde(default)]
    months: Vec<Months>,
    #[serde(default)]
    told_only: bool,
    /// In the month of care.
    ground: Option<String>,
    regime: Option<String>,
    /// The care is an emergency.
    #[serde(default)]
    emergency: bool,
    /// The yearly check-up was missed.
    #[serde(default)]
    missed_check_up: bool,
}

/// Months that are alike.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Months {
    first: String,
    last: String,
    /// `no_other_ground` if nothing is said; `not_known` for one that is not in the list.
    ground: Option<String>,
    payment: String,
    /// In lev, for each of them.
    owed: Option<String>,
    state_group: Option<String>,
}

impl Months {
    fn records(&self) -> Result<Vec<Record>, Failure> {
        let owed = self.owed.as_deref().map(|text| Money::parse(text, Currency::Bgn)).transpose();
        let record = Record {
            month: month(&self.first)?,
            ground: match self.ground.as_deref() {
                None => Some(Ground::NoOther),
                Some("not_known") => None,
                Some(text) => Some(code(text)?),
            },
            payment: code::<Payment>(&self.payment)?,
            owed: owed.map_err(|problem| Failure::malformed(problem.code()))?,
            state_group: self.state_group.as_deref().map(code::<StateGroup>).transpose()?,
        };
        let months = record.month.through(month(&self.last)?);
        Ok(months.map(|month| Record { month, ..record }).collect())
    }
}

/// The longest time that any rule looks back.
const LONGEST: u32 = 72;

/// Compares somebody's standing on `on`.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let day = case.on()?;
    let mut history = Vec::new();
    for months in &given.months {
        history.extend(months.records()?);
    }
    if !given.told_only {
        let end = Month::of(day);
        let start = end.before(LONGEST).ok_or_else(|| Failure::malformed("`on` is too early"))?;
        let told: Vec<_> = history.iter().map(|record| record.month).collect();
        let rest = start.through(end).filter(|month| !told.contains(month));
        history.extend(rest.map(|month| Record {
            month,
            ground: Some(Ground::NoOther),
            payment: Payment::Paid,
            owed: None,
            state_group: None,
        }));
    }
    let question = Question {
        history: &history,
        ground: given.ground.as_deref().map(code::<Ground>).transpose()?,
        care: day,
        regime: given.regime.as_deref().map_or(Ok(Regime::Law), code)?,
    };
    let mut said = match standing(&question, case.today()) {
        Err(refusal) => json!({ "status": null, "no_data": refused(&refusal) }),
        Ok(standing) => told(&standing),
    };
    said["if_restored"] = json!(restoring(&question, case.today()).ok().map(|restoring| cost(&restoring)));
    if given.emergency {
        said["emergency"] = json!(EMERGENCY.on(day, case.today()).to_string());
    }
    if given.missed_check_up {
        said["may_lose_months"] = json!(MISSED_CHECK_UP.on(day, case.today()).to_string());
        said["fine"] = json!(fine::MISSED_CHECK_UP.on(day, case.today()).to_string());
    }
    case.expects(&said)
}

fn told(standing: &Standing) -> Value {
    let mut said = based(&standing.rule.basis);
    said["status"] = json!(standing.status.code());
    said["window"] = json!(span(standing.window));
    said["unpaid"] = json!(standing.unpaid);
    said["open"] = json!(standing.open);
    let counting = |which: &str| standing.months.iter().filter(|month| month.counts.code() == which).count();
    for (name, counts) in [("at_fault", "payer_at_fault"), ("by_state", "by_state"), ("paid", "paid")] {
        said[name] = json!(counting(counts));
    }
    said["needed"] = json!(standing.restoring.as_ref().map_or("0.00 BGN".to_owned(), cost));
    said["restore_window"] = json!(standing.restoring.as_ref().map(|restoring| span(restoring.window)));
    said["restore_months"] = json!(standing.restoring.as_ref().map(|restoring| restoring.months.len()));
    said["without_amount"] =
        json!(standing.restoring.as_ref().map(|restoring| restoring.without_amount.len()));
    let parts = standing.restoring.iter().flat_map(|restoring| &restoring.parts);
    said["parts"] = json!(parts.map(part).collect::<Vec<_>>());
    said
}

fn part(part: &Part) -> String {
    let each = match part.each {
        Debt::Told(amount) => format!("{amount} as told"),
        Debt::Least(amount, _) => format!("{amount} at least"),
        Debt::DependsOnIncome => "by income".to_owned(),
        Debt::NotKnown => "not known".to_owned(),
    };
    let sum = part.sum.map(|sum| format!(" = {sum}")).unwrap_or_default();
    format!("{}: {} × {each}{sum}", span(part.window), part.months)
}

fn cost(restoring: &Restoring) -> String {
    let sum = &restoring.cost;
    let amount = match (sum.lev.minor, sum.euro.minor) {
        (_, 0) => sum.lev.to_string(),
        (0, _) => sum.euro.to_string(),
        _ => format!("{} + {}", sum.lev, sum.euro),
    };
    if restoring.without_amount.is_empty() && restoring.open.is_empty() {
        amount
    } else {
        format!("at least {amount}")
    }
}

fn span(window: Window) -> String {
    format!("{}..{}", window.first, window.last)
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MonthOfCare {
    care: String,
    months: Option<u32>,
}

/// Compares the months that count for a month of care: `plain` to the month of care, `law` to the start of the
/// month before it.
pub fn check_window(case: &Case) -> Result<(), Failure> {
    let given: MonthOfCare = case.given()?;
    let day = month(&given.care)?.first_day();
    let of = |regime| window(day, given.months.unwrap_or(36), regime);
    let (Some(plain), Some(law)) = (of(Regime::Guide2010), of(Regime::Law)) else {
        return case.expects(&json!({ "problem": "beyond the calendar" }));
    };
    case.expects(&json!({
        "problem": null,
        "plain_from": plain.first.to_string(),
        "plain_to": plain.last.to_string(),
        "law_from": law.first.to_string(),
        "to": law.last.to_string(),
        "count": law.months().count(),
    }))
}
