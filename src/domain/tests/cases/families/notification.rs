//! NE, NQ, NT, NV: which events are told, when messages go out, whether they are still true, and codes for contacts.

use chrono::{DateTime, NaiveTime, Utc};
use domain::coded::Code;
use domain::document::EventKind;
use domain::moment::Zone;
use domain::notification::verification::Challenge;
use domain::notification::{
    Fact, Later, Outdated, ProofCode, Quiet, Subject, Tried, Turn, Urgency, announced, release, still_true,
};
use serde::Deserialize;
use serde_json::json;

use super::access::At;
use super::patient::code;
use crate::case::{Case, Day, Failure};

/// An instant as it stands in the cases.
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Happened {
    event: String,
}

/// Compares what is told of an event of a document, and by whom.
pub fn check_event(case: &Case) -> Result<(), Failure> {
    let event = code::<EventKind>(&case.given::<Happened>()?.event)?;
    let said = announced(event);
    let subject = said.ok();
    case.expects(&json!({
        "subject": subject.map(Code::code),
        "silence": said.err().map(Code::code),
        "sender": subject.map(|subject| subject.sender().code()),
        "urgency": subject.map(|subject| subject.urgency().code()),
    }))
}

/// Quiet hours, `HH:MM`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    from: String,
    to: String,
    #[serde(default)]
    action: bool,
}

impl Hours {
    /// As the rules know them.
    pub fn quiet(&self) -> Result<Quiet, Failure> {
        let time = |text: &str| {
            NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| Failure::malformed("a time is no time"))
        };
        Ok(Quiet { from: time(&self.from)?, to: time(&self.to)?, action: self.action })
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Waiting {
    quiet: Hours,
    urgency: String,
    zone: String,
    asked: At,
}

/// Compares when a message goes out.
pub fn check_quiet(case: &Case) -> Result<(), Failure> {
    let asked: Waiting = case.given()?;
    let zone = code::<Zone>(&asked.zone)?;
    let said = release(asked.asked.0, code::<Urgency>(&asked.urgency)?, Some(&asked.quiet.quiet()?), zone);
    case.expects(&json!({
        "at": instant(said.at),
        "clock": zone.local(said.at).format("%Y-%m-%d %H:%M").to_string(),
        "held": said.held,
    }))
}

/// What happened later.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaterGiven {
    at: At,
    /// A subject; withdrawn, if there is none.
    news: Option<String>,
}

/// As the rules know it.
pub fn later(given: &[LaterGiven]) -> Result<Vec<Later>, Failure> {
    let one = |later: &LaterGiven| {
        let turn = later
            .news
            .as_deref()
            .map_or(Ok(Turn::Withdrawn), |news| code::<Subject>(news).map(Turn::News))?;
        Ok(Later { at: later.at.0, turn })
    };
    given.iter().map(one).collect()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    subject: String,
    at: At,
    day: Option<Day>,
    zone: Option<String>,
    #[serde(default)]
    later: Vec<LaterGiven>,
    now: At,
}

/// Compares whether a message is still true.
pub fn check_truth(case: &Case) -> Result<(), Failure> {
    let told: Told = case.given()?;
    let fact = Fact {
        subject: code(&told.subject)?,
        at: told.at.0,
        day: told.day.map(|day| day.0),
        zone: told.zone.as_deref().map_or(Ok(Zone::Sofia), code::<Zone>)?,
    };
    let said = still_true(&fact, &later(&told.later)?, told.now.0).err();
    let (by, since) = match said {
        None => (None, None),
        Some(Outdated::Replaced { by, at }) => (Some(by.code()), Some(at)),
        Some(Outdated::Withdrawn { at } | Outdated::Over { since: at }) => (None, Some(at)),
    };
    case.expects(&json!({
        "true": said.is_none(),
        "why": said.map(|why| why.code().code()),
        "by": by,
        "since": since.map(instant),
    }))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    code: Option<String>,
    #[serde(default)]
    sent: Vec<At>,
    #[serde(default)]
    wrong: Vec<At>,
    #[serde(default)]
    text: String,
    now: At,
}

/// Compares what typing a code comes to, and when another may be sent.
pub fn check_code(case: &Case) -> Result<(), Failure> {
    let typed: Typed = case.given()?;
    let instants = |list: &[At]| list.iter().map(|at| at.0).collect();
    let challenge = Challenge {
        code: typed.code.as_deref().and_then(ProofCode::parse),
        sent: instants(&typed.sent),
        wrong: instants(&typed.wrong),
    };
    let (tried, left, since) = match challenge.try_code(&typed.text, typed.now.0) {
        Tried::Right => ("right", None, None),
        Tried::Wrong { left } => ("wrong", Some(left), None),
        Tried::NoCode => ("no_code", None, None),
        Tried::Lapsed { since } => ("lapsed", None, Some(since)),
        Tried::NoneSent => ("none_sent", None, None),
        Tried::Locked { until } => ("locked", None, Some(until)),
    };
    case.expects(&json!({
        "tried": tried,
        "left": left,
        "since": since.map(instant),
        "send_from": challenge.may_send(typed.now.0).err().map(instant),
    }))
}
