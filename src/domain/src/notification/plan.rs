//! From something that happened to messages: who gets which, by which channel, when, why; who does not, and why not.

use chrono::{DateTime, Utc};

use crate::coded::Code;
use crate::language::Language;
use crate::moment::Zone;
use crate::notification::channel::Channel;
use crate::notification::contact::{Address, Contact};
use crate::notification::quiet::{Quiet, Release, release_for_all};
use crate::notification::receive::{Candidate, NotReceived, Occurrence, Standing, receives};
use crate::notification::truth::{Later, Outdated, still_true};
use crate::notification::way::{Because, NoWay, NotBy, Ways, ways};

/// One channel of a message, and whose contact it goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leg {
    /// By which channel.
    pub channel: Channel,
    /// Whose contact, by place among the candidates.
    pub candidate: usize,
    /// The place of the contact among theirs.
    pub contact: usize,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Whom it is for, by place among the candidates. Where they are several its text says about whom it is ([`says_whom`]).
    /// The first is the one by whose wishes it goes.
    pub receivers: Vec<usize>,
    /// The language of the first.
    pub language: Language,
    /// The channels, each after the first only where the one before did not arrive.
    pub legs: Vec<Leg>,
    /// When it goes out.
    pub release: Release,
    /// Why it goes by these channels.
    pub because: Because,
}

/// Whether the text says about whom it is: always, but where the person alone reads it.
#[must_use]
pub const fn says_whom(receivers: &[Standing<'_>]) -> bool {
    !matches!(receivers, [Standing::Own(_)])
}

/// What becomes of one candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// They are told by these messages, by place.
    Told(Vec<usize>),
    /// They share every contact with others and are told by these messages, which name them.
    With {
        /// With whom, by place among the candidates.
        of: usize,
        /// The messages, by place.
        messages: Vec<usize>,
    },
    /// They are not told.
    Not(NotTold),
}

/// Why somebody is not told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTold {
    /// They do not receive it, now or at the time at which it would go out.
    NotReceived(NotReceived),
    /// By no channel.
    NoWay(NoWay),
    /// It is not true any more.
    Outdated(Outdated),
}

impl NotTold {
    /// The code of the reason.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotReceived(why) => why.code(),
            Self::NoWay(no) => no.main().code(),
            Self::Outdated(why) => why.code().code(),
        }
    }
}

/// What becomes of one candidate, and of each channel that is not used for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What.
    pub outcome: Outcome,
    /// Channels that are not used, with the reason.
    pub not_by: Vec<(Channel, NotBy)>,
}

/// The messages of something that happened, and an answer for each candidate in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The messages. No two begin with the same address.
    pub messages: Vec<Message>,
    /// The answers.
    pub answers: Vec<Answer>,
}

/// Plans the messages of something that happened, at `now`. Candidates stand in the order in which they count: the person
/// first, then proxies by the age of their grants.
///
/// Those who share a contact get one message. It goes by the wishes of the first of them, in that one's language, when
/// nobody's quiet hours hold it, and names all. Access is asked twice: for now, and for when the message goes out.
#[must_use]
pub fn plan(
    occurrence: &Occurrence<'_>,
    candidates: &[Candidate<'_>],
    later: &[Later],
    now: DateTime<Utc>,
) -> Plan {
    if let Err(why) = still_true(&occurrence.fact(), later, now) {
        let answer = Answer { outcome: Outcome::Not(NotTold::Outdated(why)), not_by: Vec::new() };
        return Plan { messages: Vec::new(), answers: vec![answer; candidates.len()] };
    }
    let mut asked: Vec<Result<Ways, NotTold>> =
        candidates.iter().map(|candidate| ways_to(occurrence, candidate, now)).collect();
    loop {
        let mut messages = deduplicated(&asked, candidates);
        for message in &mut messages {
            message.release = release_of(occurrence, message, candidates, now);
        }
        // Whose access is over by then is left out, and the rest is planned anew: it may have gone by their contact.
        let over = messages.iter().find_map(|message| {
            let gone = |place: &usize| {
                receives(occurrence, &candidates[*place].standing, message.release.at)
                    .err()
                    .map(|why| (*place, why))
            };
            message.receivers.iter().find_map(gone)
        });
        match over {
            Some((place, why)) => asked[place] = Err(NotTold::NotReceived(why)),
            None => return Plan { answers: answers(&asked, &messages), messages },
        }
    }
}

fn ways_to(
    occurrence: &Occurrence<'_>,
    candidate: &Candidate<'_>,
    now: DateTime<Utc>,
) -> Result<Ways, NotTold> {
    receives(occurrence, &candidate.standing, now).map_err(NotTold::NotReceived)?;
    let Candidate { preferences, contacts, .. } = candidate;
    ways(occurrence.subject, occurrence.person, preferences, contacts, now).map_err(NotTold::NoWay)
}

fn address<'a>(leg: &Leg, candidates: &'a [Candidate<'a>]) -> &'a Address {
    let contact: &Contact = &candidates[leg.candidate].contacts[leg.contact];
    &contact.address
}

/// One message for each address that a path begins with.
fn deduplicated(asked: &[Result<Ways, NotTold>], candidates: &[Candidate<'_>]) -> Vec<Message> {
    let mut messages: Vec<Message> = Vec::new();
    for (candidate, ways) in asked.iter().enumerate() {
        let Ok(ways) = ways else { continue };
        for path in &ways.paths {
            let legs: Vec<Leg> = path
                .iter()
                .map(|hop| Leg { channel: hop.channel, candidate, contact: hop.contact })
                .collect();
            let Some(first) = legs.first() else { continue };
            let same = |message: &&mut Message| {
                message.legs.first().is_some_and(|leg| address(leg, candidates) == address(first, candidates))
            };
            match messages.iter_mut().find(same) {
                Some(message) => join(message, candidate, &legs, candidates),
                None => messages.push(Message {
                    receivers: vec![candidate],
                    language: candidates[candidate].preferences.language,
                    legs,
                    release: Release { at: DateTime::UNIX_EPOCH, held: false },
                    because: ways.because,
                }),
            }
        }
    }
    drop_covered(&mut messages, candidates);
    messages
}

/// Adds somebody to a message that begins with an address of theirs. What else they would have been reached by follows.
fn join(message: &mut Message, candidate: usize, legs: &[Leg], candidates: &[Candidate<'_>]) {
    if !message.receivers.contains(&candidate) {
        message.receivers.push(candidate);
    }
    for leg in legs {
        let same = |other: &Leg| {
            other.channel == leg.channel && address(other, candidates) == address(leg, candidates)
        };
        if !message.legs.iter().any(same) {
            message.legs.push(*leg);
        }
    }
}

/// Where a message would come second to an address with which another one begins, that other one names its receivers
/// instead: the address has it already.
fn drop_covered(messages: &mut [Message], candidates: &[Candidate<'_>]) {
    for place in 0..messages.len() {
        for other in (0..messages.len()).filter(|other| *other != place) {
            let Some(first) = messages[other].legs.first().copied() else { continue };
            let covered = |leg: &Leg| address(leg, candidates) == address(&first, candidates);
            if messages[place].legs.iter().any(covered) {
                messages[place].legs.retain(|leg| !covered(leg));
                for receiver in messages[place].receivers.clone() {
                    if !messages[other].receivers.contains(&receiver) {
                        messages[other].receivers.push(receiver);
                    }
                }
            }
        }
    }
}

fn release_of(
    occurrence: &Occurrence<'_>,
    message: &Message,
    candidates: &[Candidate<'_>],
    now: DateTime<Utc>,
) -> Release {
    let who: Vec<(Option<&Quiet>, Zone)> = message
        .receivers
        .iter()
        .map(|place| (candidates[*place].preferences.quiet.as_ref(), candidates[*place].zone))
        .collect();
    release_for_all(now.max(occurrence.at), occurrence.subject.urgency(), &who)
}

fn answers(asked: &[Result<Ways, NotTold>], messages: &[Message]) -> Vec<Answer> {
    let answer = |(candidate, ways): (usize, &Result<Ways, NotTold>)| {
        let ways = match ways {
            Ok(ways) => ways,
            Err(why) => {
                let not_by = if let NotTold::NoWay(no) = why { no.not_by.clone() } else { Vec::new() };
                return Answer { outcome: Outcome::Not(why.clone()), not_by };
            }
        };
        let naming: Vec<usize> =
            (0..messages.len()).filter(|place| messages[*place].receivers.contains(&candidate)).collect();
        let own = |place: &usize| messages[*place].receivers.first() == Some(&candidate);
        let other = naming.first().and_then(|place| messages[*place].receivers.first());
        let outcome = match other {
            Some(of) if !naming.iter().any(own) => Outcome::With { of: *of, messages: naming },
            _ => Outcome::Told(naming),
        };
        Answer { outcome, not_by: ways.not_by.clone() }
    };
    asked.iter().enumerate().map(answer).collect()
}
