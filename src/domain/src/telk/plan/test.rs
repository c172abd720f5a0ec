//! Until when a test counts, and whether it does for the session that is known.

use chrono::NaiveDate;

use crate::rules::Basis;
use crate::telk::plan::{DayOf, Plan, Test};
use crate::validity::telk_tests::{TestAge, TestProblem, test_age};

/// Whether a test counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// For the session that is known.
    ForSession,
    /// It is too old for the session: it has to be made again.
    TooOld,
    /// It is later than the session.
    AfterSession,
    /// No session is known, and one today would take it.
    Still,
    /// No session is known, and one today would not take it any more: it has to be made again.
    NotAnyMore,
    /// No source speaks of the day.
    NotKnown,
}

/// What the rule says of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TestStanding {
    /// Whether it counts.
    pub counts: Counts,
    /// The last day of a session that takes it, if that is known.
    pub until: Option<NaiveDate>,
    /// By which rule.
    pub basis: Option<Basis>,
}

impl TestStanding {
    /// Whether it has to be made again.
    #[must_use]
    pub const fn again(&self) -> bool {
        matches!(self.counts, Counts::TooOld | Counts::NotAnyMore)
    }
}

/// What the rule says of a test, with the session that is known, asked on `today`.
#[must_use]
pub fn test_standing(test: &Test, session: Option<NaiveDate>, today: NaiveDate) -> TestStanding {
    // A session on the day of the test takes it, so this always brings the last day, if there is a rule.
    let alone = test_age(test.on, test.on, today);
    let told = |counts, age: Result<TestAge, TestProblem>| TestStanding {
        counts,
        until: age.ok().or(alone.ok()).map(|age| age.counts_until),
        basis: age.ok().or(alone.ok()).map(|age| age.basis),
    };
    let counts = |age: &Result<TestAge, TestProblem>, yes, no| match age {
        Ok(age) if age.accepted => yes,
        Ok(_) => no,
        Err(TestProblem::AfterSession) => Counts::AfterSession,
        Err(TestProblem::BeyondCalendar | TestProblem::NoData(_)) => Counts::NotKnown,
    };
    if let Some(session) = session {
        let age = test_age(test.on, session, today);
        told(counts(&age, Counts::ForSession, Counts::TooOld), age)
    } else {
        let age = test_age(test.on, today.max(test.on), today);
        told(counts(&age, Counts::Still, Counts::NotAnyMore), age)
    }
}

/// The tests of a plan with what the rule says of each, the oldest first: it is the first that is of no use any more.
#[must_use]
pub fn by_age(plan: &Plan, today: NaiveDate) -> Vec<(&str, &Test, TestStanding)> {
    let session = plan.day(DayOf::Session);
    let mut tests: Vec<_> = plan
        .tests
        .iter()
        .map(|(id, test)| (id.as_str(), test, test_standing(test, session, today)))
        .collect();
    tests.sort_by_key(|(_, test, _)| test.on);
    tests
}
