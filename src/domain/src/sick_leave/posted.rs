//! What is written on issuing sheets: the practice's numbers and lists, and the law's exception for past time.

use std::fmt;

use chrono::NaiveDate;

use crate::citation::Confidence::{Official, Press};
use crate::coded::{Code, codes};
use crate::rules::sources::PRACTICE_SICK_LEAVE_2021;
use crate::rules::{Basis, NoData, PUBLISHED_RULES, Scope, Series, Span, day, series};
use crate::sick_leave::sources::PAST_2026;

/// The numbers in the practice's rules on issuing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posted {
    /// Working days from the request within which a sheet for past time, or a duplicate, is issued.
    pub working_days: u32,
    /// Calendar years, the current one included, of which employers certify the sheets for a new booklet.
    pub booklet_years: u8,
}

/// `1 working day, 3 years`.
impl fmt::Display for Posted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} working day, {} years", self.working_days, self.booklet_years)
    }
}

/// The practice's rules on issuing sheets.
pub static POSTED: Series<Posted> = series!(
    "practice.sick_sheets",
    Scope::Practice(PUBLISHED_RULES),
    day!("2021-02-01"),
    [Span::since(
        day!("2021-02-01"),
        Posted { working_days: 1, booklet_years: 3 },
        PRACTICE_SICK_LEAVE_2021,
        Official
    )]
);

/// How many days, the day of the exam included, a sheet may reach back without an exam on its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReachBack {
    /// In severe acute or flared-up chronic illness, where no exam was possible.
    pub severe: u32,
    /// For those who are not answerable for their acts because of the illness.
    pub not_answerable: u32,
}

/// `2 and 10 days`.
impl fmt::Display for ReachBack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} and {} days", self.severe, self.not_answerable)
    }
}

/// The exception that the insurance institute names. The practice's rules of 2021 name none.
pub static PAST_WITHOUT_EXAM: Series<ReachBack> = series!(
    "sick_leave.past_without_exam",
    Scope::Law,
    day!("2026-02-09"),
    [Span::since(day!("2026-02-09"), ReachBack { severe: 2, not_answerable: 10 }, PAST_2026, Press)]
);

codes! {
    /// What the document of an exam elsewhere has to show.
    pub enum Item {
        /// The patient's names.
        PatientNames = "patient_names",
        /// The date of the exam.
        ExamDate = "exam_date",
        /// The diagnosis.
        Diagnosis = "diagnosis",
        /// The treatment prescribed or given.
        Treatment = "treatment",
        /// An opinion on unfitness for work.
        Opinion = "opinion",
        /// The doctor's names.
        DoctorNames = "doctor_names",
        /// The signature.
        Signature = "signature",
        /// The stamp.
        Stamp = "stamp",
    }
}

codes! {
    /// What a patient has to know for a sheet, each exactly.
    pub enum Told {
        /// The employer's name.
        EmployerName = "employer_name",
        /// The employer's registered address.
        EmployerAddress = "employer_address",
        /// The position held there.
        Position = "position",
    }
}

/// What a patient has to know for a sheet, by the practice's rules of `today`: all of [`Told`].
///
/// # Errors
///
/// [`NoData`] before those rules.
pub fn to_tell(today: NaiveDate) -> Result<(&'static [Told], Basis), NoData<Posted>> {
    let posted = POSTED.sourced(today, today)?;
    Ok((Told::ALL, Basis { rule: Some("PR-32"), ..posted.basis }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_things_have_to_be_known_since_the_practice_said_so() {
        let (told, basis) = to_tell(day!("2021-02-01")).unwrap();
        assert_eq!(told, [Told::EmployerName, Told::EmployerAddress, Told::Position]);
        assert_eq!((basis.rule, basis.scope), (Some("PR-32"), Scope::Practice(PUBLISHED_RULES)));
        assert!(to_tell(day!("2021-01-31")).is_err());
    }
}
