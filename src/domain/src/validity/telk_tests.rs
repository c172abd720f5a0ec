//! How old tests and consultations may be when TELK sits.

use chrono::NaiveDate;

use crate::citation::Confidence::{Press, Secondary};
use crate::rules::sources::PRACTICE_POSTS_2019;
use crate::rules::{Basis, NoData, Scope, Series, Span, day, series};
use crate::term::Term;
use crate::validity::sources::TELK_2025;

/// Tests and consultations of so long before the session are accepted.
pub static OLDEST: Series<Term> = series!(
    "telk.test_age",
    Scope::Law,
    day!("2025-12-15"),
    [
        Span::known(day!("2019-01-01"), day!("2025-12-15"), Term::Months(12), PRACTICE_POSTS_2019, Secondary)
            .rule("PR-05"),
        Span::since(day!("2025-12-15"), Term::Months(12), TELK_2025, Press),
    ]
);

/// Whether a test is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TestAge {
    /// It is; else it has to be repeated.
    pub accepted: bool,
    /// The oldest day of a test that is accepted at this session.
    pub oldest: NaiveDate,
    /// The last day of a session at which this test is accepted by the same rule.
    pub counts_until: NaiveDate,
    /// By the rule of the day of the session, or of today if that is still to come.
    pub basis: Basis,
}

/// Why it cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestProblem {
    /// The test is later than the session.
    AfterSession,
    /// The days are beyond the calendar.
    BeyondCalendar,
    /// The rule of the day is not known.
    NoData(NoData<Term>),
}

/// Whether TELK accepts a test of one day at a session on another, asked on `today`.
///
/// # Errors
///
/// [`TestProblem`].
pub fn test_age(test: NaiveDate, session: NaiveDate, today: NaiveDate) -> Result<TestAge, TestProblem> {
    if test > session {
        return Err(TestProblem::AfterSession);
    }
    let rule = OLDEST.sourced(session.min(today), today).map_err(TestProblem::NoData)?;
    let oldest = rule.value.first_day(session).ok_or(TestProblem::BeyondCalendar)?;
    let counts_until = last_session(rule.value, test).ok_or(TestProblem::BeyondCalendar)?;
    Ok(TestAge { accepted: test >= oldest, oldest, counts_until, basis: rule.basis })
}

/// The last day from which `term`, counted back, still reaches `test`. A test of 28 February reaches a session on
/// 29 February of the next year: twelve months before that, February ended on the 28th.
fn last_session(term: Term, test: NaiveDate) -> Option<NaiveDate> {
    let reached = |session: &NaiveDate| term.first_day(*session).is_some_and(|oldest| oldest <= test);
    let end = term.last_day(test)?;
    Some(end.iter_days().take_while(reached).last().unwrap_or(end))
}
