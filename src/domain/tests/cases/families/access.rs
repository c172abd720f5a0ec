//! The four families `access_…`: access of one person to another's documents.

use chrono::{DateTime, Utc};
use domain::access::{
    About, Action, Basis, Code as InvitationCode, Grant, Holder, Kinds, Owner, Proxy, Refusal, Scope, Scopes,
    Side, Stage, State, Step, allowed, effective, next_attempt, notice, stage, state, transitions, upcoming,
};
use domain::coded::{Code, Coded};
use domain::document::{Kind, Status};
use domain::insurance::System;
use domain::moment::Zone;
use serde::Deserialize;
use serde_json::json;

use super::patient::code;
use crate::case::{Case, Day, Failure};

/// An instant with offset.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
pub struct At(pub DateTime<Utc>);

impl TryFrom<String> for At {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        DateTime::parse_from_rfc3339(&text).map(|at| Self(at.to_utc())).map_err(|error| error.to_string())
    }
}

/// Scopes by their codes.
pub fn scopes(codes: &[String]) -> Result<Scopes, Failure> {
    codes.iter().map(|text| code::<Scope>(text)).collect()
}

/// Kinds by their codes; all, if none are given.
pub fn kinds(codes: Option<&Vec<String>>) -> Result<Kinds, Failure> {
    let Some(codes) = codes else { return Ok(Kinds::All) };
    Ok(Kinds::Only(codes.iter().map(|text| code::<Kind>(text)).collect::<Result<_, _>>()?))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    action: String,
    /// One's own, at this stage of life; else a proxy's.
    own: Option<String>,
    #[serde(default)]
    scopes: Vec<String>,
    kinds: Option<Vec<String>>,
    state: Option<String>,
    kind: Option<String>,
    status: Option<String>,
    #[serde(default)]
    hidden: bool,
    basis: Option<String>,
}

/// Compares what is allowed.
pub fn check_action(case: &Case) -> Result<(), Failure> {
    let asked: Asked = case.given()?;
    let standing = match asked.state.as_deref() {
        None | Some("active") => State::Active,
        Some("invited") => State::Invited { open_until: DateTime::UNIX_EPOCH },
        Some("expired") => State::Expired,
        Some("revoked") => State::Revoked { by: Side::Giver },
        Some("ended_by_age") => State::EndedByAge,
        Some("declined") => State::Declined,
        Some(_) => return Err(Failure::malformed("unknown `state`")),
    };
    let who = match asked.own.as_deref() {
        Some(stage) => Holder::Own(code::<Stage>(stage)?),
        None => Holder::Proxy(Proxy {
            scopes: scopes(&asked.scopes)?,
            kinds: kinds(asked.kinds.as_ref())?,
            state: standing,
        }),
    };
    let (kind, status) =
        (asked.kind.as_deref().map(Kind::from_code), asked.status.as_deref().map(Status::from_code));
    let about = About {
        kind: kind.as_ref(),
        status: status.as_ref(),
        hidden: asked.hidden,
        basis: asked.basis.as_deref().map(code::<Basis>).transpose()?,
    };
    let said = allowed(code::<Action>(&asked.action)?, &who, about);
    let (scope, from) = match said {
        Err(Refusal::ScopeMissing(scope)) => (Some(scope.code()), None),
        Err(Refusal::TooYoung(stage)) => (None, Some(stage.code())),
        _ => (None, None),
    };
    case.expects(&json!({
        "allowed": said.is_ok(),
        "why": said.err().map(Refusal::code),
        "scope": scope,
        "from": from,
    }))
}

/// A system by its code; Bulgaria, if none is given.
pub fn system(text: Option<&String>) -> Option<System> {
    match System::from_code(text.map_or("bulgaria", String::as_str)) {
        Coded::Known(system) => Some(system),
        Coded::Unknown(_) => None,
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Aged {
    system: Option<String>,
    born: Option<Day>,
}

/// Compares the stage on the day the case is about, and all transitions.
pub fn check_age(case: &Case) -> Result<(), Failure> {
    let aged: Aged = case.given()?;
    let system = system(aged.system.as_ref());
    let born = aged.born.map(|day| day.0);
    let ahead = born.into_iter().flat_map(|born| transitions(system, born));
    let ahead: Vec<_> =
        ahead.map(|transition| format!("{} {}", transition.day, transition.stage.code())).collect();
    case.expects(&json!({
        "stage": stage(system, born, case.on().unwrap_or_else(|_| case.today())).code(),
        "transitions": ahead,
    }))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Granted {
    system: Option<String>,
    born: Option<Day>,
    zone: Option<String>,
    basis: String,
    scopes: Vec<String>,
    given: At,
    until: Option<Day>,
    agreed: Option<At>,
    /// An invitation whose code is open until then.
    open_until: Option<At>,
    revoked_by: Option<String>,
    #[serde(default)]
    declined: bool,
    now: At,
}

/// Compares state, reach, what comes and what is announced.
pub fn check_grant(case: &Case) -> Result<(), Failure> {
    let given: Granted = case.given()?;
    let zone = given.zone.as_deref().map_or(Ok(Zone::Sofia), code::<Zone>)?;
    let owner = Owner { system: system(given.system.as_ref()), born: given.born.map(|day| day.0), zone };
    let step = match (&given.open_until, &given.revoked_by, given.declined) {
        (None, None, false) => Step::Given,
        (Some(open_until), None, false) => Step::Invited { open_until: open_until.0 },
        (None, Some(by), false) => Step::Revoked { by: code::<Side>(by)? },
        (None, None, true) => Step::Declined,
        _ => return Err(Failure::malformed("one of `open_until`, `revoked_by`, `declined`")),
    };
    let grant = Grant {
        basis: code::<Basis>(&given.basis)?,
        scopes: scopes(&given.scopes)?,
        given: given.given.0,
        until: given.until.map(|day| day.0),
        agreed: given.agreed.map(|at| at.0),
        step,
    };
    let now = given.now.0;
    let reach = effective(&grant, owner, now);
    let ahead = upcoming(&grant, owner, now);
    let told = notice(&grant, owner, now);
    case.expects(&json!({
        "state": state(&grant, owner, now).code().code(),
        "scopes": reach.scopes.iter().map(Code::code).collect::<Vec<_>>(),
        "narrowed": reach.narrowed,
        "ahead": ahead.iter().map(|next| format!("{} {}", next.day, next.what.code())).collect::<Vec<_>>(),
        "next_at": ahead.first().map(|next| next.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
        "notices": told
            .iter()
            .map(|told| format!("{} lead {} in {}", told.change.what.code(), told.lead, told.days))
            .collect::<Vec<_>>(),
    }))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    text: Option<String>,
    random: Option<Vec<u8>>,
    wrong: Option<Vec<At>>,
    now: Option<At>,
}

/// Compares what is read of a typed code, what random bytes make, and when one may try again.
pub fn check_code(case: &Case) -> Result<(), Failure> {
    let typed: Typed = case.given()?;
    let made = match (typed.text, typed.random, typed.wrong, typed.now) {
        (Some(text), None, None, None) => InvitationCode::parse(&text),
        (None, Some(bytes), None, None) => InvitationCode::of_random(bytes),
        (None, None, Some(wrong), Some(now)) => {
            let wrong: Vec<_> = wrong.into_iter().map(|at| at.0).collect();
            let next = next_attempt(&wrong, now.0).err();
            let next = next.map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true));
            return case.expects(&json!({ "wait_until": next }));
        }
        _ => return Err(Failure::malformed("one of `text`, `random`, `wrong` with `now`")),
    };
    case.expects(&json!({ "code": made.map(|code| code.to_string()) }))
}
