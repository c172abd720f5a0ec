//! T20b: channels of Kazakhstan and Altai. CB: terms of complaints in Bulgaria.

use domain::coded::Code;
use domain::complaint::altai::levels;
use domain::complaint::bulgaria::{Matter, NoTerm, admission, decided_by};
use domain::complaint::kazakhstan::{Channel, Draft, Topic, Verdict, share, submit};
use serde::Deserialize;
use serde_json::{Value, json};

use super::patient::code;
use super::telk::status;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
enum Given {
    #[serde(rename = "complaint")]
    Complaint(Complaint),
    #[serde(rename = "topic")]
    Topic(String),
    #[serde(rename = "channel")]
    Channel(String),
    #[serde(rename = "altai")]
    Altai {},
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Complaint {
    channel: String,
    #[serde(default)]
    matter: String,
    #[serde(default)]
    region: String,
    #[serde(default)]
    organisation: String,
    #[serde(default = "yes")]
    clinic_tried: bool,
}

const fn yes() -> bool {
    true
}

fn percent(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Compares what a channel does with a complaint, or how many used it.
pub fn check(case: &Case) -> Result<(), Failure> {
    case.expects(&match case.given()? {
        Given::Complaint(given) => {
            let draft = Draft {
                matter: &given.matter,
                region: &given.region,
                organisation: &given.organisation,
                clinic_tried: given.clinic_tried,
            };
            let answer = submit(code::<Channel>(&given.channel)?, &draft);
            let (verdict, field) = match answer.verdict {
                Verdict::Accepted => ("accepted", None),
                Verdict::Rejected(field) => ("rejected", Some(field)),
                Verdict::NextPrompt(field) => ("next_prompt", Some(field)),
            };
            json!({
                "verdict": verdict,
                "field": field.map(Code::code),
                "hint": answer.clinic_first.then_some("clinic_first"),
            })
        }
        Given::Topic(topic) => {
            let topic = code::<Topic>(&topic)?;
            let number = topic.number();
            json!({
                "category": topic.category(),
                "number": number.map(domain::complaint::kazakhstan::Number::value),
                "percent": number.map(|number| percent(share(number))),
            })
        }
        Given::Channel(channel) => {
            let channel = code::<Channel>(&channel)?;
            let number = channel.number();
            json!({
                "required": channel.required().iter().map(|field| field.code()).collect::<Vec<_>>(),
                "optional": channel.optional().iter().map(|field| field.code()).collect::<Vec<_>>(),
                "gives_number": channel.gives_number(),
                "always_open": channel.is_always_open(),
                "number": number.map(domain::complaint::kazakhstan::Number::value),
                "percent": number.map(|number| percent(share(number))),
            })
        }
        Given::Altai {} => match levels(case.on()?, case.today()) {
            Err(no_data) => json!({ "levels": null, "problem": no_data.why.to_string() }),
            Ok((levels, basis, conflict)) => json!({
                "levels": levels.iter().map(|level| level.code()).collect::<Vec<_>>(),
                "rule": basis.rule,
                "status": status(&basis),
                "conflict": conflict.code(),
                "problem": null,
            }),
        },
    })
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenTerm {
    matter: String,
    filed: Day,
    #[serde(default)]
    anonymous: bool,
    violated: Option<Day>,
}

/// Compares by when something is decided, and whether it is looked into.
pub fn check_term(case: &Case) -> Result<(), Failure> {
    let given: GivenTerm = case.given()?;
    let (filed, today) = (given.filed.0, case.today());
    let named = |problem: NoTerm| match problem {
        NoTerm::Rule(no_data) => no_data.why.to_string(),
        NoTerm::OutOfCalendar => "out_of_calendar".to_owned(),
    };
    let mut said = match decided_by(code::<Matter>(&given.matter)?, filed, today) {
        Err(problem) => json!({ "by": null, "problem": named(problem) }),
        Ok(decided) => json!({
            "by": decided.by.to_string(),
            "told_by": decided.told_by.map(|day| day.to_string()),
            "at_the_latest": decided.at_the_latest.map(|day| day.to_string()),
            "confidence": decided.basis.confidence.code(),
            "status": status(&decided.basis),
            "problem": null,
        }),
    };
    let admission = admission(given.anonymous, given.violated.map(|day| day.0), filed, today);
    said["admission"] = admission.map_or(Value::Null, |(admission, _)| json!(admission.code()));
    case.expects(&said)
}
