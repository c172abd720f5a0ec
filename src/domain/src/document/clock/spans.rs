//! The time of a case, cut by its events: whose turn it was, from which day on.

use chrono::NaiveDate;

use crate::coded::Coded;
use crate::document::history::{Recorded, in_time_order};
use crate::document::status::{Status, Turn};
use crate::moment::Zone;

/// A time during which documents were awaited, and the clock stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// The day they were asked for.
    pub from: NaiveDate,
    /// The day the clock went on; `None` if it still stands.
    pub to: Option<NaiveDate>,
}

/// From which day on it was whose turn. The day itself belongs to the span before: a term does not count the day of the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Turned {
    pub on: NaiveDate,
    pub turn: Turn,
}

/// What the events make of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spans {
    /// When the turn changed, in time; the first is the authority's. Two that follow each other differ.
    pub turned: Vec<Turned>,
    /// A status in them is unknown, or they contradict each other or the document's own status: what is counted is what is
    /// recorded, and it may be wrong.
    pub unclear: bool,
}

/// Cuts the time of a case; `None` if nothing recorded began the authority's clock.
///
/// Asked for once more while still waiting, it goes on waiting; the first arrival ends the wait, for that is what the status
/// then says. Events after `today` count as if they were not known yet.
pub(super) fn spans(
    status: &Coded<Status>,
    events: &[Recorded],
    zone: Zone,
    today: NaiveDate,
) -> Option<Spans> {
    let mut turned: Vec<Turned> = Vec::new();
    let mut unclear = false;
    let mut before: Option<&Coded<Status>> = None;
    for event in in_time_order(events, zone).into_iter().map(|index| &events[index]) {
        let on = event.at.day(zone);
        if on > today {
            unclear = true;
            continue;
        }
        let Some(to) = event.to.known() else {
            unclear = true;
            before = None;
            continue;
        };
        // A wait whose beginning nobody recorded.
        let waited = |from: &Coded<Status>| from.known().is_some_and(|from| from.turn() == Turn::Patient);
        let missing = event.from.as_ref().is_some_and(|from| waited(from) && before != Some(from));
        unclear |= missing && !turned.last().is_some_and(|last| last.turn == Turn::Patient);
        before = Some(&event.to);
        let same = turned.last().is_some_and(|last| last.turn == to.turn());
        if !same && (to.turn() == Turn::Authority || !turned.is_empty()) {
            turned.push(Turned { on, turn: to.turn() });
        }
    }
    let last = turned.last()?.turn;
    unclear |= status.known().is_none_or(|now| now.turn() != last);
    Some(Spans { turned, unclear })
}

impl Spans {
    /// The spans of one turn: first day that is not counted any more in what was before, and last day, `end` for the last.
    pub(super) fn of(&self, turn: Turn, end: NaiveDate) -> impl Iterator<Item = (NaiveDate, NaiveDate)> + '_ {
        let ends = self.turned.iter().skip(1).map(|next| next.on).chain([end]);
        let spans = self.turned.iter().zip(ends).filter(move |(span, _)| span.turn == turn);
        spans.map(|(span, end)| (span.on, end.max(span.on)))
    }

    /// The waits.
    pub(super) fn pauses(&self) -> Vec<Pause> {
        let next = self.turned.iter().skip(1).map(|next| Some(next.on)).chain([None]);
        let waits = self.turned.iter().zip(next).filter(|(span, _)| span.turn == Turn::Patient);
        waits.map(|(span, to)| Pause { from: span.on, to }).collect()
    }
}
