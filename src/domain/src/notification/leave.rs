//! Whether a message that waited may leave: what was true in the evening need not be in the morning.

use chrono::{DateTime, Utc};

use crate::notification::contact::Contact;
use crate::notification::plan::{Leg, Message};
use crate::notification::receive::{Candidate, Occurrence, receives};
use crate::notification::truth::{Later, Outdated, still_true};

/// What leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaving {
    /// Whom it names: those who still receive it.
    pub receivers: Vec<usize>,
    /// The channels that can still be used, in their order.
    pub legs: Vec<Leg>,
}

/// Why nothing leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// It waits until then.
    Held {
        /// When it may leave.
        until: DateTime<Utc>,
    },
    /// It is not true any more.
    Outdated(Outdated),
    /// Nobody receives it any more.
    NobodyLeft,
    /// No channel of it can be used any more.
    NoChannelLeft,
}

/// Looks at a message before it leaves at `now`: whether it is still true, who still receives it, and by which channels.
/// A contact that none of these has is not used.
///
/// # Errors
/// [`Stays`].
pub fn leave(
    message: &Message,
    occurrence: &Occurrence<'_>,
    candidates: &[Candidate<'_>],
    later: &[Later],
    now: DateTime<Utc>,
) -> Result<Leaving, Stays> {
    still_true(&occurrence.fact(), later, now).map_err(Stays::Outdated)?;
    if now < message.release.at {
        return Err(Stays::Held { until: message.release.at });
    }
    let still = |place: &usize| receives(occurrence, &candidates[*place].standing, now).is_ok();
    let receivers: Vec<usize> = message.receivers.iter().copied().filter(still).collect();
    if receivers.is_empty() {
        return Err(Stays::NobodyLeft);
    }
    // The contact may be that of somebody who receives it no more; then it is used only if another receiver has it too.
    let usable = |leg: &Leg| {
        let address = &candidates[leg.candidate].contacts[leg.contact].address;
        let has = |contact: &Contact| contact.address == *address && contact.usable(leg.channel, now).is_ok();
        receivers.iter().any(|place| candidates[*place].contacts.iter().any(has))
    };
    let legs: Vec<Leg> = message.legs.iter().copied().filter(usable).collect();
    if legs.is_empty() { Err(Stays::NoChannelLeft) } else { Ok(Leaving { receivers, legs }) }
}
