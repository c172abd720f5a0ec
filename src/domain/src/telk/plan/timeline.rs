//! The days of a plan in their order: those noted, and those that follow from them.

use chrono::NaiveDate;

use crate::rules::Basis;
use crate::telk::plan::{DayOf, House, Plan, by_age};
use crate::telk::{Protocol, apply_again_by};

/// What a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkOf {
    /// It was noted.
    Noted(DayOf),
    /// The last day for the protocol.
    ProtocolBy,
    /// The last day for it by the term alone, in a month in which none is made.
    ProtocolByTerm,
    /// The last day for it before the closed month.
    LastOpen,
    /// From this day on protocols are made again.
    ProtocolFrom,
    /// The last day on which a session takes this test, by its place in the plan.
    TestUntil(usize),
    /// The file is to be back by this day.
    FileBackBy,
    /// The last day to apply again.
    ApplyBy,
}

/// A day of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The day.
    pub day: NaiveDate,
    /// What it is.
    pub of: MarkOf,
    /// The rule by which it follows; `None` of what was noted.
    pub basis: Option<Basis>,
}

/// All days of a plan, the earliest first.
#[must_use]
pub fn timeline(plan: &Plan, house: Option<House>, today: NaiveDate) -> Vec<Mark> {
    let mut marks: Vec<Mark> =
        plan.days.iter().map(|(of, day)| mark(*day, MarkOf::Noted(*of), None)).collect();
    if let Some(house) = house {
        marks.extend(protocol(plan, house, today));
        if let (Some(lent), None) = (plan.day(DayOf::Lent), plan.day(DayOf::Returned))
            && let Ok(Some(back)) = house.file_back(lent, today)
        {
            marks.push(mark(back.by, MarkOf::FileBackBy, Some(back.basis)));
        }
    }
    let decided = plan.day(DayOf::Session).is_some_and(|session| session < today);
    for (id, _, standing) in by_age(plan, today) {
        let place = plan.tests.iter().position(|(other, _)| other == id);
        // Once TELK has sat, no test has to last any longer.
        if let (Some(place), Some(until), false) = (place, standing.until, decided) {
            marks.push(mark(until, MarkOf::TestUntil(place), standing.basis));
        }
    }
    if let Some(expires) = plan.day(DayOf::Expires)
        && let Ok(by) = apply_again_by(expires, today)
        && let Some(day) = by.value
    {
        marks.push(mark(day, MarkOf::ApplyBy, Some(by.basis)));
    }
    marks.sort_by_key(|mark| mark.day);
    marks
}

const fn mark(day: NaiveDate, of: MarkOf, basis: Option<Basis>) -> Mark {
    Mark { day, of, basis }
}

/// The days for the protocol, as long as it is not made.
fn protocol(plan: &Plan, house: House, today: NaiveDate) -> Vec<Mark> {
    let (Some(asked), None, None) = (plan.day(DayOf::Asked), plan.day(DayOf::Made), plan.day(DayOf::Session))
    else {
        return Vec::new();
    };
    let Ok(date) = house.protocol(asked, today) else { return Vec::new() };
    let (term, closed) = (Some(date.term), Some(date.closed));
    match date.protocol {
        Protocol::Within { latest } => vec![mark(latest, MarkOf::ProtocolBy, term)],
        Protocol::LimitInClosedMonth { latest, last_open, reopens } => vec![
            mark(last_open, MarkOf::LastOpen, closed),
            mark(latest, MarkOf::ProtocolByTerm, term),
            mark(reopens, MarkOf::ProtocolFrom, closed),
        ],
        Protocol::AfterClosedMonth { earliest } => vec![mark(earliest, MarkOf::ProtocolFrom, closed)],
    }
}
