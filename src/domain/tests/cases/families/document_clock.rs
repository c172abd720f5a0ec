//! T23: the authority's clock. T24: the patient's own.

use domain::coded::{Code, Coded};
use domain::document::clock::{
    Authority, Case as Asked, Due, Facts, How, Limit, Origin, OwnDate, Request, State, StatedLimit, Unit,
    What, authority, own,
};
use domain::document::{Dates, EventKind, Kind, Left, Paper, Recorded, ReferralTo, Status};
use domain::moment::{Moment, Zone};
use domain::paperwork::NoDeadline;
use domain::validity;
use serde::Deserialize;
use serde_json::{Value, json};

use super::patient::code;
use super::visit::based;
use crate::case::{Case, Day, Failure};

/// An event: status after, when, and status before where that matters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    to: String,
    at: String,
    from: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stated {
    day: Option<Day>,
    days: Option<u32>,
    unit: Option<String>,
    basis: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asking {
    practice: String,
    paper: String,
    asked: String,
    #[serde(default)]
    contract: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    kind: String,
    events: Vec<Event>,
    status: Option<String>,
    stated: Option<Stated>,
    request: Option<Asking>,
    zone: Option<String>,
}

/// Events in the order in which they are written, which is that of their arrival.
fn recorded(events: &[Event]) -> Result<Vec<Recorded>, Failure> {
    let moment = |text: &str| match domain::rules::day::parse(text) {
        Some(day) => Ok(Moment::Day(day)),
        None => match chrono::DateTime::parse_from_rfc3339(text) {
            Ok(at) => Ok(Moment::Instant(at.to_utc())),
            Err(_) => Err(Failure::malformed("`at` is neither a day nor an instant")),
        },
    };
    let event = |(index, event): (usize, &Event)| {
        Ok(Recorded {
            kind: EventKind::from_code("test.event"),
            from: event.from.as_deref().map(Status::from_code),
            to: Status::from_code(&event.to),
            at: moment(&event.at)?,
            sequence: index as u64,
        })
    };
    events.iter().enumerate().map(event).collect()
}

fn limit(stated: &Stated) -> Result<StatedLimit, Failure> {
    let limit = match (stated.day, stated.days, &stated.unit) {
        (Some(day), None, None) => Limit::Day(day.0),
        (None, Some(days), Some(unit)) => Limit::Term { days, unit: code::<Unit>(unit)? },
        _ => return Err(Failure::malformed("`stated` is `day`, or `days` and `unit`")),
    };
    Ok(StatedLimit { limit, basis: stated.basis.as_deref().map(Code::from_code) })
}

/// Compares the authority's clock. A status that is not given is the one the newest event led to.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let events = recorded(&given.events)?;
    let zone = given.zone.as_deref().map_or(Ok(Zone::Sofia), code)?;
    let newest = domain::document::latest(&events, zone).cloned();
    let status =
        given.status.as_deref().map(Status::from_code).or(newest).unwrap_or(Coded::Known(Status::Registered));
    let kind = Kind::from_code(&given.kind);
    let stated = given.stated.as_ref().map(limit).transpose()?;
    let request = match &given.request {
        Some(asked) => Some(Request {
            practice: &asked.practice,
            paper: code(&asked.paper)?,
            asked: code(&asked.asked)?,
            contract: asked.contract,
        }),
        None => None,
    };
    let asked =
        Asked { kind: &kind, status: &status, events: &events, stated: stated.as_ref(), request, zone };
    case.expects(
        &authority(&asked, case.today()).map_or_else(|| json!({ "clock": false }), |clock| told(&clock)),
    )
}

fn told(clock: &Authority) -> Value {
    let (state, on) = match clock.state {
        State::Running => ("running", None),
        State::Paused { since } => ("paused", Some(since)),
        State::Stopped { on } => ("stopped", Some(on)),
    };
    let pauses: Vec<String> = clock
        .pauses
        .iter()
        .map(|pause| format!("{} to {}", pause.from, pause.to.map_or("now".to_owned(), |to| to.to_string())))
        .collect();
    let mut said = match &clock.due {
        Due::NotKnown => json!({ "due": "not known" }),
        Due::On { day, left, origin, certainty } => {
            let mut said = origin_of(origin);
            said["due"] = json!(day.to_string());
            said["left"] = json!(days(*left));
            said["calendar"] = json!(certainty.map(Code::code));
            said
        }
        Due::AfterPause { days, unit, origin } => {
            let mut said = origin_of(origin);
            said["due"] = json!(format!("{days} {} days after the pause", unit.code()));
            said
        }
        Due::NoDayPromised { term, origin } => {
            let mut said = origin_of(origin);
            said["due"] = json!(term.to_string());
            said
        }
        Due::NoRule(why) => json!({ "due": match why {
            NoDeadline::OtherPractice => "other practice".to_owned(),
            NoDeadline::NoContract => "no contract".to_owned(),
            other => format!("{other:?}"),
        } }),
        Due::NotCounted { .. } => json!({ "due": "not counted" }),
    };
    said["counted"] = json!(clock.counting.map(|counting| {
        let limit = match counting.limit {
            Limit::Day(_) => "that day".to_owned(),
            Limit::Term { days, unit } => format!("{days} {} days from {}", unit.code(), counting.from),
        };
        if counting.without_pauses { format!("{limit} without pauses") } else { limit }
    }));
    said["clock"] = json!(true);
    said["from"] = json!(clock.from.to_string());
    said["state"] = json!(state);
    said["on"] = json!(on.map(|day| day.to_string()));
    said["pauses"] = json!(pauses);
    said["calendar_days"] = json!(clock.calendar_days);
    said["working_days"] = json!(clock.working_days);
    said["unclear"] = json!(clock.unclear);
    said
}

fn origin_of(origin: &Origin) -> Value {
    match origin {
        Origin::Stated(basis) => json!({ "origin": "stated", "basis": basis.as_ref().map(Coded::code) }),
        Origin::Rule(basis) => {
            let mut said = based(basis);
            said["origin"] = json!("rule");
            said
        }
    }
}

/// Days left; below zero the days since it was over.
fn days(left: Left) -> i64 {
    match left {
        Left::Days(days) => days,
        Left::Over(days) => -days,
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Held {
    kind: String,
    status: String,
    issued: Option<Day>,
    valid_to: Option<Day>,
    use_until: Option<Day>,
    appeal_until: Option<Day>,
    basis: Option<String>,
    referral: Option<String>,
    prescription: Option<String>,
    medical_document: Option<Day>,
    hearing: Option<Day>,
}

/// Compares the patient's own clock.
pub fn check_own(case: &Case) -> Result<(), Failure> {
    let given: Held = case.given()?;
    let (kind, status) = (Kind::from_code(&given.kind), Status::from_code(&given.status));
    let referral = given.referral.as_deref().map(ReferralTo::from_code);
    let prescription = given.prescription.as_deref().map(validity::Kind::from_code);
    let basis = given.basis.as_deref().map(Code::from_code);
    let day = |day: Option<Day>| day.map(|day| day.0);
    let facts = Facts {
        paper: Paper {
            kind: &kind,
            issued: day(given.issued),
            stated: day(given.valid_to),
            referral: referral.as_ref(),
            prescription: prescription.as_ref(),
        },
        status: &status,
        dates: Dates {
            valid_to: day(given.valid_to),
            use_until: day(given.use_until),
            appeal_until: day(given.appeal_until),
        },
        use_basis: basis.as_ref(),
        appeal_basis: basis.as_ref(),
        medical_document: day(given.medical_document),
        hearing: day(given.hearing),
    };
    let dates = own(&facts, case.today());
    let mut said = json!({});
    for (name, what) in [
        ("valid", What::Valid),
        ("use", What::Use),
        ("appeal", What::Appeal),
        ("apply_again", What::ApplyAgain),
        ("counts_for_telk", What::CountsForTelk),
        ("hearing", What::Hearing),
    ] {
        said[name] = dates.iter().find(|date| date.what == what).map_or(Value::Null, one);
    }
    case.expects(&said)
}

/// `2026-12-07, 15 left, stated (written)`, `…, by rule from 2026-11-02`, `ask regional_fund`.
fn one(date: &OwnDate) -> Value {
    let Some((day, left)) = date.day else {
        let How::NotKnown(ask) = &date.how else { return json!("no day, and nobody to ask") };
        return json!(format!("ask {}", ask.code()));
    };
    let rule = date.rule.map(|rule| format!("rule {} from {}", rule.day, rule.from)).unwrap_or_default();
    let how = match &date.how {
        How::Stated(Some(basis)) => format!("stated ({})", basis.code()),
        How::Stated(None) => "stated".to_owned(),
        How::ByRule => "by rule".to_owned(),
        How::NotKnown(_) => "not known".to_owned(),
    };
    let parts = [format!("{day}, {} left, {how}", days(left)), rule];
    json!(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; "))
}
