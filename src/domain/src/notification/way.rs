//! By which channels a message about somebody goes to an account holder, and by which not and why.

use chrono::{DateTime, Utc};

use crate::coded::{Code, codes};
use crate::notification::channel::Channel;
use crate::notification::contact::{Contact, Obstacle, contact_for};
use crate::notification::preference::{LAST_RESORT, Meanwhile, Preferences, Wish, meanwhile};
use crate::notification::subject::{Audience, Subject};

codes! {
    /// Why a message goes by a channel.
    pub enum Because {
        /// The person wants it so.
        Wanted = "wanted",
        /// It cannot be switched off, and no wanted channel can be used.
        Kept = "kept",
        /// The person has not decided, and a term runs.
        Undecided = "undecided",
    }
}

/// Why a message does not go by a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotBy {
    /// It never goes by this channel.
    NotAllowed,
    /// The person switched it off.
    Off,
    /// The person has not decided.
    Undecided,
    /// It cannot be used.
    Obstacle(Obstacle),
}

impl NotBy {
    /// The code of the reason.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAllowed => "not_allowed",
            Self::Off => "off",
            Self::Undecided => "undecided",
            Self::Obstacle(obstacle) => obstacle.code().code(),
        }
    }
}

/// One channel, and the contact it goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hop {
    /// By which channel.
    pub channel: Channel,
    /// The place of the contact in the list of the account.
    pub contact: usize,
}

/// The ways to one account holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ways {
    /// Paths that are gone at the same time; within each, the next hop only where the one before does not arrive. No
    /// address is the start of two paths.
    pub paths: Vec<Vec<Hop>>,
    /// Why these.
    pub because: Because,
    /// Every channel that is not used, with the reason.
    pub not_by: Vec<(Channel, NotBy)>,
}

/// Why there is no way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoWay {
    /// Every channel with its reason.
    pub not_by: Vec<(Channel, NotBy)>,
}

impl NoWay {
    /// The one reason that stands for all: an obstacle of a channel that is wanted or would be taken, for that one can mend;
    /// then undecided, then switched off.
    #[must_use]
    pub fn main(&self) -> NotBy {
        let rank = |why: &NotBy| match why {
            NotBy::Obstacle(Obstacle::Stopped { .. }) => 0,
            NotBy::Obstacle(Obstacle::CodePending) => 1,
            NotBy::Obstacle(Obstacle::Unverified) => 2,
            NotBy::Obstacle(Obstacle::NoContact) => 3,
            NotBy::Undecided => 4,
            NotBy::Off => 5,
            NotBy::NotAllowed => 6,
        };
        self.not_by.iter().map(|(_, why)| *why).min_by_key(rank).unwrap_or(NotBy::NotAllowed)
    }
}

/// The ways of a message about `person` to the account holder whose preferences and contacts these are.
///
/// What is wanted goes by the wanted channels that can be used. Where none of them can, what cannot be switched off goes by
/// the first that can ([`LAST_RESORT`]); and what nobody decided on goes so if [`meanwhile`] says so, but never by a channel
/// that is switched off. Off is ignored for what cannot be switched off; a missing contact never is.
///
/// # Errors
/// [`NoWay`].
pub fn ways(
    subject: Subject,
    person: &str,
    preferences: &Preferences,
    contacts: &[Contact],
    at: DateTime<Utc>,
) -> Result<Ways, NoWay> {
    let look = |channel: Channel| -> (Wish, Result<usize, NotBy>) {
        let wish = preferences.wish(person, subject, channel);
        if !subject.channels().contains(&channel) || subject.audience() == Audience::TheContact {
            return (wish, Err(NotBy::NotAllowed));
        }
        (wish, contact_for(contacts, person, channel, at).map_err(NotBy::Obstacle))
    };
    let wanted: Vec<Hop> = in_order(preferences)
        .filter_map(|channel| match look(channel) {
            (Wish::On, Ok(contact)) => Some(Hop { channel, contact }),
            _ => None,
        })
        .collect();
    let (paths, because) = if wanted.is_empty() {
        let says_on = |channel: &Channel| {
            subject.channels().contains(channel) && preferences.wish(person, subject, *channel) == Wish::On
        };
        let undecided = !Channel::ALL.iter().any(says_on) && meanwhile(subject.urgency()) == Meanwhile::Sent;
        let taken = |channel: &Channel| match look(*channel) {
            (wish, Ok(contact)) if subject.kept().is_some() || (undecided && wish == Wish::Undecided) => {
                Some(Hop { channel: *channel, contact })
            }
            _ => None,
        };
        let resort: Vec<Vec<Hop>> =
            LAST_RESORT.iter().find_map(taken).map(|hop| vec![hop]).into_iter().collect();
        (resort, if subject.kept().is_some() { Because::Kept } else { Because::Undecided })
    } else {
        (paths(&wanted, preferences, contacts), Because::Wanted)
    };
    let used = |channel: &Channel| paths.iter().flatten().any(|hop| hop.channel == *channel);
    let reason = |channel: &Channel| {
        let why = match look(*channel) {
            (_, Err(NotBy::NotAllowed)) => NotBy::NotAllowed,
            (Wish::Off, _) => NotBy::Off,
            (Wish::Undecided, Err(why)) if meanwhile(subject.urgency()) == Meanwhile::Sent => why,
            (Wish::On, Err(why)) => why,
            // A wanted channel that can be used is used: what is left here nobody decided on.
            _ => NotBy::Undecided,
        };
        (*channel, why)
    };
    let not_by = Channel::ALL.iter().filter(|channel| !used(channel)).map(reason).collect();
    if paths.is_empty() { Err(NoWay { not_by }) } else { Ok(Ways { paths, because, not_by }) }
}

/// All channels: those of the order first.
fn in_order(preferences: &Preferences) -> impl Iterator<Item = Channel> + '_ {
    let order = &preferences.fallback.order;
    let rest = Channel::ALL.iter().copied().filter(|channel| !order.contains(channel));
    // An order that names a channel twice cannot be saved, but may have been.
    let first = |(place, channel): (usize, &Channel)| (!order[..place].contains(channel)).then_some(*channel);
    order.iter().enumerate().filter_map(first).chain(rest)
}

/// The wanted hops as paths: those of the order one after the other, every other one at the same time. Two channels to one
/// address are never gone at once: the second only where the first does not arrive.
fn paths(wanted: &[Hop], preferences: &Preferences, contacts: &[Contact]) -> Vec<Vec<Hop>> {
    let ordered = |hop: &&Hop| preferences.fallback.order.contains(&hop.channel);
    let mut paths: Vec<Vec<Hop>> = Vec::new();
    let chain: Vec<Hop> = wanted.iter().filter(ordered).copied().collect();
    if !chain.is_empty() {
        paths.push(chain);
    }
    for hop in wanted.iter().filter(|hop| !ordered(hop)) {
        let same = |path: &&mut Vec<Hop>| {
            path.iter().any(|one| contacts[one.contact].address == contacts[hop.contact].address)
        };
        match paths.iter_mut().find(same) {
            Some(path) => path.push(*hop),
            None => paths.push(vec![*hop]),
        }
    }
    paths
}
