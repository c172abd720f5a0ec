//! NM: templates, read, filled, measured and compared. NG: whether a text is a published one.

use domain::coded::Code;
use domain::language::Language;
use domain::message_check::Problem;
use domain::money::Money;
use domain::notification::genuine::{Difference, Known, Looked, Verdict, look};
use domain::notification::template::{
    Alteration, Declared, Lint, PartKind, RenderError, Tariff, Template, Text, Type, Value as Filled,
    alterations, diff, latin, lint, measure, parse, per_thousand, render, saving,
};
use domain::notification::{Channel, Sender, Subject};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::patient::code;
use crate::case::{Case, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    text: String,
    #[serde(default = "approved")]
    subject: String,
    sender: Option<String>,
    #[serde(default = "sms")]
    channel: String,
    language: Option<String>,
    /// Names and values; true and false for flags.
    values: Option<Map<String, Value>>,
    /// The version in use.
    old: Option<String>,
    /// Words of the text are repeated so often.
    #[serde(default = "once")]
    times: usize,
}

fn approved() -> String {
    "protocol.approved".to_owned()
}

fn sms() -> String {
    "sms".to_owned()
}

fn once() -> usize {
    1
}

/// The placeholders of all cases.
fn declared() -> Vec<Declared> {
    let names = [
        ("person", Type::Name),
        ("for_other", Type::Flag),
        ("number", Type::Number),
        ("valid_to", Type::Day),
        ("day", Type::Day),
        ("time", Type::Time),
        ("place", Type::Office),
        ("code", Type::Code),
        ("portal", Type::Portal),
        ("device", Type::Device),
        ("contact", Type::Contact),
    ];
    names.map(|(name, kind)| Declared::new(name, kind)).to_vec()
}

fn read(text: &str) -> Result<Template, Failure> {
    parse(text).map_err(|error| Failure::Malformed(format!("{error:?}")))
}

fn filled(template: &Template, declared: &[Declared], values: &Map<String, Value>) -> Value {
    let value = |value: &Value| match value {
        Value::Bool(flag) => Filled::Flag(*flag),
        other => Filled::Text(other.as_str().unwrap_or_default().to_owned()),
    };
    let values: Vec<(&str, Filled)> =
        values.iter().map(|(name, given)| (name.as_str(), value(given))).collect();
    let error = |error: &RenderError| format!("{} {}", error.problem.code(), error.name);
    match render(template, declared, &values) {
        Ok(text) => json!({ "text": text, "errors": [] }),
        Err(errors) => json!({ "text": null, "errors": errors.iter().map(error).collect::<Vec<_>>() }),
    }
}

/// Compares what a template is, what it comes to, and what is wrong with it.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let text = given.text.repeat(given.times);
    let template = match parse(&text) {
        Ok(template) => template,
        Err(error) => {
            return case.expects(&json!({ "unreadable": error.problem.code(), "at": error.at }));
        }
    };
    let subject = code::<Subject>(&given.subject)?;
    let declared = declared();
    let language = given.language.as_deref().map_or(Ok(Language::Bg), code::<Language>)?;
    let channel = code::<Channel>(&given.channel)?;
    let sender = given.sender.as_deref().map_or(Ok(subject.sender()), code::<Sender>)?;
    let measured = measure(&template, &declared, language);
    let saved = saving(&template, &declared, language).ok().flatten();
    let tariff = Tariff { sms: Money::euro(45_00), viber: Money::euro(20_00) };
    let cost =
        measured.as_ref().ok().and_then(|measured| per_thousand(measured, channel, tariff).ok().flatten());
    let lints = lint(&Text { template: &template, declared: &declared, subject, sender, channel, language });
    let mut said = json!({
        "unreadable": null,
        "written": template.to_string(),
        "names": template.names(),
        "parts": measured.as_ref().ok().map(domain::notification::template::Measure::parts),
        "latin": latin(&template, language).map(|latin| latin.to_string()),
        "latin_parts": saved.as_ref().map(|saved| saved.after),
        "cost": cost.map(|cost| cost.map(|cost| cost.to_string())),
        "lints": lints.iter().map(|lint| match lint {
            Lint::Content(finding) => format!("content {}", finding.problem.code()),
            Lint::Medical { span } => format!("medical {}", &template.to_string()[span.clone()]),
            Lint::Revealing { name } | Lint::Code { name } => format!("{} {name}", lint.code().code()),
            Lint::Render(error) => format!("{} {}", error.problem.code(), error.name),
            Lint::TooLong { by } => format!("too_long {by}"),
            Lint::SeveralParts { parts } => format!("several_parts {parts}"),
            Lint::Sender | Lint::Channel => lint.code().code().to_owned(),
        }).collect::<Vec<_>>(),
        "blocked": lints.iter().any(Lint::blocks),
        "filled": filled(&template, &declared, &given.values.unwrap_or_default()),
        "breaks": null,
        "diff": null,
    });
    if let Some(old) = &given.old {
        let before = read(old)?;
        let broken = alterations((&before, &declared), (&template, &declared));
        let name = |alteration: &Alteration| match alteration {
            Alteration::Added { name, .. } => format!("added {name}"),
            Alteration::Removed { name } => format!("removed {name}"),
            Alteration::Retyped { name, .. } => format!("retyped {name}"),
            Alteration::Mandatory { name } => format!("mandatory {name}"),
            Alteration::Optional { name } => format!("optional {name}"),
        };
        said["breaks"] = broken.iter().map(name).collect();
        let sign = |kind| match kind {
            PartKind::Same => "=",
            PartKind::Removed => "-",
            PartKind::Added => "+",
        };
        let parts = diff(old, &text);
        said["diff"] = parts.iter().map(|part| format!("{}{}", sign(part.kind), part.text)).collect();
    }
    case.expects(&said)
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pasted {
    text: String,
    /// Published templates with their subjects.
    known: Vec<(String, String)>,
    #[serde(default)]
    portals: Vec<String>,
}

/// Compares what is said of a pasted text.
pub fn check_genuine(case: &Case) -> Result<(), Failure> {
    let pasted: Pasted = case.given()?;
    let templates = pasted
        .known
        .iter()
        .map(|(subject, text)| code::<Subject>(subject).and_then(|_| Ok((declared(), read(text)?))))
        .collect::<Result<Vec<_>, Failure>>()?;
    let known: Vec<Known<'_>> =
        templates.iter().map(|(declared, template)| Known { template, declared }).collect();
    let portals: Vec<&str> = pasted.portals.iter().map(String::as_str).collect();
    let Looked { verdict, never, values, mixed } = look(&pasted.text, &known, &portals);
    let (answer, like) = match &verdict {
        Verdict::Empty => ("empty", None),
        Verdict::TooLong => ("too_long", None),
        Verdict::NeverSent { like } => ("never_sent", *like),
        Verdict::Matches { template } => ("matches", Some(*template)),
        Verdict::Differs { template, .. } => ("differs", Some(*template)),
        Verdict::None => ("none", None),
    };
    let differences = match &verdict {
        Verdict::Differs { differences, .. } => differences.as_slice(),
        _ => &[],
    };
    let problem = |problem: Problem| problem.code();
    case.expects(&json!({
        "answer": answer,
        "like": like.map(|place| pasted.known[place].0.as_str()),
        "differences": differences.iter().map(|one| match one {
            Difference::Extra { span } => format!("+{}", &pasted.text[span.clone()]),
            Difference::Missing { words, .. } => format!("-{words}"),
        }).collect::<Vec<_>>(),
        "never": never.iter().map(|finding| problem(finding.problem)).collect::<Vec<_>>(),
        "values": values.iter().map(|(name, span)| format!("{name}: {}", &pasted.text[span.clone()])).collect::<Vec<_>>(),
        "mixed": mixed.iter().map(|span| &pasted.text[span.clone()]).collect::<Vec<_>>(),
    }))
}
