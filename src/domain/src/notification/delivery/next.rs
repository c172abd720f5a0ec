//! What comes next with a message: wait, send, try again, go on with the next channel, or stop.

use chrono::{DateTime, TimeDelta, Utc};

use crate::citation::{Citation, DESIGN};
use crate::moment::Zone;
use crate::notification::channel::Channel;
use crate::notification::delivery::state::State;
use crate::notification::quiet::{Quiet, release_for_all};
use crate::notification::topic::Urgency;

/// How long after a failure that passes the same channel is tried again: the first time, the second, the third.
pub const RETRIES: [TimeDelta; 3] = [TimeDelta::minutes(1), TimeDelta::minutes(5), TimeDelta::minutes(30)];
/// So long after the last channel was tried without word, nothing more is expected.
pub const PATIENCE: TimeDelta = TimeDelta::hours(72);
/// The source of these times.
pub const NEXT_SOURCE: Citation = DESIGN;

/// One channel of a message on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Try {
    /// By which channel.
    pub channel: Channel,
    /// Where it stands.
    pub state: State,
    /// How often it was sent.
    pub times: u32,
}

/// A message on its way.
#[derive(Debug, Clone, Copy)]
pub struct Course<'a> {
    /// Its channels in their order.
    pub tries: &'a [Try],
    /// How long to wait for word before the next channel.
    pub wait: TimeDelta,
    /// From when on it is not true any more, if time alone ends it: nothing is sent from then on.
    pub over: Option<DateTime<Utc>>,
    /// How pressing it is.
    pub urgency: Urgency,
    /// The quiet hours of all whom it is for, and by which clock.
    pub quiet: &'a [(Option<&'a Quiet>, Zone)],
}

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Nothing before that instant.
    Wait {
        /// When to ask again.
        until: DateTime<Utc>,
    },
    /// Quiet hours have begun: the channel at this place waits.
    Hold {
        /// Which.
        place: usize,
        /// Until then.
        until: DateTime<Utc>,
    },
    /// Its wait is over: look whether it is still true, then queue it.
    Release {
        /// Which.
        place: usize,
    },
    /// Send it.
    Send {
        /// By the channel at this place.
        place: usize,
    },
    /// Try the same channel again.
    Retry {
        /// Which.
        place: usize,
    },
    /// Go on with the next channel.
    Fallback {
        /// Whose place is taken.
        from: usize,
        /// By which.
        to: usize,
    },
    /// Nothing more is tried.
    GiveUp {
        /// The last channel that was.
        place: usize,
    },
    /// There is nothing to do: it arrived, was handed to a channel that tells no more, or it is over with it.
    Done,
}

/// What comes next with a message at `now`.
///
/// ```
/// use chrono::{DateTime, TimeDelta};
/// use domain::notification::delivery::{Course, Next, State, next::Try, next_step};
/// use domain::notification::{Channel, Urgency};
/// let sent = DateTime::UNIX_EPOCH;
/// let tries = [
///     Try { channel: Channel::Viber, state: State::Sent { at: sent }, times: 1 },
///     Try { channel: Channel::Sms, state: State::Queued, times: 0 },
/// ];
/// let wait = TimeDelta::minutes(30);
/// let course = Course { tries: &tries, wait, over: None, urgency: Urgency::Calm, quiet: &[] };
/// assert_eq!(next_step(&course, sent), Next::Wait { until: sent + wait });
/// assert_eq!(next_step(&course, sent + wait), Next::Fallback { from: 0, to: 1 });
/// ```
#[must_use]
pub fn next_step(course: &Course<'_>, now: DateTime<Utc>) -> Next {
    let arrived = |one: &Try| one.state.arrived();
    if course.tries.is_empty() || course.tries.iter().any(arrived) {
        return Next::Done;
    }
    // Those whose place was taken are done with.
    let replaced = |one: &&Try| matches!(one.state, State::Replaced { .. });
    let place = course.tries.iter().take_while(replaced).count();
    let Some(current) = course.tries.get(place) else { return Next::Done };
    let over = course.over.is_some_and(|over| over <= now);
    match current.state {
        State::Queued | State::Held { .. } | State::Failed { .. } if over => Next::GiveUp { place },
        State::Held { until } if now < until => Next::Wait { until },
        State::Held { .. } => Next::Release { place },
        State::Queued => {
            let free = release_for_all(now, course.urgency, course.quiet);
            if free.held { Next::Hold { place, until: free.at } } else { Next::Send { place } }
        }
        State::Sent { at } => after_sent(course, place, at, now),
        State::Failed { at, why } => {
            let wait =
                usize::try_from(current.times).ok().and_then(|times| RETRIES.get(times.checked_sub(1)?));
            // Where another channel follows, it is not kept waiting longer than it would be without any word.
            let in_time = |wait: &&TimeDelta| **wait <= course.wait || place + 1 == course.tries.len();
            match wait.filter(|_| why.is_passing()).filter(in_time) {
                Some(wait) if now < at + *wait => Next::Wait { until: at + *wait },
                Some(_) => Next::Retry { place },
                None => on_from(course, place),
            }
        }
        State::Delivered { .. }
        | State::Read { .. }
        | State::Replaced { .. }
        | State::GivenUp { .. }
        | State::Dropped { .. } => Next::Done,
    }
}

/// The next channel, or the end.
fn on_from(course: &Course<'_>, place: usize) -> Next {
    match course.tries.get(place + 1) {
        Some(_) => Next::Fallback { from: place, to: place + 1 },
        None => Next::GiveUp { place },
    }
}

fn after_sent(course: &Course<'_>, place: usize, at: DateTime<Utc>, now: DateTime<Utc>) -> Next {
    if !course.tries[place].channel.tells_delivered() {
        // It never says that it arrived: silence is as good as it gets. A failure would be another state.
        return Next::Done;
    }
    let last = place + 1 == course.tries.len();
    // What is not true any more by then goes by no other channel: the wait ends there.
    let beyond = |until: DateTime<Utc>| course.over.map_or(until, |over| until.min(over.max(at)));
    let until = beyond(at + if last { PATIENCE } else { course.wait });
    let over = course.over.is_some_and(|over| over <= now);
    if now < until {
        Next::Wait { until }
    } else if last || over {
        Next::GiveUp { place }
    } else {
        Next::Fallback { from: place, to: place + 1 }
    }
}
