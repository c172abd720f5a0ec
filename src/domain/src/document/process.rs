//! The process strip: past, now and next, from a document's status and its events.

use std::cmp::Ordering;

use crate::coded::{Coded, codes};
use crate::document::family::{Family, Flow};
use crate::document::history::{Recorded, in_time_order};
use crate::document::kind::Kind;
use crate::document::status::Status;
use crate::moment::{Moment, Zone};

codes! {
    /// The steps that documents go through; which ones a kind has says [`Family::flow`].
    pub enum Step {
        /// Received and registered.
        Received = "received",
        /// The file is checked; documents may be asked for.
        Review = "review",
        /// Approved or refused.
        Decision = "decision",
        /// Approved, or in force, and in use.
        Use = "use",
        /// Over.
        End = "end",
        /// Issued.
        Issued = "issued",
        /// Sent to those who go on with it.
        Sent = "sent",
        /// The commission sits.
        Hearing = "hearing",
        /// Used once.
        Used = "used",
        /// Being dispensed.
        Dispensing = "dispensing",
        /// Asked for.
        Requested = "requested",
        /// Being made.
        InWork = "in_work",
        /// Ready to be fetched.
        Ready = "ready",
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
    /// The status is unknown to this build, or does not belong to this kind, so no place is claimed.
    Unknown,
}

/// The process strip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// Where the document stands.
    pub position: Position,
    /// Every step with what is known of it; when the position is unknown, only what records prove.
    pub steps: Vec<(Step, Reached)>,
}

/// The way of a document. One whose kind this build does not know goes the way of the fund's: it is the fund's list.
pub(super) fn flow_of(kind: &Coded<Kind>) -> Option<&'static Flow> {
    kind.known().map_or(Family::Any, Kind::family).flow()
}

/// Builds the strip of a document whose status the server gives as `status`; `None` for documents that are only kept.
///
/// The status is the server's word and decides the position; the events only say when each step was reached.
#[must_use]
pub fn process(
    kind: &Coded<Kind>,
    status: &Coded<Status>,
    events: &[Recorded],
    zone: Zone,
) -> Option<Process> {
    let flow = flow_of(kind)?;
    let order = in_time_order(events, zone);
    let last_reached = |step: Step| {
        let newest_first = order.iter().rev().map(|index| &events[*index]);
        newest_first.into_iter().find(|event| event.enters(flow, step)).map(|event| event.at)
    };
    let place = status.known().and_then(|now| flow.step_of(now));
    let here = place.and_then(|place| flow.steps.iter().position(|(step, _)| *step == place));
    let Some((here, step)) = here.zip(place) else {
        let prove =
            |(step, _): &(Step, _)| (*step, last_reached(*step).map_or(Reached::Ahead, Reached::Done));
        return Some(Process { position: Position::Unknown, steps: flow.steps.iter().map(prove).collect() });
    };
    let refused = status.known() == Some(Status::Refused);
    let reached: Vec<Option<Moment>> = flow.steps.iter().map(|(step, _)| last_reached(*step)).collect();
    // Past steps without a record count as passed only if a later one, before the end, is proved: a document can be
    // annulled at any time, and then nobody knows what it went through.
    let last = flow.steps.len() - 1;
    let proved =
        (0..last).filter(|index| *index <= here && (*index == here || reached[*index].is_some())).max();
    let answer = |index: usize| match (index.cmp(&here), reached[index]) {
        (Ordering::Equal, at) => Reached::Now(at),
        (Ordering::Less, Some(at)) => Reached::Done(at),
        (Ordering::Less, None) if proved.is_some_and(|latest| index < latest) => Reached::DoneUnrecorded,
        (Ordering::Less, None) => Reached::NotReached,
        (Ordering::Greater, Some(at)) => Reached::AheadAgain(at),
        (Ordering::Greater, None) if refused => Reached::NotReached,
        (Ordering::Greater, None) => Reached::Ahead,
    };
    let steps = flow.steps.iter().enumerate().map(|(index, (step, _))| (*step, answer(index))).collect();
    Some(Process { position: Position::At { step, number: here + 1, of: flow.steps.len() }, steps })
}
