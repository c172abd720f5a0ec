//! DR: by when a request about one's own data is answered.

use domain::coded::Code;
use domain::data_right::clock::{Course, NoClock, clock};
use domain::insurance::System;
use serde::Deserialize;
use serde_json::json;

use super::patient::code;
use super::telk::status;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    #[serde(default = "bulgaria")]
    system: String,
    received: Day,
    extended: Option<Day>,
    answered: Option<Day>,
}

fn bulgaria() -> String {
    System::Bulgaria.code().to_owned()
}

/// Compares the days of the clock, and where it stands.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let course = Course {
        system: code::<System>(&given.system)?,
        received: given.received.0,
        extended: given.extended.map(|day| day.0),
        answered: given.answered.map(|day| day.0),
    };
    case.expects(&match clock(&course, case.today()) {
        Err(problem) => json!({ "due": null, "problem": named(&problem) }),
        Ok(said) => json!({
            "problem": null,
            "first": said.first.by.day.to_string(),
            "due": said.due.by.day.to_string(),
            "moved_from": said.due.moved_from.map(|day| day.to_string()),
            "calendar": said.due.by.certainty.code(),
            "extension": said.extension.code(),
            "standing": said.standing.code(),
            "status": status(&said.basis),
        }),
    })
}

fn named(problem: &NoClock) -> String {
    match problem {
        NoClock::Rule(no_data) => no_data.why.to_string(),
        NoClock::OutOfOrder => "out_of_order".to_owned(),
        NoClock::Calendar(_) | NoClock::OutOfCalendar => "out_of_calendar".to_owned(),
    }
}
