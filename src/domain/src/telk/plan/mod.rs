//! A patient's plan for TELK: what they noted, and what the rules make of it.
//!
//! The plan is the patient's own notes; nobody decides anything by it. What follows from house rules of a practice is reached
//! through [`House`] alone, so that nobody is told the rules of a practice that is not theirs.

mod change;
mod house;
mod step;
mod test;
mod timeline;

pub use change::{Change, Conflict, Merged, apply, begin_again, changes, merge};
pub use house::{Back, House, PAPERS_SOURCE, REFERRAL_SOURCE, TESTS_SOURCE};
pub use step::{FileBack, Part, Renewal, Step, next_step, renewal};
pub use test::{Counts, TestStanding, by_age, test_standing};
pub use timeline::{Mark, MarkOf, timeline};

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::coded::codes;
use crate::insurance::System;
use crate::telk::Initiator;
use crate::written::{FIRST_YEAR, LAST_YEAR};

/// A place is written in at most so many characters. A decision of the designers, as are the next two.
pub const PLACE_LIMIT: usize = 200;
/// So is a test.
pub const NAME_LIMIT: usize = 120;
/// A plan has at most so many tests.
pub const TESTS_LIMIT: usize = 40;

codes! {
    /// A day that the patient notes.
    pub enum DayOf {
        /// The protocol was, or is going to be, asked for.
        Asked = "asked",
        /// The practice made it and sent it.
        Made = "made",
        /// The visit at which the file is put together.
        Visit = "visit",
        /// TELK sits.
        Session = "session",
        /// The practice handed over the file.
        Lent = "lent",
        /// It got the file back.
        Returned = "returned",
        /// The last day on which the decision holds that the patient has.
        Expires = "expires",
    }
}

codes! {
    /// What one brings to the visit for the protocol.
    pub enum Paper {
        /// An identity document; a child's parent brings their own.
        Identity = "identity",
        /// A certificate of the current address, if it is another than the permanent one.
        Address = "address",
        /// Medical documents, pictures among them.
        Medical = "medical",
        /// All tests and consultations of the last 12 months.
        Tests = "tests",
        /// The decision that TELK made before.
        Decision = "decision",
        /// A list of the diseases that are to be entered.
        Diseases = "diseases",
        /// A list of the medicines one takes, or their boxes.
        Medicines = "medicines",
    }
}

codes! {
    /// What only the patient knows, and on which papers depend.
    pub enum Fact {
        /// One lives somewhere else than at the permanent address.
        OtherAddress = "other_address",
        /// TELK decided about them before.
        Decided = "decided",
        /// The decision holds for life.
        ForLife = "for_life",
    }
}

codes! {
    /// What a note cannot be.
    pub enum Problem {
        /// The year is not between [`FIRST_YEAR`] and [`LAST_YEAR`].
        YearOutOfRange = "day.year_out_of_range",
        /// The place has more than [`PLACE_LIMIT`] characters.
        PlaceTooLong = "place.too_long",
        /// The test has no name.
        NameMissing = "name.missing",
        /// The name has more than [`NAME_LIMIT`] characters.
        NameTooLong = "name.too_long",
        /// There are [`TESTS_LIMIT`] tests.
        TooManyTests = "tests.too_many",
    }
}

codes! {
    /// Two notes that do not fit together. Both are kept: only the patient knows which is wrong.
    pub enum Oddity {
        /// The protocol was made before it was asked for.
        MadeBeforeAsked = "made_before_asked",
        /// The visit at which the file is put together is after the session.
        VisitAfterSession = "visit_after_session",
        /// TELK sits before the protocol was made.
        SessionBeforeMade = "session_before_made",
        /// The file came back before it was handed over.
        ReturnedBeforeLent = "returned_before_lent",
        /// The protocol is noted as made on a day to come.
        MadeAhead = "made_ahead",
        /// The file is noted as back on a day to come.
        ReturnedAhead = "returned_ahead",
    }
}

/// A test or a consultation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// What it is, in the patient's words; nothing around it is blank.
    pub name: String,
    /// When it was made, or is going to be.
    pub on: NaiveDate,
}

/// A plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The days that are known.
    pub days: BTreeMap<DayOf, NaiveDate>,
    /// What the patient said; a fact that is not here is not known.
    pub facts: BTreeMap<Fact, bool>,
    /// Who wanted the expertise, if that was said.
    pub initiator: Option<Initiator>,
    /// Where TELK sits, as the letter says; empty if not known.
    pub place: String,
    /// The papers that are ready.
    pub ready: BTreeSet<Paper>,
    /// Tests and consultations, by opaque id, in the order in which they were noted.
    pub tests: Vec<(String, Test)>,
}

impl Plan {
    /// A day, if it is known.
    #[must_use]
    pub fn day(&self, of: DayOf) -> Option<NaiveDate> {
        self.days.get(&of).copied()
    }

    /// A fact, if it was said. Who has a decision that expires has one.
    #[must_use]
    pub fn fact(&self, fact: Fact) -> Option<bool> {
        let said = self.facts.get(&fact).copied();
        match fact {
            Fact::Decided if self.day(DayOf::Expires).is_some() => Some(true),
            Fact::Decided | Fact::OtherAddress | Fact::ForLife => said,
        }
    }

    /// Notes that do not fit together.
    #[must_use]
    pub fn oddities(&self, today: NaiveDate) -> Vec<Oddity> {
        let before = |one, other| self.day(one).zip(self.day(other)).is_some_and(|(one, other)| one < other);
        let ahead = |of| self.day(of).is_some_and(|day| today < day);
        let all = [
            (before(DayOf::Made, DayOf::Asked), Oddity::MadeBeforeAsked),
            (before(DayOf::Session, DayOf::Visit), Oddity::VisitAfterSession),
            (before(DayOf::Session, DayOf::Made), Oddity::SessionBeforeMade),
            (before(DayOf::Returned, DayOf::Lent), Oddity::ReturnedBeforeLent),
            (ahead(DayOf::Made), Oddity::MadeAhead),
            (ahead(DayOf::Returned), Oddity::ReturnedAhead),
        ];
        all.into_iter().filter(|(there, _)| *there).map(|(_, oddity)| oddity).collect()
    }
}

impl Oddity {
    /// The day beside which it is said.
    #[must_use]
    pub const fn beside(self) -> DayOf {
        match self {
            Self::MadeBeforeAsked | Self::MadeAhead => DayOf::Made,
            Self::VisitAfterSession => DayOf::Visit,
            Self::SessionBeforeMade => DayOf::Session,
            Self::ReturnedBeforeLent | Self::ReturnedAhead => DayOf::Returned,
        }
    }
}

/// TELK is an authority of Bulgaria: in another system there is nothing to plan.
#[must_use]
pub fn serves(system: Option<System>) -> bool {
    system == Some(System::Bulgaria)
}

/// Whether a day can be noted.
///
/// # Errors
///
/// [`Problem::YearOutOfRange`].
pub fn check_day(day: NaiveDate) -> Result<(), Problem> {
    if (FIRST_YEAR..=LAST_YEAR).contains(&day.year()) { Ok(()) } else { Err(Problem::YearOutOfRange) }
}

/// Whether a place can be noted. Blanks around it do not count.
///
/// # Errors
///
/// [`Problem::PlaceTooLong`].
pub fn check_place(place: &str) -> Result<(), Problem> {
    if place.trim().chars().count() > PLACE_LIMIT { Err(Problem::PlaceTooLong) } else { Ok(()) }
}

/// Whether a test can have this name. Blanks around it do not count.
///
/// # Errors
///
/// [`Problem::NameMissing`] and [`Problem::NameTooLong`].
pub fn check_name(name: &str) -> Result<(), Problem> {
    match name.trim().chars().count() {
        0 => Err(Problem::NameMissing),
        1..=NAME_LIMIT => Ok(()),
        _ => Err(Problem::NameTooLong),
    }
}

/// Whether a change of a plan can be made.
///
/// # Errors
///
/// The first [`Problem`].
pub fn check(plan: &Plan, change: &Change) -> Result<(), Problem> {
    match change {
        Change::Day(_, Some(day)) => check_day(*day),
        Change::Place(place) => check_place(place),
        Change::Test(id, Some(test)) => {
            let new = plan.tests.iter().all(|(other, _)| other != id);
            if new && plan.tests.len() >= TESTS_LIMIT {
                return Err(Problem::TooManyTests);
            }
            check_name(&test.name).and_then(|()| check_day(test.on))
        }
        Change::Day(_, None)
        | Change::Fact(..)
        | Change::Initiator(_)
        | Change::Ready(..)
        | Change::Test(_, None) => Ok(()),
    }
}
