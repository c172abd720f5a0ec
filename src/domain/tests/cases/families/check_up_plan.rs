//! T10p: what is due for somebody. T10m: marks. T10i: invitations. T10c: what is in a check-up.

use domain::check_up::content::{NotKnown, Test, content};
use domain::check_up::invitation::{self, State};
use domain::check_up::mark;
use domain::check_up::{Ask, Facts, Plan, plan};
use domain::coded::Code;
use domain::insurance::System;
use serde::Deserialize;
use serde_json::{Value, json};

use super::check_up::{due, standing};
use super::visit::based;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    system: Option<String>,
    born: Option<Day>,
    practice: Option<String>,
    since: Option<Day>,
    #[serde(default)]
    done: Vec<Day>,
    complete_from: Option<Day>,
}

/// Compares what is due.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let today = case.on()?;
    let done: Vec<_> = given.done.iter().map(|day| day.0).collect();
    let since = given.since.map_or(domain::rules::day!("2000-01-01"), |day| day.0);
    let facts = Facts {
        system: System::from_code(given.system.as_deref().unwrap_or("bulgaria")).known(),
        born: given.born.map(|day| day.0),
        registered: given.practice.as_deref().map(|practice| (practice, since)),
        done: &done,
        complete_from: given.complete_from.map(|day| day.0),
    };
    let said = match plan(&facts, today) {
        Plan::ByInvitation => json!({ "plan": "by_invitation" }),
        Plan::NothingKnown => json!({ "plan": "nothing_known" }),
        Plan::Ask(ask) => asked(ask),
        Plan::Known(planned) => {
            let mut said = based(&planned.basis);
            let born = facts.born.ok_or_else(|| Failure::malformed("`born`"))?;
            said["plan"] = json!("known");
            said["band"] = json!(format!("{} {}", planned.band.from_age, planned.band.frequency));
            said["due"] = json!(planned.due.map(due));
            said["standing"] = json!(planned.standing(today).map(standing));
            said["last"] = json!(planned.last.map(|day| day.to_string()));
            said["missed"] = json!(planned.missed.iter().map(|one| due(*one)).collect::<Vec<_>>());
            let ahead = planned.ahead(born, today);
            said["ahead"] = json!(ahead.iter().map(ToString::to_string).collect::<Vec<_>>());
            said
        }
    };
    case.expects(&said)
}

fn asked(ask: Ask) -> Value {
    let (why, guide) = match ask {
        Ask::AgeNotTold => ("age_not_told".to_owned(), None),
        Ask::NoPractice => ("no_practice".to_owned(), None),
        Ask::NotPublished { guide } => ("not_published".to_owned(), guide),
        Ask::NoData(no_data) => (format!("no data: {}", no_data.why), None),
        Ask::Impossible => ("impossible".to_owned(), None),
    };
    let known = guide.and_then(|no_data| no_data.known).map(|entry| entry.value.to_string());
    json!({ "plan": "ask", "why": why, "guide": known })
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Marked {
    day: Day,
    born: Option<Day>,
    #[serde(default)]
    known: Vec<Day>,
}

/// Compares whether a day may be marked.
pub fn check_mark(case: &Case) -> Result<(), Failure> {
    let given: Marked = case.given()?;
    let known: Vec<_> = given.known.iter().map(|day| day.0).collect();
    let found = mark::check(given.day.0, given.born.map(|day| day.0), &known, case.on()?);
    case.expects(&json!({ "problem": found.err().map(Code::code) }))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Invited {
    until: Day,
    #[serde(default)]
    declined: bool,
    came: Option<Day>,
}

/// Compares how an invitation stands.
pub fn check_invitation(case: &Case) -> Result<(), Failure> {
    let given: Invited = case.given()?;
    let facts = invitation::Facts {
        until: given.until.0,
        declined: given.declined,
        came: given.came.map(|day| day.0),
    };
    let state = invitation::state(facts, case.on()?);
    let word = match state {
        State::Open => "open",
        State::Declined => "declined",
        State::Came(_) => "came",
        State::Over => "over",
    };
    case.expects(&json!({ "state": word, "may_answer": invitation::answers(state) }))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Aged {
    age: u32,
}

/// Compares what is in a check-up.
pub fn check_content(case: &Case) -> Result<(), Failure> {
    let given: Aged = case.given()?;
    let codes = |tests: &[Test]| tests.iter().map(|test| test.code()).collect::<Vec<_>>();
    let said = match content(given.age, case.on()?, case.today()) {
        Ok(found) => {
            let mut said = based(&found.basis);
            said["always"] = json!(codes(found.value.always));
            said["by_risk"] = json!(codes(found.value.by_risk));
            said
        }
        Err(NotKnown::Child) => json!({ "problem": "child", "always": null }),
        Err(NotKnown::NoData(no_data)) => {
            let known = no_data.known.map(|entry| entry.value.to_string());
            json!({ "problem": format!("no data: {}", no_data.why), "always": null, "known": known })
        }
    };
    case.expects(&said)
}
