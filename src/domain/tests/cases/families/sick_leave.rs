//! T8a: sick leave by counts and by the calendar. T8b: leave for carers.

use domain::coded::Code;
use domain::rules::{Regime, day};
use domain::sick_leave::carer::InYear;
use domain::sick_leave::own::LeaveProblem;
use domain::sick_leave::{
    Before, Care, Cause, Issuer, Kin, Leave, Need, NoLeave, Sheet, Split, Used, care, limits, plan,
    plan_after, split,
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::issuing::sheets_for;
use super::patient::code;
use super::visit::based;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Given {
    Counts(Counts),
    Calendar(Calendar),
}

/// Days asked for, and days used up before.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Counts {
    asked: u32,
    without_break: u32,
    in_year: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Calendar {
    leave: Days,
    #[serde(default)]
    earlier: Vec<Earlier>,
    /// Instead of earlier sheets, only their days.
    before: Option<GivenBefore>,
    regime: Option<String>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenBefore {
    without_break: u32,
    by_doctor: u32,
    by_commission: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Days {
    first: Day,
    last: Day,
    cause: u8,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Earlier {
    first: Day,
    last: Day,
    cause: u8,
    issuer: String,
}

/// Compares who gives how many days.
pub fn check(case: &Case) -> Result<(), Failure> {
    match case.given()? {
        Given::Calendar(calendar) => case.expects(&calendar.said(case)?),
        Given::Counts(Counts { asked, without_break, in_year }) => {
            // The guide speaks of its own year only, so it is asked for that; the law for the day of the case.
            let by = |regime, day| {
                let limits = limits::limits(regime).sourced(day, case.today()).ok();
                limits.map(|limits| told(split(asked, Used { without_break, in_year }, limits.value)))
            };
            case.expects(&json!({
                "guide_2010": by(Regime::Guide2010, day!("2010-06-01")),
                "law": by(Regime::Law, case.on()?),
                "conflict": limits::CONFLICT.code(),
            }))
        }
    }
}

fn told(split: Split) -> Value {
    json!({ "doctor": split.doctor, "commission": split.commission })
}

impl Calendar {
    fn said(&self, case: &Case) -> Result<Value, Failure> {
        let leave =
            |first: Day, last: Day, cause| Leave { first: first.0, last: last.0, cause: Cause(cause) };
        let sheet = |it: &Earlier| {
            Ok(Sheet { leave: leave(it.first, it.last, it.cause), issuer: code::<Issuer>(&it.issuer)? })
        };
        let earlier = self.earlier.iter().map(sheet).collect::<Result<Vec<_>, Failure>>()?;
        let regime = self.regime.as_deref().map_or(Ok(Regime::Law), code)?;
        let asked = leave(self.leave.first, self.leave.last, self.leave.cause);
        let planned = match self.before {
            None => plan(asked, &earlier, regime, case.today()),
            Some(GivenBefore { without_break, by_doctor, by_commission }) => {
                let before = Before { without_break, by_doctor, by_commission };
                plan_after(asked, before, regime, case.today())
            }
        };
        let plan = match planned {
            Ok(plan) => plan,
            Err(problem) => return Ok(json!({ "split": null, "problem": named(problem) })),
        };
        let part = |part: &domain::sick_leave::own::Part| {
            let (issuer, why) = (part.issuer.code(), part.why.code());
            format!("{}..{}, {} by {issuer}: {why}", part.first, part.last, part.days)
        };
        let alternatives: Map<_, _> =
            plan.alternatives.iter().map(|(it, split)| (it.code().to_owned(), told(*split))).collect();
        let mut said = based(&plan.basis);
        said["split"] = told(plan.split);
        said["parts"] = json!(plan.parts.iter().map(part).collect::<Vec<_>>());
        said["alternatives"] = json!(alternatives);
        said["commission_from"] = json!(plan.commission_from.map(|day| day.to_string()));
        said["problem"] = Value::Null;
        Ok(said)
    }
}

fn named(problem: LeaveProblem) -> String {
    match problem {
        LeaveProblem::EndsBeforeStart => "ends_before_start".to_owned(),
        LeaveProblem::TooLong => "too_long".to_owned(),
        LeaveProblem::Overlap => "overlap".to_owned(),
        LeaveProblem::Before(problem) => problem.code().to_owned(),
        LeaveProblem::Limits(no_data) => format!("no data: {}", no_data.why),
        LeaveProblem::Quarantine(no_data) => format!("no data: {}", no_data.why),
        LeaveProblem::Causes(no_data) => format!("no data: {}", no_data.why),
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Carer {
    kin: Option<String>,
    age: Option<u32>,
    #[serde(default)]
    days: u32,
    first: Option<Day>,
    need: Option<String>,
    #[serde(default)]
    without_break: u32,
    #[serde(default)]
    in_year: u32,
    #[serde(default)]
    paid_used: u32,
    /// Leave of one's own instead.
    own: Option<Calendar>,
    /// Only how many sheets for so many employers.
    employers: Option<u32>,
}

/// Compares leave for carers.
pub fn check_carer(case: &Case) -> Result<(), Failure> {
    let given: Carer = case.given()?;
    if let Some(own) = &given.own {
        return case.expects(&own.said(case)?);
    }
    if let Some(employers) = given.employers {
        return case.expects(&sheets_for(employers, case.on()?));
    }
    let (Some(kin), Some(age)) = (&given.kin, given.age) else {
        return Err(Failure::malformed("`kin` and `age`, or `own`, or `employers`"));
    };
    let first = given.first.map_or_else(|| case.on(), |day| Ok(day.0))?;
    let request = Care {
        first,
        days: given.days,
        kin: code::<Kin>(kin)?,
        age,
        need: given.need.as_deref().map_or(Ok(Need::Illness), code)?,
        used: Used { without_break: given.without_break, in_year: given.in_year },
        paid_used: given.paid_used,
    };
    let granted = match care(&request, case.today()) {
        Ok(granted) => granted,
        Err(no_leave) => return case.expects(&refused(no_leave)),
    };
    let mut said = based(&granted.leave);
    said["entitled"] = json!(true);
    said["doctor"] = json!(granted.split.doctor);
    said["commission"] = json!(granted.split.commission);
    said["paid"] = json!(granted.paid);
    said["unpaid"] = json!(granted.unpaid);
    let year = |it: &InYear| {
        format!(
            "{}..{}: doctor {}, commission {}, paid {}",
            it.first, it.last, it.split.doctor, it.split.commission, it.paid
        )
    };
    said["years"] = json!(granted.years.iter().map(year).collect::<Vec<_>>());
    said["cap"] = json!(granted.cap);
    said["uses_paid_days"] = json!(granted.uses_paid_days);
    case.expects(&said)
}

fn refused(no_leave: NoLeave) -> Value {
    let because =
        |entitled: Option<bool>, why: &str, rule| json!({ "entitled": entitled, "why": why, "rule": rule });
    match no_leave {
        NoLeave::Excluded(basis) => because(Some(false), "excluded", basis.rule),
        NoLeave::NoFacility(basis) => because(Some(false), "no_facility", basis.rule),
        NoLeave::NotAChild(basis) => because(Some(false), "not_a_child", basis.rule),
        NoLeave::NotSaid(basis) => because(None, "not_said", basis.rule),
        NoLeave::Days => because(None, "days", None),
        NoLeave::Family(no_data) => because(None, &format!("no data: {}", no_data.why), None),
        NoLeave::Limits(no_data) => because(None, &format!("no data: {}", no_data.why), None),
        NoLeave::Paid(no_data) => because(None, &format!("no data: {}", no_data.why), None),
    }
}
