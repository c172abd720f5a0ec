//! How long a practice keeps records, and how soon it tells of a breach.

use std::fmt;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::age::years_after;
use crate::citation::Confidence::Official;
use crate::coded::{Code, codes};
use crate::rules::sources::PRACTICE_RULES_2021;
use crate::rules::{
    Basis, Conflict, Dated, NoData, PUBLISHED_RULES, Remark, Scope, Series, Sourced, Span, day, series,
};

codes! {
    /// What becomes of records at the end.
    pub enum Fate {
        /// They are destroyed.
        Destroyed = "destroyed",
        /// They may be destroyed.
        MayBeDestroyed = "may_be_destroyed",
        /// The rules do not say.
        NotSaid = "not_said",
    }
}

/// How long records are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Years in the practice, or in the archive if they go there at once.
    pub years: u32,
    /// It may be longer.
    pub at_least: bool,
    /// Years in the archive after that.
    pub archive: Option<u32>,
    /// What then becomes of them.
    pub fate: Fate,
}

/// As `5 + 3 years, destroyed`.
impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.at_least { "at least " } else { "" })?;
        match self.archive {
            Some(archive) => write!(f, "{} + {archive} years, {}", self.years, self.fate.code()),
            None => write!(f, "{} years, {}", self.years, self.fate.code()),
        }
    }
}

const fn kept(term: Term, rule: &'static str) -> [Span<Term>; 1] {
    [Span::since(IN_FORCE, term, PRACTICE_RULES_2021, Official).rule(rule).remark(Remark::TwoStartsStated)]
}

const HOUSE: Scope = Scope::Practice(PUBLISHED_RULES);
const IN_FORCE: NaiveDate = day!("2021-06-01");

const fn term(years: u32, at_least: bool, archive: Option<u32>, fate: Fate) -> Term {
    Term { years, at_least, archive, fate }
}

/// Paper records, by the section on administrative services by phone (conflict C5).
pub static PAPER_A: Series<Term> = series!(
    "practice.keep.paper_a",
    HOUSE,
    IN_FORCE,
    kept(term(5, false, Some(3), Fate::Destroyed), "PR-77")
);

/// Paper records, by the section on contracts (conflict C5).
pub static PAPER_B: Series<Term> = series!(
    "practice.keep.paper_b",
    HOUSE,
    IN_FORCE,
    kept(term(5, false, Some(5), Fate::Destroyed), "PR-78")
);

/// Personal data on paper.
pub static DATA_ON_PAPER: Series<Term> = series!(
    "practice.keep.data_on_paper",
    HOUSE,
    IN_FORCE,
    kept(term(3, true, None, Fate::MayBeDestroyed), "PR-79")
);

/// Electronic personal data.
pub static ELECTRONIC_DATA: Series<Term> = series!(
    "practice.keep.electronic_data",
    HOUSE,
    IN_FORCE,
    kept(term(5, true, Some(5), Fate::NotSaid), "PR-79")
);

/// Electronic files of patients who left or died, in the archive.
pub static FORMER_PATIENT: Series<Term> = series!(
    "practice.keep.former_patient",
    HOUSE,
    IN_FORCE,
    kept(term(3, false, None, Fate::NotSaid), "PR-79")
);

/// The log of access from outside.
pub static ACCESS_LOG: Series<Term> =
    series!("practice.keep.access_log", HOUSE, IN_FORCE, kept(term(5, false, None, Fate::NotSaid), "PR-79"));

/// Documents on access.
pub static ACCESS_DOCUMENTS: Series<Term> = series!(
    "practice.keep.access_documents",
    HOUSE,
    IN_FORCE,
    kept(term(5, true, None, Fate::NotSaid), "PR-79")
);

/// Series of this family.
pub const SERIES: &[&dyn Dated] = &[
    &PAPER_A,
    &PAPER_B,
    &DATA_ON_PAPER,
    &ELECTRONIC_DATA,
    &FORMER_PATIENT,
    &ACCESS_LOG,
    &ACCESS_DOCUMENTS,
    &BREACH_HOURS,
];

codes! {
    /// Kinds of records.
    pub enum Records {
        /// Paper records by one wording of the rules.
        PaperA = "paper_a",
        /// Paper records by the other.
        PaperB = "paper_b",
        /// Personal data on paper.
        DataOnPaper = "data_on_paper",
        /// Electronic personal data.
        ElectronicData = "electronic_data",
        /// The electronic file of a patient who left or died.
        FormerPatient = "former_patient",
        /// The log of access from outside.
        AccessLog = "access_log",
        /// Documents on access.
        AccessDocuments = "access_documents",
    }
}

impl Records {
    /// How long records of this kind are kept.
    #[must_use]
    pub const fn series(self) -> &'static Series<Term> {
        match self {
            Self::PaperA => &PAPER_A,
            Self::PaperB => &PAPER_B,
            Self::DataOnPaper => &DATA_ON_PAPER,
            Self::ElectronicData => &ELECTRONIC_DATA,
            Self::FormerPatient => &FORMER_PATIENT,
            Self::AccessLog => &ACCESS_LOG,
            Self::AccessDocuments => &ACCESS_DOCUMENTS,
        }
    }

    /// The contradiction that this kind is one reading of.
    #[must_use]
    pub const fn conflict(self) -> Option<Conflict> {
        match self {
            Self::PaperA | Self::PaperB => Some(Conflict::PaperArchive),
            Self::DataOnPaper
            | Self::ElectronicData
            | Self::FormerPatient
            | Self::AccessLog
            | Self::AccessDocuments => None,
        }
    }
}

/// When records are archived, and when they are over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Since this day the first term is over: the records are archived, or their end has come.
    pub first_over: NaiveDate,
    /// Since this day the archive's term is over too, where there is one.
    pub archive_over: Option<NaiveDate>,
    /// For how long, and what then.
    pub term: Term,
    /// What it rests on.
    pub basis: Basis,
    /// The contradiction that it is one reading of; the practice has to be asked.
    pub conflict: Option<Conflict>,
}

/// Why no days can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptProblem {
    /// The practice's rules do not speak of the day.
    NoData(NoData<Term>),
    /// The term ends beyond the calendar.
    BeyondCalendar,
}

/// How long records that were issued, or whose term started, on `start` are kept by the rules of `on`, asked on
/// `today`. The whole term is counted from the start, so that an archive of a 29 February is not emptied a day
/// early.
///
/// # Errors
///
/// [`KeptProblem`].
pub fn kept_until(
    records: Records,
    start: NaiveDate,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<Kept, KeptProblem> {
    let Sourced { value: term, basis } = records.series().sourced(on, today).map_err(KeptProblem::NoData)?;
    let over = |years| years_after(start, years).ok_or(KeptProblem::BeyondCalendar);
    let archive_over = term.archive.map(|archive| over(term.years + archive)).transpose()?;
    Ok(Kept { first_over: over(term.years)?, archive_over, term, basis, conflict: records.conflict() })
}

/// Within so many hours of finding a breach of personal data the practice tells those it concerns, by a notice
/// in the waiting room, on its site, or both.
pub static BREACH_HOURS: Series<u32> = series!(
    "practice.breach_hours",
    HOUSE,
    IN_FORCE,
    [Span::since(IN_FORCE, 72, PRACTICE_RULES_2021, Official).rule("PR-81").remark(Remark::TwoStartsStated)]
);

/// The last instant at which a breach found at `found` is told in time, asked on `today`. Hours are hours: they
/// run over the weekend, and a night on which the clocks change has one more or less on the clock.
///
/// # Errors
///
/// [`NoData`] where the practice's rules do not speak of the day.
pub fn breach_told_by(found: DateTime<Utc>, today: NaiveDate) -> Result<Sourced<DateTime<Utc>>, NoData<u32>> {
    let day = crate::moment::Zone::Sofia.day(found);
    let Sourced { value: hours, basis } = BREACH_HOURS.sourced(day, today)?;
    Ok(Sourced { value: found + TimeDelta::hours(i64::from(hours)), basis })
}
