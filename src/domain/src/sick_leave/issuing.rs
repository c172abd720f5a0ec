//! How sheets are issued: for today, for past time, for several employers, again, and against objections.

use chrono::{Datelike, NaiveDate};

use crate::coded::{Code, codes};
use crate::rules::{Basis, NoData, Sourced};
use crate::sick_leave::posted::{Item, PAST_WITHOUT_EXAM, POSTED, Posted, ReachBack};

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
        reach_back: Option<Sourced<ReachBack>>,
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
        let reach_back = PAST_WITHOUT_EXAM.sourced(today, today).ok();
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
