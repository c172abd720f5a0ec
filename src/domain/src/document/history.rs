//! The history: every event truthfully, newest first, whatever the order it came in.

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::coded::Coded;
use crate::document::event::EventKind;
use crate::document::family::Flow;
use crate::document::process::Step;
use crate::document::status::Status;
use crate::moment::{Moment, Zone};
use crate::order::order;

/// What the rules need to know of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// What happened.
    pub kind: Coded<EventKind>,
    /// Status before; `None` for the first event of a document, or when the source does not say.
    pub from: Option<Coded<Status>>,
    /// Status after.
    pub to: Coded<Status>,
    /// When it happened.
    pub at: Moment,
    /// Order of arrival at the portal; later events have larger numbers.
    pub sequence: u64,
}

impl Recorded {
    /// Whether the event brought the document to this step of its way. An approval is the decision and the beginning of
    /// use.
    pub(super) fn enters(&self, flow: &Flow, step: Step) -> bool {
        let Some(to) = self.to.known() else { return false };
        let changed = self.from.as_ref() != Some(&self.to);
        changed && (flow.step_of(to) == Some(step) || (step == Step::Decision && to == Status::Approved))
    }
}

/// Which way an event moved the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// The beginning.
    First,
    /// Towards the end.
    Forward,
    /// Back to an earlier place; what that means.
    Back(Return),
    /// Another decision, or another kind of end, at the same place.
    Changed,
    /// The status stayed as it was.
    Unchanged,
    /// A status unknown to this build is part of it, so no direction is claimed.
    Unclear,
}

/// What a move back means for the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Return {
    /// A decision was withdrawn; the document is being looked at again.
    DecisionWithdrawn,
    /// A document that had ended is alive again.
    Reopened,
    /// Documents are asked for once more.
    DocumentsAgain,
    /// The review starts from the beginning.
    Restarted,
    /// What had been recorded as done was taken back.
    TakenBack,
}

/// One entry of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts of one entry; any combination occurs")]
pub struct Entry {
    /// Index of the event in the slice that was given.
    pub event: usize,
    /// Which way it moved the document.
    pub movement: Movement,
    /// The same event with the same result had already happened.
    pub repeat: bool,
    /// It says it began at another status than the one the event before it led to: something is not recorded.
    pub gap: bool,
    /// It arrived at the portal after an event that happened later.
    pub late: bool,
    /// The move is one that people may expect.
    pub usual: bool,
}

/// Indices of the events in the order in which they happened.
///
/// Days are compared in the reader's zone. Within one day, instants decide; when any event of that day has no time of
/// day, order of arrival decides for all of them, for nothing better is known.
#[must_use]
pub(super) fn in_time_order(events: &[Recorded], zone: Zone) -> Vec<usize> {
    let days: Vec<NaiveDate> = events.iter().map(|event| event.at.day(zone)).collect();
    let timeless: Vec<NaiveDate> = events
        .iter()
        .filter_map(|event| if let Moment::Day(day) = event.at { Some(day) } else { None })
        .collect();
    order(events.len(), &|a, b| {
        let by_day = days[a].cmp(&days[b]);
        let by_time = match (events[a].at, events[b].at) {
            (Moment::Instant(one), Moment::Instant(other)) if !timeless.contains(&days[a]) => one.cmp(&other),
            _ => Ordering::Equal,
        };
        by_day.then(by_time).then(events[a].sequence.cmp(&events[b].sequence))
    })
}

/// The rank of what is over.
const ENDED: u8 = Status::Expired.rank();

/// Which way a move from `from` to `to` goes.
fn movement(from: Option<&Coded<Status>>, to: &Coded<Status>) -> Movement {
    let Some(from) = from else { return Movement::First };
    if from == to {
        return Movement::Unchanged;
    }
    let (Some(from), Some(to)) = (from.known(), to.known()) else { return Movement::Unclear };
    match to.rank().cmp(&from.rank()) {
        Ordering::Greater => Movement::Forward,
        Ordering::Equal => Movement::Changed,
        Ordering::Less => Movement::Back(match (from, to) {
            (Status::Approved | Status::Refused | Status::InForce, _) => Return::DecisionWithdrawn,
            _ if from.rank() == ENDED => Return::Reopened,
            (_, Status::DocsRequired) => Return::DocumentsAgain,
            (Status::DocsRequired | Status::DocsReceived, _) => Return::Restarted,
            _ => Return::TakenBack,
        }),
    }
}

/// Whether an event is one that people may expect. An extension may wake an expired document: that is its purpose.
fn usual(event: &Recorded) -> bool {
    match (event.from.as_ref().map(Coded::known), event.to.known()) {
        (Some(Some(from)), Some(to)) => {
            from == to
                || from.usually_leads_to(to)
                || (event.kind == Coded::Known(EventKind::Extended) && to == Status::Approved)
        }
        (None, Some(_)) => true,
        _ => false,
    }
}

/// The history of a document, newest first.
#[must_use]
pub fn history(events: &[Recorded], zone: Zone) -> Vec<Entry> {
    let order = in_time_order(events, zone);
    let mut entries = Vec::with_capacity(order.len());
    for (place, &index) in order.iter().enumerate() {
        let event = &events[index];
        let earlier = &order[..place];
        let before = earlier.last().map(|last| &events[*last]);
        entries.push(Entry {
            event: index,
            movement: movement(event.from.as_ref(), &event.to),
            repeat: earlier.iter().any(|other| {
                let other = &events[*other];
                other.kind == event.kind && other.to == event.to
            }),
            gap: match (before, event.from.as_ref()) {
                (Some(before), Some(from)) => before.to != *from,
                (_, None) => false,
                (None, Some(_)) => true,
            },
            late: order[place + 1..].iter().any(|later| events[*later].sequence < event.sequence),
            usual: usual(event),
        });
    }
    entries.reverse();
    entries
}

/// The status that the newest event led to, if there is any event. When it differs from the document's own status,
/// the document's is shown, and the difference is said.
#[must_use]
pub fn latest(events: &[Recorded], zone: Zone) -> Option<&Coded<Status>> {
    in_time_order(events, zone).last().map(|index| &events[*index].to)
}
