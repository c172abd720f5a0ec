//! By when a request about one's own data is answered: one month, and two more where the fund says so in time.

use chrono::NaiveDate;

use crate::citation::Confidence::Official;
use crate::coded::codes;
use crate::data_right::sources::ANSWER_TERM;
use crate::insurance::System;
use crate::rules::{Basis, Dated, NoData, Remark, Scope, Series, Sourced, Span, day, planned, series};
use crate::term::Term;
use crate::working_day::{Counted, OutOfCalendar, certainty, is_working_day, working_day_after};

/// The term of the regulation. The guidelines 01/2022 of the European Data Protection Board (version 2.1 of
/// 28.03.2023, part 5.3) are the newest source that states both terms, and count as here.
macro_rules! term {
    ($id:literal, $months:literal) => {
        series!(
            $id,
            Scope::Law,
            day!("2023-03-28"),
            [Span::since(day!("2018-05-25"), Term::Months($months), ANSWER_TERM, Official)]
        )
    };
}

macro_rules! unknown {
    ($id:literal, $scope:expr) => {
        series!(
            $id,
            $scope,
            day!("2010-01-01"),
            [Span::unknown_since(day!("2010-01-01"), Remark::NoSourceFound)]
        )
    };
}

/// The answer is due.
pub static ANSWER: Series<Term> = term!("data_right.answer", 1);

/// What the fund may add, if it tells the person within the first term.
pub static EXTENSION: Series<Term> = term!("data_right.extension", 2);

/// Kazakhstan: no source was found.
pub static KAZAKHSTAN: Series<Term> = unknown!("data_right.answer_kazakhstan", Scope::Kazakhstan);

/// Altai krai: no source was found.
pub static ALTAI: Series<Term> = unknown!("data_right.answer_altai", Scope::Altai);

/// Series of this family.
pub const SERIES: &[&dyn Dated] = &[&ANSWER, &EXTENSION, &KAZAKHSTAN, &ALTAI];

/// A request on its way, in days of the fund's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// Whose law.
    pub system: System,
    /// The day of its receipt.
    pub received: NaiveDate,
    /// The day on which the person was told that it takes longer.
    pub extended: Option<NaiveDate>,
    /// The day of the answer.
    pub answered: Option<NaiveDate>,
}

codes! {
    /// Where the clock stands.
    pub enum Standing {
        /// The term runs.
        Running = "running",
        /// It is over, and there is no answer.
        Overdue = "overdue",
        /// Answered in time.
        Answered = "answered",
        /// Answered after the term.
        AnsweredLate = "answered_late",
    }
}

codes! {
    /// What became of an extension.
    pub enum Extension {
        /// Nobody was told of one.
        NotTold = "not_told",
        /// Told within the first term: the longer one counts.
        Counts = "counts",
        /// Told after the first term, too late to count.
        TooLate = "too_late",
    }
}

/// The last day of a term, and whether days off moved it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// The last day, a working day, and how sure the calendar is of it.
    pub by: Counted,
    /// The day on which the months end, if one does not work on it.
    pub moved_from: Option<NaiveDate>,
}

/// By when, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The last day of the first term.
    pub first: End,
    /// The last day that counts: of the longer term, if an extension counts.
    pub due: End,
    /// What became of an extension.
    pub extension: Extension,
    /// Where it stands.
    pub standing: Standing,
    /// The rule of the first term.
    pub basis: Basis,
    /// The rule of the extension.
    pub extension_basis: Basis,
}

/// Why there is no clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoClock {
    /// No rule is known for that day, or for that country at all.
    Rule(NoData<Term>),
    /// Answered or extended before it was received.
    OutOfOrder,
    /// The working days of that time are not known.
    Calendar(OutOfCalendar),
    /// Beyond the calendar.
    OutOfCalendar,
}

/// By when a request is answered, asked on `today`.
///
/// The day of receipt does not count; a term in months ends on the day of the same number, or on the last day of a
/// shorter month; if one does not work on it in Bulgaria, on the next working day. The extension runs from the receipt
/// too, and counts only if the person was told of it within the first term.
///
/// # Errors
///
/// [`NoClock::Rule`] outside of Bulgaria, and before 25.05.2018.
pub fn clock(course: &Course, today: NaiveDate) -> Result<Clock, NoClock> {
    let Course { system, received, extended, answered } = *course;
    if [extended, answered].into_iter().flatten().any(|day| day < received) {
        return Err(NoClock::OutOfOrder);
    }
    let series = match system {
        System::Bulgaria => &ANSWER,
        System::Kazakhstan => &KAZAKHSTAN,
        System::Russia => &ALTAI,
    };
    let Sourced { value: term, basis } = planned(series, received, today).map_err(NoClock::Rule)?;
    let Sourced { value: more, basis: extension_basis } =
        planned(&EXTENSION, received, today).map_err(NoClock::Rule)?;
    let first = end(received, term)?;
    let extension = match extended {
        None => Extension::NotTold,
        Some(told) if told <= first.by.day => Extension::Counts,
        Some(_) => Extension::TooLate,
    };
    let due = if extension == Extension::Counts { end(received, longer(term, more))? } else { first };
    let standing = match answered {
        Some(day) if day > due.by.day => Standing::AnsweredLate,
        Some(_) => Standing::Answered,
        None if today > due.by.day => Standing::Overdue,
        None => Standing::Running,
    };
    Ok(Clock { first, due, extension, standing, basis, extension_basis })
}

/// Both terms as one: adding them one after the other would lose a day over a short month.
const fn longer(term: Term, more: Term) -> Term {
    match (term, more) {
        (Term::Months(months), Term::Months(more)) => Term::Months(months + more),
        (Term::Days(days), Term::Days(more)) => Term::Days(days + more),
        (_, more) => more,
    }
}

fn end(received: NaiveDate, term: Term) -> Result<End, NoClock> {
    let last = term.last_day(received).ok_or(NoClock::OutOfCalendar)?;
    if is_working_day(last).map_err(NoClock::Calendar)? {
        return Ok(End { by: Counted { day: last, certainty: certainty(last) }, moved_from: None });
    }
    let by = working_day_after(last, 1).map_err(NoClock::Calendar)?;
    Ok(End { by, moved_from: Some(last) })
}
