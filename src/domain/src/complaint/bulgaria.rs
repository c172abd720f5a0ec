//! Bulgaria: by when a complaint, a signal or a proposal is decided, and which ones are not looked into.

use chrono::NaiveDate;

use crate::citation::Confidence::{Official, Press, Unverified};
use crate::coded::codes;
use crate::complaint::sources::{CODE_111, CODE_118, CODE_121, INSPECTION};
use crate::opinion::Term;
use crate::rules::{Basis, NoData, Remark, Scope, Series, Sourced, Span, day, planned, series};

/// The pages bear no date, so nothing confirms them later than the day from which they can speak: 12.07.2006,
/// when the code came into force.
macro_rules! code_term {
    ($id:literal, $term:expr, $source:expr) => {
        series!(
            $id,
            Scope::Law,
            day!("2006-07-12"),
            [Span::since(day!("2006-07-12"), $term, $source, Official).remark(Remark::Undated)]
        )
    };
}

/// A proposal is decided.
pub static PROPOSAL: Series<Term> = code_term!("complaint.proposal", Term::Months(2), CODE_118);

/// A proposal is decided, if the higher authority makes the term longer.
pub static PROPOSAL_LONGEST: Series<Term> =
    code_term!("complaint.proposal_longest", Term::Months(6), CODE_118);

/// The decision on a proposal is told to the sender.
pub static PROPOSAL_NOTICE: Series<Term> = code_term!("complaint.proposal_notice", Term::Days(7), CODE_118);

/// Signals on violations older than this are not looked into.
pub static OLDEST: Series<Term> = code_term!("complaint.oldest", Term::Months(24), CODE_111);

/// A signal is decided: two months, by hearsay, and perhaps one more. Shown as such, never calculated with.
pub static SIGNAL: Series<Term> = series!(
    "complaint.signal",
    Scope::Law,
    day!("2006-07-12"),
    [Span::since(day!("2006-07-12"), Term::Months(2), CODE_121, Unverified).remark(Remark::TextNotSeen)]
);

/// A regional health inspection (РЗИ) makes its check. Inspections under this name exist since 2011.
pub static INSPECTION_CHECK: Series<Term> = series!(
    "complaint.inspection_check",
    Scope::Law,
    day!("2011-01-18"),
    [Span::since(day!("2011-01-18"), Term::Days(7), INSPECTION, Press).remark(Remark::Undated)]
);

/// The fund answers. The guide of 2010 promises a written answer and no term (BG10-03), and no source since.
pub static FUND: Series<Term> = series!(
    "complaint.fund",
    Scope::Law,
    day!("2010-01-01"),
    [Span::unknown_since(day!("2010-01-01"), Remark::NoSourceFound)]
);

codes! {
    /// What is sent, and to whom.
    pub enum Matter {
        /// A complaint to the fund or its regional office.
        ToFund = "fund",
        /// A complaint or signal to the regional health inspection, on a patient's rights.
        ToInspection = "inspection",
        /// A proposal under the administrative code.
        Proposal = "proposal",
        /// A signal under the administrative code.
        Signal = "signal",
    }
}

/// By when it is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided {
    /// The last day, as the term stands: of the decision, or of the inspection's check.
    pub by: NaiveDate,
    /// The last day on which the decision is told, if the source gives one.
    pub told_by: Option<NaiveDate>,
    /// The last day if the term is made longer, if it may be.
    pub at_the_latest: Option<NaiveDate>,
    /// By which rule.
    pub basis: Basis,
}

/// Why no day can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTerm {
    /// No source gives a term that may be calculated with.
    Rule(NoData<Term>),
    /// Beyond the calendar.
    OutOfCalendar,
}

/// By when something that was sent on `filed` is decided, asked on `today`.
///
/// # Errors
///
/// [`NoTerm::Rule`] of the fund and of signals: no source confirms a term.
pub fn decided_by(matter: Matter, filed: NaiveDate, today: NaiveDate) -> Result<Decided, NoTerm> {
    let series = match matter {
        Matter::ToFund => &FUND,
        Matter::ToInspection => &INSPECTION_CHECK,
        Matter::Proposal => &PROPOSAL,
        Matter::Signal => &SIGNAL,
    };
    let Sourced { value: term, basis } = planned(series, filed, today).map_err(NoTerm::Rule)?;
    let by = term.after(filed).ok_or(NoTerm::OutOfCalendar)?;
    if matter != Matter::Proposal {
        return Ok(Decided { by, told_by: None, at_the_latest: None, basis });
    }
    let notice = planned(&PROPOSAL_NOTICE, filed, today).map_err(NoTerm::Rule)?.value;
    let longest = planned(&PROPOSAL_LONGEST, filed, today).map_err(NoTerm::Rule)?.value;
    let told_by = notice.after(by).ok_or(NoTerm::OutOfCalendar)?;
    let at_the_latest = longest.after(filed).ok_or(NoTerm::OutOfCalendar)?;
    Ok(Decided { by, told_by: Some(told_by), at_the_latest: Some(at_the_latest), basis })
}

codes! {
    /// Whether the authority looks into it.
    pub enum Admission {
        /// It does.
        Admitted = "admitted",
        /// It does not: nobody says who sends it.
        Anonymous = "anonymous",
        /// It does not: the violation is older than two years.
        TooOld = "too_old",
    }
}

/// Whether an authority looks into a proposal or signal sent on `filed`, asked on `today`. `violated` is the
/// day of the violation, if it is about one; exactly two years are not "more than two years".
///
/// # Errors
///
/// [`NoTerm`] for days before the code.
pub fn admission(
    anonymous: bool,
    violated: Option<NaiveDate>,
    filed: NaiveDate,
    today: NaiveDate,
) -> Result<(Admission, Basis), NoTerm> {
    let Sourced { value: oldest, basis } = planned(&OLDEST, filed, today).map_err(NoTerm::Rule)?;
    let still = |violated: NaiveDate| oldest.after(violated).is_none_or(|last| filed <= last);
    let admission = match violated {
        _ if anonymous => Admission::Anonymous,
        Some(violated) if !still(violated) => Admission::TooOld,
        _ => Admission::Admitted,
    };
    Ok((admission, basis))
}
