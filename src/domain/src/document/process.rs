//! The process strip: past, now and next, from a document's status and its events.

use crate::coded::{Coded, codes};
use crate::document::history::{Recorded, in_time_order};
use crate::document::status::Status;
use crate::moment::{Moment, Zone};

codes! {
    /// The five steps a document goes through, whatever its kind.
    pub enum Step {
        /// Received and registered.
        Received = "received",
        /// The file is checked; documents may be asked for.
        Review = "review",
        /// Approved or refused.
        Decision = "decision",
        /// Approved and in use.
        Use = "use",
        /// Expired, terminated or annulled.
        End = "end",
    }
}

/// What the strip says of one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// Done, at the moment recorded for it.
    Done(Moment),
    /// Passed, but no record says when.
    DoneUnrecorded,
    /// Here now, since the moment recorded for it, if any is.
    Now(Option<Moment>),
    /// Still to come.
    Ahead,
    /// Still to come again: it had been reached, then the document moved back.
    AheadAgain(Moment),
    /// The process ended without it.
    NotReached,
}

/// Where the document stands among the steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// At this step, which has this number (from 1) of so many.
    At {
        /// The step.
        step: Step,
        /// Its number, from 1.
        number: usize,
        /// How many there are.
        of: usize,
    },
    /// The status is unknown to this build, so no place is claimed.
    Unknown,
}

/// The process strip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// Where the document stands.
    pub position: Position,
    /// Every step with what is known of it; when the position is unknown, only what records prove.
    pub steps: [(Step, Reached); 5],
}

const STEPS: [Step; 5] = [Step::Received, Step::Review, Step::Decision, Step::Use, Step::End];

/// Builds the strip of a document whose status the server gives as `status`.
///
/// The status is the server's word and decides the position; the events only say when each step was reached.
#[must_use]
pub fn process(status: &Coded<Status>, events: &[Recorded], zone: Zone) -> Process {
    let last_reached = |step: Step| {
        in_time_order(events, zone)
            .into_iter()
            .rev()
            .map(|index| &events[index])
            .find(|event| event.enters(step))
            .map(|event| event.at)
    };
    let Some(now) = status.known() else {
        let steps = STEPS.map(|step| (step, last_reached(step).map_or(Reached::Ahead, Reached::Done)));
        return Process { position: Position::Unknown, steps };
    };
    let here = now.step();
    let refused = now == Status::Refused;
    // Past steps without a record count as passed only if a later one, before the end, is proved: a document can be
    // annulled at any time, and then nobody knows what it went through.
    let proved = STEPS
        .into_iter()
        .filter(|step| *step < Step::End && *step <= here)
        .filter(|step| *step == here || last_reached(*step).is_some())
        .max();
    let steps = STEPS.map(|step| {
        let reached = last_reached(step);
        let answer = match (step.cmp(&here), reached) {
            (std::cmp::Ordering::Equal, at) => Reached::Now(at),
            (std::cmp::Ordering::Less, Some(at)) => Reached::Done(at),
            (std::cmp::Ordering::Less, None) if proved.is_some_and(|latest| step < latest) => {
                Reached::DoneUnrecorded
            }
            (std::cmp::Ordering::Less, None) => Reached::NotReached,
            (std::cmp::Ordering::Greater, Some(at)) => Reached::AheadAgain(at),
            (std::cmp::Ordering::Greater, None) if refused => Reached::NotReached,
            (std::cmp::Ordering::Greater, None) => Reached::Ahead,
        };
        (step, answer)
    });
    let number = STEPS.iter().position(|step| *step == here).map_or(0, |index| index + 1);
    Process { position: Position::At { step: here, number, of: STEPS.len() }, steps }
}
