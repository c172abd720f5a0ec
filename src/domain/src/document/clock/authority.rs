//! The authority's clock.

use chrono::NaiveDate;

use super::due::{due, ran};
use super::spans::{Pause, spans};
use crate::coded::{Coded, codes};
use crate::document::dates::{DateBasis, Left};
use crate::document::history::Recorded;
use crate::document::kind::Kind;
use crate::document::process::flow_of;
use crate::document::status::{Status, Turn};
use crate::moment::Zone;
use crate::paperwork::{self, Asked, NoDeadline, Paper};
use crate::rules::Basis;
use crate::working_day::Certainty;

codes! {
    /// In what a term is counted.
    pub enum Unit {
        /// Calendar days.
        Calendar = "calendar",
        /// Working days of Bulgaria.
        Working = "working",
    }
}

/// A limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Up to this day, whatever happens.
    Day(NaiveDate),
    /// So many days of the authority's own time.
    Term {
        /// How many.
        days: u32,
        /// Of which.
        unit: Unit,
    },
}

/// A limit that the authority states on the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedLimit {
    /// The limit.
    pub limit: Limit,
    /// How it came to it, if it says so.
    pub basis: Option<Coded<DateBasis>>,
}

/// Who says that the limit is what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The document.
    Stated(Option<Coded<DateBasis>>),
    /// A rule.
    Rule(Basis),
}

/// What was asked of a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request<'a> {
    /// The practice.
    pub practice: &'a str,
    /// What for.
    pub paper: Paper,
    /// How.
    pub asked: Asked,
    /// The patient has a contract for administrative services.
    pub contract: bool,
}

/// A case.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// What it is.
    pub kind: &'a Coded<Kind>,
    /// Where it stands, by the server's word.
    pub status: &'a Coded<Status>,
    /// What happened.
    pub events: &'a [Recorded],
    /// The limit that the document states.
    pub stated: Option<&'a StatedLimit>,
    /// What was asked, of a practice's document.
    pub request: Option<Request<'a>>,
    /// The zone of the person it is about.
    pub zone: Zone,
}

/// How the clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It runs.
    Running,
    /// It stands since that day, because documents are awaited.
    Paused {
        /// The day they were asked for.
        since: NaiveDate,
    },
    /// It was decided, or done, on that day.
    Stopped {
        /// The day.
        on: NaiveDate,
    },
}

/// By when it is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// No limit is known: neither the document nor a source states one.
    NotKnown,
    /// On this day at the latest.
    On {
        /// The day.
        day: NaiveDate,
        /// How far it is from today, or was on the day on which it was done.
        left: Left,
        /// Whether the working days counted are announced; of calendar days they need not be.
        certainty: Option<Certainty>,
        /// Who says so.
        origin: Origin,
    },
    /// So many days after the documents are there.
    AfterPause {
        /// How many.
        days: u32,
        /// Of which.
        unit: Unit,
        /// Who says so.
        origin: Origin,
    },
    /// By the rules of the practice, which promise no day: during the visit, or at the first opportunity.
    NoDayPromised {
        /// What they promise.
        term: paperwork::Term,
        /// By which rule.
        origin: Origin,
    },
    /// By the rules of the practice there is no deadline, or none is known.
    NoRule(NoDeadline),
    /// There is a limit, but its days cannot be counted: working days of another country, or before the calendar.
    NotCounted {
        /// Who says so.
        origin: Origin,
    },
}

/// How a due day is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counting {
    /// The limit.
    pub limit: Limit,
    /// The day from which a term is counted, which does not count itself: that of the first event, or by the rules of a
    /// practice that on which it had all it needs.
    pub from: NaiveDate,
    /// Time in which documents were awaited is left out.
    pub without_pauses: bool,
}

/// The authority's clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// The day that started it; the first day that counts is the next.
    pub from: NaiveDate,
    /// How it stands.
    pub state: State,
    /// When it stood.
    pub pauses: Vec<Pause>,
    /// Calendar days that it ran, up to today or the day it stopped.
    pub calendar_days: i64,
    /// Working days among them; `None` outside of Bulgaria, and before the calendar.
    pub working_days: Option<u32>,
    /// By when it is due.
    pub due: Due,
    /// How that is counted; `None` where nothing is.
    pub counting: Option<Counting>,
    /// What is recorded is incomplete or contradicts itself; what is counted may be wrong.
    pub unclear: bool,
}

/// The authority's clock on `today`, which is a day of the person's zone. `None` for documents on which nobody has to decide,
/// and where nothing recorded began it.
#[must_use]
pub fn authority(case: &Case<'_>, today: NaiveDate) -> Option<Authority> {
    flow_of(case.kind).filter(|flow| flow.clock)?;
    let spans = spans(case.status, case.events, case.zone, today)?;
    let (first, last) = spans.turned.first().zip(spans.turned.last())?;
    let state = match last.turn {
        Turn::Authority => State::Running,
        Turn::Patient => State::Paused { since: last.on },
        Turn::Nobody => State::Stopped { on: last.on },
    };
    let counts = |unit| ran(&spans, unit, case.zone, today);
    let (due, counting) = due(case, &spans, state, today);
    let running = spans.of(Turn::Authority, today).map(|(from, to)| (to - from).num_days()).sum();
    Some(Authority {
        from: first.on,
        state,
        pauses: spans.pauses(),
        calendar_days: running,
        working_days: counts(Unit::Working),
        due,
        counting,
        unclear: spans.unclear,
    })
}
