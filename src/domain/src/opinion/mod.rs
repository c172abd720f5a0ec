//! Opinions, proposals, signals and complaints to a practice: when they are looked at, when they are
//! answered, and whether at all (house rules PR-82 to PR-86).

mod reply;

pub use reply::{Channel, Column, Entry, Reply, Sender, Stage, lacking, reply};

use std::fmt;

use chrono::{Days, Months, NaiveDate};

use crate::citation::Confidence::Official;
use crate::coded::codes;
use crate::rules::sources::PRACTICE_RULES_2021;
use crate::rules::{
    Basis, Dated, NoData, PUBLISHED_RULES, Remark, Scope, Series, Sourced, Span, day, planned, series,
};

const PRACTICE: Scope = Scope::Practice(PUBLISHED_RULES);

/// A term in the practice's rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Months.
    Months(u32),
    /// Calendar days.
    Days(u32),
}

impl Term {
    /// The last day of the term that starts with an event on `day`. A term in months ends on the last day of
    /// a month that has no day of that number.
    #[must_use]
    pub fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Months(months) => day.checked_add_months(Months::new(months)),
            Self::Days(days) => day.checked_add_days(Days::new(u64::from(days))),
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Months(months) => write!(f, "{months} months"),
            Self::Days(days) => write!(f, "{days} days"),
        }
    }
}

const fn house(term: Term, rule: &'static str) -> Span<Term> {
    Span::since(day!("2021-06-01"), term, PRACTICE_RULES_2021, Official)
        .rule(rule)
        .remark(Remark::TwoStartsStated)
}

/// The manager looks at opinions at least once a month: so at each one within a month of its arrival.
pub static REVIEW: Series<Term> =
    series!("practice.opinion.review", PRACTICE, day!("2021-06-01"), [house(Term::Months(1), "PR-84")]);

/// It is answered within so many days of the review.
pub static ANSWER: Series<Term> =
    series!("practice.opinion.answer", PRACTICE, day!("2021-06-01"), [house(Term::Days(10), "PR-85")]);

/// Series of this family.
pub const SERIES: &[&dyn Dated] = &[&REVIEW, &ANSWER];

/// An opinion on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course<'a> {
    /// The practice.
    pub practice: &'a str,
    /// The day of its arrival in the journal.
    pub registered: NaiveDate,
    /// The day of the review, once there was one.
    pub reviewed: Option<NaiveDate>,
    /// The day of the answer, once there is one.
    pub answered: Option<NaiveDate>,
}

codes! {
    /// Where it stands today.
    pub enum Standing {
        /// It waits for the review.
        AwaitsReview = "awaits_review",
        /// It waits for the review for more than the term.
        ReviewOverdue = "review_overdue",
        /// It was reviewed and waits for the answer.
        AwaitsAnswer = "awaits_answer",
        /// The term of the answer is over.
        AnswerOverdue = "answer_overdue",
        /// Answered in time.
        Answered = "answered",
        /// Answered after the term.
        AnsweredLate = "answered_late",
    }
}

/// The days by which something has to happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeline {
    /// The last day for the review.
    pub review_by: NaiveDate,
    /// The review came after that day.
    pub reviewed_late: bool,
    /// The last day for the answer: counted from the review, or, before there is one, from the last day for
    /// it, which is the worst case.
    pub answer_by: NaiveDate,
    /// Where it stands.
    pub standing: Standing,
    /// The rule of the review.
    pub review: Basis,
    /// The rule of the answer.
    pub answer: Basis,
}

/// Why there is no timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTimeline {
    /// No rules of that practice are known.
    OtherPractice,
    /// Reviewed before it was registered, or answered before it was reviewed.
    OutOfOrder,
    /// The rules are not known for the day of registration.
    Rule(NoData<Term>),
    /// Beyond the calendar.
    OutOfCalendar,
}

/// When an opinion is reviewed and answered, asked on `today`. One still to be sent is answered by the rules
/// as they were last known ([`planned()`]).
///
/// # Errors
///
/// [`NoTimeline`].
pub fn timeline(course: &Course<'_>, today: NaiveDate) -> Result<Timeline, NoTimeline> {
    let Course { practice, registered, reviewed, answered } = *course;
    if !PRACTICE.applies_to(Some(practice)) {
        return Err(NoTimeline::OtherPractice);
    }
    let steps = [Some(registered), reviewed, answered];
    if !steps.iter().flatten().is_sorted() || (answered.is_some() && reviewed.is_none()) {
        return Err(NoTimeline::OutOfOrder);
    }
    let Sourced { value: to_review, basis: review } =
        planned(&REVIEW, registered, today).map_err(NoTimeline::Rule)?;
    let Sourced { value: to_answer, basis: answer } =
        planned(&ANSWER, registered, today).map_err(NoTimeline::Rule)?;
    let review_by = to_review.after(registered).ok_or(NoTimeline::OutOfCalendar)?;
    let answer_by = to_answer.after(reviewed.unwrap_or(review_by)).ok_or(NoTimeline::OutOfCalendar)?;
    let standing = match (reviewed, answered) {
        (_, Some(answered)) if answered > answer_by => Standing::AnsweredLate,
        (_, Some(_)) => Standing::Answered,
        (Some(_), None) if today > answer_by => Standing::AnswerOverdue,
        (Some(_), None) => Standing::AwaitsAnswer,
        (None, None) if today > review_by => Standing::ReviewOverdue,
        (None, None) => Standing::AwaitsReview,
    };
    let reviewed_late = reviewed.is_some_and(|reviewed| reviewed > review_by);
    Ok(Timeline { review_by, reviewed_late, answer_by, standing, review, answer })
}
