//! The way of a message, as data for a picture: one stop for each channel, and what led from one to the next.

use chrono::{DateTime, Utc};

use crate::notification::channel::Channel;
use crate::notification::delivery::next::Try;
use crate::notification::delivery::state::{Failure, State, StateCode};

/// What led from one channel to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Nobody knows yet whether it is gone.
    Open,
    /// There was no word that it arrived.
    NoWord {
        /// Since when.
        at: DateTime<Utc>,
    },
    /// It failed.
    Failed {
        /// Why.
        why: Failure,
    },
    /// It was not needed.
    NotNeeded,
}

/// From one channel to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrow {
    /// From this place.
    pub from: usize,
    /// To that.
    pub to: usize,
    /// How.
    pub way: Way,
}

/// The picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The channels in their order, each with where it stands and since when.
    pub stops: Vec<(Channel, StateCode, Option<DateTime<Utc>>)>,
    /// What leads from each to the next.
    pub arrows: Vec<Arrow>,
    /// The place that the message is at: where it arrived, else the last that was begun.
    pub at: usize,
    /// Whether it is known to have arrived.
    pub arrived: bool,
}

/// The picture of a message; `failures` has for each place why it failed before its place was taken, where that is known.
#[must_use]
pub fn picture(tries: &[Try], failures: &[Option<Failure>]) -> Picture {
    let arrived = tries.iter().position(|one| one.state.arrived());
    let begun = tries.iter().rposition(|one| one.state != State::Queued);
    let arrow = |place: usize| {
        let failed = failures.get(place).copied().flatten();
        let way = match (tries[place].state, failed) {
            (State::Replaced { .. }, Some(why)) => Way::Failed { why },
            (State::Replaced { at, .. }, None) => Way::NoWord { at },
            (State::Delivered { .. } | State::Read { .. } | State::Dropped { .. }, _) => Way::NotNeeded,
            _ if arrived.is_some_and(|at| at < place) => Way::NotNeeded,
            _ => Way::Open,
        };
        // Word that came late: the next channel had been begun all the same.
        let late = tries[place].state.arrived() && tries[place + 1].state != State::Queued;
        let way = match tries[place].state.since().filter(|_| late) {
            Some(at) => failed.map_or(Way::NoWord { at }, |why| Way::Failed { why }),
            None => way,
        };
        Arrow { from: place, to: place + 1, way }
    };
    Picture {
        stops: tries.iter().map(|one| (one.channel, one.state.code(), one.state.since())).collect(),
        arrows: (0..tries.len().saturating_sub(1)).map(arrow).collect(),
        at: arrived.or(begun).unwrap_or(0),
        arrived: arrived.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: DateTime<Utc> = DateTime::UNIX_EPOCH;

    fn tries(viber: State, sms: State) -> [Try; 2] {
        [
            Try { channel: Channel::Viber, state: viber, times: 1 },
            Try { channel: Channel::Sms, state: sms, times: 1 },
        ]
    }

    #[test]
    fn what_arrived_needs_no_other_channel() {
        let said = picture(&tries(State::Read { at: AT }, State::Queued), &[]);
        assert_eq!((said.arrows[0].way, said.at, said.arrived), (Way::NotNeeded, 0, true));
    }

    #[test]
    fn a_channel_that_took_anothers_place_says_why() {
        let replaced = State::Replaced { at: AT, by: Channel::Sms };
        let said = picture(&tries(replaced, State::Sent { at: AT }), &[Some(Failure::Blocked)]);
        assert_eq!((said.arrows[0].way, said.at), (Way::Failed { why: Failure::Blocked }, 1));
        let said = picture(&tries(replaced, State::Sent { at: AT }), &[]);
        assert_eq!(said.arrows[0].way, Way::NoWord { at: AT });
        assert!(!said.arrived);
    }

    #[test]
    fn word_that_comes_late_does_not_hide_the_second_channel() {
        let said = picture(&tries(State::Delivered { at: AT }, State::Sent { at: AT }), &[]);
        assert_eq!((said.arrows[0].way, said.at, said.arrived), (Way::NoWord { at: AT }, 0, true));
    }
}
