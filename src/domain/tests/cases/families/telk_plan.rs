//! TP: a patient's plan for TELK.

use std::collections::BTreeMap;

use domain::coded::Code;
use domain::telk::Protocol;
use domain::telk::plan::{
    Counts, DayOf, Fact, FileBack, House, Mark, MarkOf, Paper, Plan, Renewal, Step, Test, by_age, next_step,
    timeline,
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::paperwork::chobanova;
use super::patient::code;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    /// Key of the practice; `none` where the patient is registered with none.
    #[serde(default = "chobanova")]
    practice: String,
    /// Days, by their code.
    #[serde(default)]
    days: BTreeMap<String, Day>,
    /// Facts, by their code.
    #[serde(default)]
    facts: BTreeMap<String, bool>,
    /// Papers that are ready.
    #[serde(default)]
    ready: Vec<String>,
    /// Days of tests; each is called by its day.
    #[serde(default)]
    tests: Vec<Day>,
}

/// Compares what comes next, the days in their order, the papers and the tests.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let today = case.today();
    let plan = plan(&given)?;
    let house = House::of(Some(given.practice.as_str()).filter(|practice| *practice != "none"));
    let mut said = step(&next_step(&plan, house, today));
    let marks = timeline(&plan, house, today);
    let tests: Vec<String> = by_age(&plan, today)
        .iter()
        .map(|(_, test, standing)| {
            let until = standing.until.map_or_else(String::new, |until| format!(" until {until}"));
            format!("{}: {}{until}", test.on, counts(standing.counts))
        })
        .collect();
    let papers = house.map(|house| house.papers(&plan).iter().map(|paper| paper.code()).collect::<Vec<_>>());
    let oddities: Vec<&str> = plan.oddities(today).iter().map(|oddity| oddity.code()).collect();
    said["timeline"] = json!(marks.iter().map(mark).collect::<Vec<_>>());
    said["sourced"] =
        json!(marks.iter().all(|mark| mark.basis.is_some() != matches!(mark.of, MarkOf::Noted(_))));
    said["tests"] = json!(tests);
    said["papers"] = json!(papers);
    said["missing"] = json!(house.map(|house| house.missing(&plan)));
    said["oddities"] = json!(oddities);
    case.expects(&said)
}

fn plan(given: &Given) -> Result<Plan, Failure> {
    let mut plan = Plan::default();
    for (of, day) in &given.days {
        plan.days.insert(code::<DayOf>(of)?, day.0);
    }
    for (fact, said) in &given.facts {
        plan.facts.insert(code::<Fact>(fact)?, *said);
    }
    for paper in &given.ready {
        plan.ready.insert(code::<Paper>(paper)?);
    }
    for day in &given.tests {
        let test = Test { name: day.0.to_string(), on: day.0 };
        plan.tests.push((format!("t-{}", day.0), test));
    }
    Ok(plan)
}

fn step(step: &Step) -> Value {
    let date = |date: &Option<Result<domain::telk::ProtocolDate, domain::telk::NoDate>>| match date {
        None => json!("ask the practice"),
        Some(Err(_)) => json!("not known"),
        Some(Ok(date)) => json!(protocol(date.protocol)),
    };
    match step {
        Step::Ask(when) => json!({ "step": "ask", "protocol": date(when) }),
        Step::AskOn(day, when) => {
            json!({ "step": "ask_on", "day": day.to_string(), "protocol": date(when) })
        }
        Step::AwaitProtocol(when) => json!({ "step": "await_protocol", "protocol": date(when) }),
        Step::ProtocolLate(latest) => json!({ "step": "protocol_late", "day": latest.to_string() }),
        Step::AwaitLetter => json!({ "step": "await_letter" }),
        Step::RepeatTests(count, session) => {
            json!({ "step": "repeat_tests", "count": count, "day": session.to_string() })
        }
        Step::BookVisit(session) => json!({ "step": "book_visit", "day": session.to_string() }),
        Step::Visit(day) => json!({ "step": "visit", "day": day.to_string() }),
        Step::ReturnFile(FileBack::By(back)) => {
            json!({ "step": "return_file", "day": back.by.to_string(), "rule": back.basis.rule })
        }
        Step::ReturnFile(FileBack::Late(back)) => {
            json!({ "step": "return_file_late", "day": back.by.to_string() })
        }
        Step::ReturnFile(FileBack::AskPractice) => json!({ "step": "return_file_ask" }),
        Step::Attend { session, today } => {
            json!({ "step": "attend", "day": session.to_string(), "on_the_day": today })
        }
        Step::NoteDecision(session) => json!({ "step": "note_decision", "day": session.to_string() }),
        Step::ApplyAgain(expires, renewal) => {
            let (standing, by) = match renewal {
                Renewal::By(by) => ("in_time", Some(by)),
                Renewal::Late(by) => ("late", Some(by)),
                Renewal::Expired => ("expired", None),
                Renewal::NotKnown => ("not_known", None),
            };
            let by = by.map(ToString::to_string);
            json!({ "step": "apply_again", "expires": expires.to_string(), "renewal": standing, "day": by })
        }
        Step::Settled => json!({ "step": "settled" }),
    }
}

fn protocol(protocol: Protocol) -> String {
    match protocol {
        Protocol::Within { latest } => format!("by {latest}"),
        Protocol::LimitInClosedMonth { last_open, reopens, .. } => {
            format!("by {last_open} or from {reopens}")
        }
        Protocol::AfterClosedMonth { earliest } => format!("from {earliest}"),
    }
}

fn counts(counts: Counts) -> &'static str {
    match counts {
        Counts::ForSession => "for_session",
        Counts::TooOld => "too_old",
        Counts::AfterSession => "after_session",
        Counts::Still => "still",
        Counts::NotAnyMore => "not_any_more",
        Counts::NotKnown => "not_known",
    }
}

fn mark(mark: &Mark) -> String {
    let of = match mark.of {
        MarkOf::Noted(day) => day.code().to_owned(),
        MarkOf::ProtocolBy => "protocol_by".to_owned(),
        MarkOf::ProtocolByTerm => "protocol_by_term".to_owned(),
        MarkOf::LastOpen => "last_open".to_owned(),
        MarkOf::ProtocolFrom => "protocol_from".to_owned(),
        MarkOf::TestUntil(place) => format!("test_until {place}"),
        MarkOf::FileBackBy => "file_back_by".to_owned(),
        MarkOf::ApplyBy => "apply_by".to_owned(),
    };
    format!("{} {of}", mark.day)
}
