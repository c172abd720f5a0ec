//! How long a practice may take for its documents.

use std::fmt;

use crate::citation::Confidence::Official;
use crate::rules::sources::{PRACTICE_RULES_2021, PRACTICE_SICK_LEAVE_2021};
use crate::rules::{Dated, PUBLISHED_RULES, Remark, Scope, Series, Span, day, series};

/// How long the practice may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// During the visit.
    DuringVisit,
    /// This many working days at most.
    WorkingDays(u32),
    /// At the first opportunity.
    FirstOpportunity,
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuringVisit => f.write_str("during the visit"),
            Self::WorkingDays(days) => write!(f, "{days} working days"),
            Self::FirstOpportunity => f.write_str("first opportunity"),
        }
    }
}

/// By the later of the two starts that the rules state (conflict C6).
const fn house(term: Term, rule: &'static str) -> Span<Term> {
    Span::since(day!("2021-06-01"), term, PRACTICE_RULES_2021, Official)
        .rule(rule)
        .remark(Remark::TwoStartsStated)
}

const fn post(term: Term, rule: &'static str) -> Span<Term> {
    Span::since(day!("2021-02-01"), term, PRACTICE_SICK_LEAVE_2021, Official)
        .rule(rule)
        .remark(Remark::FirstDayAssumed)
}

/// One rule of the practice.
macro_rules! practice_term {
    ($id:literal, $verified_through:literal, $span:expr) => {
        series!($id, Scope::Practice(PUBLISHED_RULES), day!($verified_through), [$span])
    };
}

/// Documents of the basic package.
pub static BASIC: Series<Term> =
    practice_term!("practice.paper.basic", "2021-06-01", house(Term::DuringVisit, "PR-66"));

/// Past facts, on request.
pub static PAST_FACTS: Series<Term> =
    practice_term!("practice.paper.past_facts", "2021-06-01", house(Term::WorkingDays(3), "PR-67"));

/// Other documents: the doctor sets the term, and this is the longest.
pub static OTHER: Series<Term> =
    practice_term!("practice.paper.other", "2021-06-01", house(Term::WorkingDays(5), "PR-68"));

/// Past facts that nobody asked for in time.
pub static UNREQUESTED: Series<Term> =
    practice_term!("practice.paper.unrequested", "2021-06-01", house(Term::FirstOpportunity, "PR-69"));

/// Documents that patients with a contract order by phone.
pub static BY_PHONE: Series<Term> =
    practice_term!("practice.paper.by_phone", "2021-06-01", house(Term::WorkingDays(2), "PR-70"));

/// A sick sheet for past time.
pub static PAST_SICK_SHEET: Series<Term> =
    practice_term!("practice.paper.past_sick_sheet", "2021-02-01", post(Term::WorkingDays(1), "PR-44"));

/// A duplicate of a sick sheet.
pub static SICK_SHEET_DUPLICATE: Series<Term> =
    practice_term!("practice.paper.sick_sheet_duplicate", "2021-02-01", post(Term::WorkingDays(1), "PR-44"));

/// Series of this family.
pub const SERIES: &[&dyn Dated] =
    &[&BASIC, &PAST_FACTS, &OTHER, &UNREQUESTED, &BY_PHONE, &PAST_SICK_SHEET, &SICK_SHEET_DUPLICATE];
