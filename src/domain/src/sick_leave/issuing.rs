//! How sheets are issued: for today, for past time, for several employers, again, and against objections.

use std::fmt;

use chrono::{Datelike, NaiveDate};

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

/// Where the exam of the first day was, if there was one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exam<'a> {
    /// Nowhere.
    None,
    /// In this practice.
    Here(NaiveDate),
    /// Elsewhere, with a document that shows these items.
    Elsewhere {
        /// The day.
        day: NaiveDate,
        /// What the document shows.
        shows: &'a [Item],
    },
}

codes! {
    /// Who objects to a sheet.
    pub enum Party {
        /// The employer.
        Employer = "employer",
        /// The patient.
        Patient = "patient",
    }
}

codes! {
    /// Who decides on an objection.
    pub enum Body {
        /// The medical commission (ЛКК).
        Commission = "commission",
        /// The territorial expert commission (ТЕЛК), on appeal.
        Telk = "telk",
    }
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request<'a> {
    /// A sheet.
    Sheet {
        /// The first day of unfitness.
        from: NaiveDate,
        /// The exam of that day.
        exam: Exam<'a>,
        /// How many employers there are.
        employers: u32,
    },
    /// A duplicate of a lost or destroyed sheet.
    Duplicate {
        /// In writing, by the patient or the employer.
        written: bool,
        /// With the reason.
        reason_given: bool,
    },
    /// A new outpatient booklet (ЛАК) for a lost one.
    Booklet,
    /// An objection.
    Objection(Party),
    /// Treatment in a sanatorium.
    Sanatorium {
        /// Straight after treatment in hospital.
        after_hospital: bool,
    },
    /// An exam or a consultation, or accompanying somebody to one.
    Consultation {
        /// Minutes it takes, the way included.
        minutes: u32,
        /// Minutes of the working day.
        working_day: u32,
        /// The facility's note with the times is there.
        note: bool,
    },
    /// Treatment by a dentist.
    Dental,
}

/// Why a sheet is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// No exam on the day on which unfitness begins. The law may let a sheet reach back a little.
    NoExamOnFirstDay {
        /// By how much, where that is known for today.
        reach_back: Option<ReachBack>,
    },
    /// The document lacks these items.
    DocumentLacks(Vec<Item>),
    /// Unfitness begins later than today: no sheet in advance.
    InAdvance,
    /// There is no employer to issue it for.
    NoEmployer,
    /// The request has to be in writing and to give the reason.
    WrittenWithReason,
    /// It has to take most of the working day, the way included.
    NotMostOfTheDay,
    /// The facility's note with the times is missing.
    NoteMissing,
}

/// What becomes of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Issued today: one sheet for each employer, all with the same diagnosis, period and cause.
    Today {
        /// How many.
        sheets: u32,
    },
    /// Issued within so many working days of the request.
    Within {
        /// Working days.
        working_days: u32,
        /// How many, each for an employer as above, or one duplicate.
        sheets: u32,
    },
    /// Employers certify the sheets of these calendar years.
    Certified {
        /// The first year.
        from: i32,
        /// The last, which is the current one.
        to: i32,
    },
    /// These decide, in this order.
    Decided(&'static [Body]),
    /// No sheet: leave of another kind that the law gives.
    StatutoryLeave,
    /// The commission of the hospital issues it.
    HospitalCommission,
    /// Only the dentist issues it.
    Dentist,
    /// Refused.
    Refused(Refused),
}

/// What becomes of a request made on `today`, by the practice's rules of that day.
///
/// # Errors
///
/// [`NoData`] before those rules.
pub fn issue(request: &Request<'_>, today: NaiveDate) -> Result<(Answer, Basis), NoData<Posted>> {
    let posted = POSTED.sourced(today, today)?;
    let working_days = posted.value.working_days;
    let (answer, rule) = match *request {
        Request::Sheet { from, exam, employers } => {
            let rule = match (employers, from == today) {
                (2.., _) => "PR-42",
                (_, true) => "PR-31",
                (_, false) => "PR-43",
            };
            (sheet(from, exam, employers, working_days, today), rule)
        }
        Request::Duplicate { written: true, reason_given: true } => {
            (Answer::Within { working_days, sheets: 1 }, "PR-44")
        }
        Request::Duplicate { .. } => (Answer::Refused(Refused::WrittenWithReason), "PR-44"),
        Request::Booklet => {
            let to = today.year();
            (Answer::Certified { from: to + 1 - i32::from(posted.value.booklet_years), to }, "PR-46")
        }
        Request::Objection(Party::Employer) => (Answer::Decided(&[Body::Commission]), "PR-45"),
        Request::Objection(Party::Patient) => (Answer::Decided(&[Body::Commission, Body::Telk]), "PR-45"),
        Request::Sanatorium { after_hospital: true } => (Answer::HospitalCommission, "PR-41"),
        Request::Sanatorium { after_hospital: false } => (Answer::StatutoryLeave, "PR-41"),
        Request::Consultation { minutes, working_day, note } => {
            (consultation(minutes, working_day, note), "PR-40")
        }
        Request::Dental => (Answer::Dentist, "PR-48"),
    };
    Ok((answer, Basis { rule: Some(rule), ..posted.basis }))
}

fn sheet(from: NaiveDate, exam: Exam<'_>, employers: u32, working_days: u32, today: NaiveDate) -> Answer {
    if employers == 0 {
        return Answer::Refused(Refused::NoEmployer);
    }
    if from > today {
        return Answer::Refused(Refused::InAdvance);
    }
    let on_first_day = match exam {
        Exam::None => false,
        Exam::Here(day) | Exam::Elsewhere { day, .. } => day == from,
    };
    if !on_first_day {
        let reach_back = PAST_WITHOUT_EXAM.sourced(today, today).ok().map(|rule| rule.value);
        return Answer::Refused(Refused::NoExamOnFirstDay { reach_back });
    }
    if let Exam::Elsewhere { shows, .. } = exam {
        let lacking: Vec<Item> = Item::ALL.iter().copied().filter(|item| !shows.contains(item)).collect();
        if !lacking.is_empty() {
            return Answer::Refused(Refused::DocumentLacks(lacking));
        }
    }
    if from == today {
        Answer::Today { sheets: employers }
    } else {
        Answer::Within { working_days, sheets: employers }
    }
}

fn consultation(minutes: u32, working_day: u32, note: bool) -> Answer {
    if u64::from(minutes) * 2 <= u64::from(working_day) {
        return Answer::Refused(Refused::NotMostOfTheDay);
    }
    if !note {
        return Answer::Refused(Refused::NoteMissing);
    }
    Answer::Today { sheets: 1 }
}
