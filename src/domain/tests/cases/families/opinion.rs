//! T13a, T13b: opinions to a practice.

use domain::coded::Code;
use domain::opinion::{Channel, Course, Entry, NoTimeline, Reply, Sender, Stage, lacking, reply, timeline};
use serde::Deserialize;
use serde_json::{Value, json};

use super::paperwork::chobanova;
use super::patient::code;
use super::telk::status;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    registered: Day,
    reviewed: Option<Day>,
    answered: Option<Day>,
    #[serde(default = "chobanova")]
    practice: String,
}

/// Compares the days of review and answer.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let course = Course {
        practice: &given.practice,
        registered: given.registered.0,
        reviewed: given.reviewed.map(|day| day.0),
        answered: given.answered.map(|day| day.0),
    };
    case.expects(&match timeline(&course, case.today()) {
        Err(problem) => json!({ "problem": named(&problem) }),
        Ok(said) => json!({
            "problem": null,
            "review_by": said.review_by.to_string(),
            "reviewed_late": said.reviewed_late,
            "answer_by": said.answer_by.to_string(),
            "standing": said.standing.code(),
            "rules": [said.review.rule, said.answer.rule],
            "status": status(&said.review),
        }),
    })
}

fn named(problem: &NoTimeline) -> String {
    match problem {
        NoTimeline::OtherPractice => "other_practice".to_owned(),
        NoTimeline::OutOfOrder => "out_of_order".to_owned(),
        NoTimeline::Rule(no_data) => no_data.why.to_string(),
        NoTimeline::OutOfCalendar => "out_of_calendar".to_owned(),
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
enum GivenReply {
    #[serde(rename = "opinion")]
    Opinion(Opinion),
    #[serde(rename = "journal")]
    Journal(Row),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a field that is filled in or not")]
struct Opinion {
    #[serde(default = "site_form")]
    channel: String,
    #[serde(default)]
    name: bool,
    #[serde(default)]
    address: bool,
    #[serde(default)]
    phone: bool,
    #[serde(default)]
    email: bool,
    #[serde(default = "yes")]
    wants_answer: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    received: Option<Day>,
    #[serde(default)]
    submitter: String,
    #[serde(default)]
    topic: String,
    answered: Option<Day>,
    stage: String,
}

fn site_form() -> String {
    Channel::SiteForm.code().to_owned()
}

const fn yes() -> bool {
    true
}

/// Compares whether an opinion is answered, or what an entry of the journal lacks.
pub fn check_reply(case: &Case) -> Result<(), Failure> {
    case.expects(&match case.given()? {
        GivenReply::Opinion(opinion) => {
            // Every channel leads into the journal, so to be a channel is to be registered.
            let channel = code::<Channel>(&opinion.channel)?;
            let Opinion { name, address, phone, email, wants_answer, .. } = opinion;
            let reply = reply(Sender { name, address, phone, email }, wants_answer);
            json!({
                "registered": Channel::ALL.contains(&channel),
                "answered": reply == Reply::Due,
                "reply": reply.code(),
            })
        }
        GivenReply::Journal(row) => {
            let entry = Entry {
                received: row.received.map(|day| day.0),
                submitter: &row.submitter,
                topic: &row.topic,
                answered: row.answered.map(|day| day.0),
            };
            let lacking = lacking(&entry, code::<Stage>(&row.stage)?);
            let codes: Vec<_> = lacking.iter().map(|column| column.code()).collect();
            json!({ "valid": lacking.is_empty(), "lacking": Value::from(codes) })
        }
    })
}
