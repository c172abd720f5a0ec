//! NP: who gets which message, by which channel, when; who does not, and why not.

use chrono::{DateTime, Utc};
use domain::access::{Basis, Grant, Kinds, Owner, Side, Step};
use domain::coded::{Code, Coded};
use domain::document::Kind;
use domain::language::Language;
use domain::moment::Zone;
use domain::notification::verification::Challenge;
use domain::notification::{
    Address, Candidate, Cell, Channel, Contact, Fallback, Occurrence, Outcome, Plan, Preferences, Proof,
    Reach, Standing, Stop, Subject, What, Wish, leave, plan,
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::access::{At, kinds, scopes, system};
use super::notification::{Hours, LaterGiven, instant, later};
use super::patient::code;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    subject: String,
    #[serde(default = "child")]
    person: String,
    zone: Option<String>,
    kind: Option<String>,
    #[serde(default)]
    hidden: bool,
    at: At,
    day: Option<Day>,
    #[serde(default)]
    later: Vec<LaterGiven>,
    /// The time of planning; that of the event if left out.
    now: Option<At>,
    /// The time at which the first message is looked at again.
    leaves: Option<At>,
    born: Option<Day>,
    system: Option<String>,
    candidates: Vec<Somebody>,
}

fn child() -> String {
    "maria".to_owned()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Somebody {
    id: String,
    /// Of a proxy.
    grant: Option<Granted>,
    #[serde(default)]
    contacts: Vec<Reached>,
    /// By channel, for the whole group.
    #[serde(default)]
    wishes: Map<String, Value>,
    order: Option<Vec<String>>,
    quiet: Option<Hours>,
    language: Option<String>,
    zone: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Granted {
    scopes: Vec<String>,
    kinds: Option<Vec<String>>,
    until: Option<Day>,
    #[serde(default)]
    revoked: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reached {
    to: String,
    /// `verified` if left out.
    proof: Option<String>,
    #[serde(default)]
    stopped: Vec<String>,
    apart_for: Option<String>,
}

fn contact(given: &Reached) -> Result<Contact, Failure> {
    let reach = if given.to.contains('@') {
        Reach::Email
    } else if given.to.starts_with("device") {
        Reach::Device
    } else {
        Reach::Phone
    };
    let proof = match given.proof.as_deref() {
        None | Some("verified") => Proof::Verified { since: DateTime::UNIX_EPOCH },
        Some("unverified") => Proof::Unverified,
        Some("pending") => Proof::Pending(Challenge::default()),
        Some(_) => return Err(Failure::malformed("unknown `proof`")),
    };
    let stop = |text: &String| Ok(Stop { channel: code(text)?, since: DateTime::UNIX_EPOCH });
    Ok(Contact {
        address: Address::parse(reach, &given.to).map_err(|_| Failure::malformed("no contact"))?,
        proof,
        apart_for: given.apart_for.clone(),
        stops: given.stopped.iter().map(stop).collect::<Result<_, Failure>>()?,
    })
}

fn preferences(person: &str, subject: Subject, given: &Somebody) -> Result<Preferences, Failure> {
    let mut wanted = Preferences {
        quiet: given.quiet.as_ref().map(Hours::quiet).transpose()?,
        language: given.language.as_deref().map_or(Ok(Language::Bg), code::<Language>)?,
        ..Preferences::default()
    };
    if let Some(order) = &given.order {
        let order = order.iter().map(|text| code::<Channel>(text)).collect::<Result<_, _>>()?;
        wanted.fallback = Fallback { order, ..Fallback::default() };
    }
    for (channel, wish) in &given.wishes {
        let wish = code::<Wish>(wish.as_str().ok_or_else(|| Failure::malformed("wishes"))?)?;
        let what = What::Topic(subject.topic());
        wanted.set(Cell { person: person.to_owned(), what, channel: code(channel)? }, wish);
    }
    Ok(wanted)
}

/// What one candidate has, which the rules then borrow.
struct Kept {
    id: String,
    grant: Option<(Grant, Kinds)>,
    preferences: Preferences,
    contacts: Vec<Contact>,
    zone: Zone,
}

fn kept(given: &Given, subject: Subject, somebody: &Somebody) -> Result<Kept, Failure> {
    let grant = |granted: &Granted| {
        let step = if granted.revoked { Step::Revoked { by: Side::Giver } } else { Step::Given };
        let until = granted.until.map(|day| day.0);
        let basis = Basis::Mandate;
        let grant = Grant {
            basis,
            scopes: scopes(&granted.scopes)?,
            given: DateTime::UNIX_EPOCH,
            until,
            agreed: None,
            step,
        };
        Ok((grant, kinds(granted.kinds.as_ref())?))
    };
    Ok(Kept {
        id: somebody.id.clone(),
        grant: somebody.grant.as_ref().map(grant).transpose()?,
        preferences: preferences(&given.person, subject, somebody)?,
        contacts: somebody.contacts.iter().map(contact).collect::<Result<_, _>>()?,
        zone: somebody.zone.as_deref().map_or(Ok(Zone::Sofia), code::<Zone>)?,
    })
}

fn said(plan: &Plan, people: &[Kept]) -> Value {
    let names = |places: &[usize]| {
        places.iter().map(|place| people[*place].id.as_str()).collect::<Vec<_>>().join(", ")
    };
    let to = |candidate: usize, contact: usize| match &people[candidate].contacts[contact].address {
        Address::Phone(phone) => phone.as_str().to_owned(),
        Address::Email(text) | Address::Device(text) => text.clone(),
    };
    let message = |message: &domain::notification::Message| {
        let legs: Vec<_> = message
            .legs
            .iter()
            .map(|leg| format!("{} {}", leg.channel.code(), to(leg.candidate, leg.contact)))
            .collect();
        json!({
            "for": names(&message.receivers),
            "by": legs.join(" else "),
            "at": instant(message.release.at),
            "held": message.release.held,
            "language": message.language.code(),
            "because": message.because.code(),
        })
    };
    let outcome = |(place, answer): (usize, &domain::notification::Answer)| {
        let text = match &answer.outcome {
            Outcome::Told(messages) => format!("told by {}", messages.len()),
            Outcome::With { of, .. } => format!("with {}", people[*of].id),
            Outcome::Not(why) => why.code().to_owned(),
        };
        format!("{}: {text}", people[place].id)
    };
    let not_by = |answer: &domain::notification::Answer| {
        let one = |(channel, why): &(Channel, domain::notification::NotBy)| {
            format!("{}: {}", channel.code(), why.code())
        };
        answer.not_by.iter().map(one).collect::<Vec<_>>()
    };
    json!({
        "messages": plan.messages.iter().map(message).collect::<Vec<_>>(),
        "outcomes": plan.answers.iter().enumerate().map(outcome).collect::<Vec<_>>(),
        "not_by": plan.answers.iter().map(not_by).collect::<Vec<_>>(),
    })
}

/// Compares the messages, what becomes of each candidate, and what leaves after a hold.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let subject = code::<Subject>(&given.subject)?;
    let zone = given.zone.as_deref().map_or(Ok(Zone::Sofia), code::<Zone>)?;
    let owner = Owner { system: system(given.system.as_ref()), born: given.born.map(|day| day.0), zone };
    let people =
        given.candidates.iter().map(|one| kept(&given, subject, one)).collect::<Result<Vec<_>, _>>()?;
    let kind: Option<Coded<Kind>> = given.kind.as_deref().map(Kind::from_code);
    let occurrence = Occurrence {
        subject,
        person: &given.person,
        zone,
        kind: kind.as_ref(),
        hidden: given.hidden,
        at: given.at.0,
        day: given.day.map(|day| day.0),
    };
    let candidates: Vec<Candidate<'_>> = people
        .iter()
        .map(|one| Candidate {
            id: &one.id,
            standing: match &one.grant {
                Some((grant, kinds)) => Standing::Proxy { grant, owner, kinds },
                None => Standing::Own(owner),
            },
            preferences: &one.preferences,
            contacts: &one.contacts,
            zone: one.zone,
        })
        .collect();
    let later = later(&given.later)?;
    let now: DateTime<Utc> = given.now.map_or(given.at.0, |now| now.0);
    let planned = plan(&occurrence, &candidates, &later, now);
    let mut all = said(&planned, &people);
    all["leaves"] = match (given.leaves, planned.messages.first()) {
        (Some(at), Some(message)) => match leave(message, &occurrence, &candidates, &later, at.0) {
            Ok(leaving) => {
                let names: Vec<_> =
                    leaving.receivers.iter().map(|place| people[*place].id.as_str()).collect();
                let by: Vec<_> = leaving.legs.iter().map(|leg| leg.channel.code()).collect();
                json!(format!("for {} by {}", names.join(", "), by.join(", ")))
            }
            Err(domain::notification::Stays::Held { until }) => {
                json!(format!("held until {}", instant(until)))
            }
            Err(domain::notification::Stays::Outdated(why)) => json!(why.code().code()),
            Err(domain::notification::Stays::NobodyLeft) => json!("nobody_left"),
            Err(domain::notification::Stays::NoChannelLeft) => json!("no_channel_left"),
        },
        _ => Value::Null,
    };
    case.expects(&all)
}
