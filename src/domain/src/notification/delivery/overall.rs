//! What has become of a message as a whole, in one word.

use chrono::{DateTime, Utc};

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;
use crate::notification::channel::Channel;
use crate::notification::delivery::next::Try;
use crate::notification::delivery::state::State;

codes! {
    /// What has become of a message as a whole, by code; what weighs most first.
    pub enum OverallCode {
        /// It is known that it arrived.
        Arrived = "arrived",
        /// It was handed to a channel that never tells whether it arrived.
        Sent = "sent",
        /// It is under way: no word yet, or it is tried again.
        OnTheWay = "on_the_way",
        /// It waits for the end of quiet hours.
        Waiting = "waiting",
        /// Everything was tried, and it did not arrive.
        NotArrived = "not_arrived",
        /// It was not sent: it is not true any more.
        Withdrawn = "withdrawn",
        /// It was not sent: it stands in the portal alone.
        OnlyInPortal = "only_in_portal",
    }
}

/// What has become of a message as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overall {
    /// It is known that it arrived.
    Arrived {
        /// By the channel that said so first.
        by: Channel,
        /// When.
        at: DateTime<Utc>,
    },
    /// It was handed to a channel that never tells whether it arrived.
    Sent {
        /// Which.
        by: Channel,
        /// When.
        at: DateTime<Utc>,
    },
    /// It is under way.
    OnTheWay,
    /// It waits.
    Waiting {
        /// Until then.
        until: DateTime<Utc>,
    },
    /// Everything was tried.
    NotArrived,
    /// It was not sent: it is not true any more.
    Withdrawn,
    /// It was not sent: it stands in the portal alone.
    OnlyInPortal,
}

/// The source of the order of [`OverallCode`].
pub const OVERALL_SOURCE: Citation = DESIGN;

impl Overall {
    /// The code.
    #[must_use]
    pub const fn code(self) -> OverallCode {
        match self {
            Self::Arrived { .. } => OverallCode::Arrived,
            Self::Sent { .. } => OverallCode::Sent,
            Self::OnTheWay => OverallCode::OnTheWay,
            Self::Waiting { .. } => OverallCode::Waiting,
            Self::NotArrived => OverallCode::NotArrived,
            Self::Withdrawn => OverallCode::Withdrawn,
            Self::OnlyInPortal => OverallCode::OnlyInPortal,
        }
    }
}

/// What has become of a message to somebody: `paths` are those that were gone at the same time, each with its channels in their
/// order; `untrue` says whether it is not true any more. One path that arrives is enough.
///
/// ```
/// use chrono::DateTime;
/// use domain::notification::Channel;
/// use domain::notification::delivery::{Overall, State, next::Try, overall};
/// let at = DateTime::UNIX_EPOCH;
/// let tries = |state| [Try { channel: Channel::Sms, state, times: 1 }];
/// assert_eq!(overall(&[&tries(State::Sent { at })], false), Overall::OnTheWay);
/// assert_eq!(overall(&[&tries(State::Delivered { at })], false), Overall::Arrived { by: Channel::Sms, at });
/// assert_eq!(overall(&[], false), Overall::OnlyInPortal);
/// ```
#[must_use]
pub fn overall(paths: &[&[Try]], untrue: bool) -> Overall {
    let arrived = paths.iter().flat_map(|path| path.iter()).filter(|one| one.state.arrived());
    let first = arrived.filter_map(|one| Some((one.state.since()?, one.channel))).min_by_key(|(at, _)| *at);
    if let Some((at, by)) = first {
        return Overall::Arrived { by, at };
    }
    // Those whose place was taken are done with: the first that is not says how the path stands.
    let current = || {
        let open =
            |path: &&[Try]| path.iter().find(|one| !matches!(one.state, State::Replaced { .. })).copied();
        paths.iter().filter_map(open)
    };
    let sent = current().filter_map(|one| match one.state {
        State::Sent { at } if !one.channel.tells_delivered() => Some((at, one.channel)),
        _ => None,
    });
    if let Some((at, by)) = sent.min_by_key(|(at, _)| *at) {
        return Overall::Sent { by, at };
    }
    if current().any(|one| matches!(one.state, State::Sent { .. } | State::Failed { .. } | State::Queued)) {
        return Overall::OnTheWay;
    }
    let held = current().filter_map(|one| match one.state {
        State::Held { until } => Some(until),
        _ => None,
    });
    if let Some(until) = held.min() {
        return Overall::Waiting { until };
    }
    match (current().any(|one| matches!(one.state, State::GivenUp { .. })), untrue) {
        (true, _) => Overall::NotArrived,
        (false, true) => Overall::Withdrawn,
        (false, false) => Overall::OnlyInPortal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    const AT: DateTime<Utc> = DateTime::UNIX_EPOCH;

    fn one(channel: Channel, state: State) -> Try {
        Try { channel, state, times: 1 }
    }

    #[test]
    fn one_path_that_arrived_is_enough_and_the_first_word_counts() {
        let later = AT + TimeDelta::minutes(1);
        let chain =
            [one(Channel::Viber, State::Read { at: later }), one(Channel::Sms, State::Delivered { at: AT })];
        let mail = [one(
            Channel::Email,
            State::Failed { at: AT, why: crate::notification::delivery::Failure::Full },
        )];
        assert_eq!(overall(&[&mail, &chain], false), Overall::Arrived { by: Channel::Sms, at: AT });
    }

    #[test]
    fn an_e_mail_is_never_said_to_be_on_the_way_for_ever() {
        let mail = [one(Channel::Email, State::Sent { at: AT })];
        assert_eq!(overall(&[&mail], false), Overall::Sent { by: Channel::Email, at: AT });
        let waiting = [one(Channel::Viber, State::Sent { at: AT })];
        assert_eq!(overall(&[&waiting], false), Overall::OnTheWay);
    }

    #[test]
    fn what_was_given_up_did_not_arrive_even_if_it_became_untrue() {
        let chain = [
            one(Channel::Viber, State::Replaced { at: AT, by: Channel::Sms }),
            one(Channel::Sms, State::GivenUp { at: AT }),
        ];
        assert_eq!(overall(&[&chain], true), Overall::NotArrived);
        let dropped = [one(Channel::Viber, State::Dropped { at: AT })];
        assert_eq!(overall(&[&dropped], true), Overall::Withdrawn);
        assert_eq!(overall(&[&dropped], false), Overall::OnlyInPortal);
        let held = [one(Channel::Viber, State::Held { until: AT })];
        assert_eq!(overall(&[&held], true), Overall::Waiting { until: AT });
    }
}
