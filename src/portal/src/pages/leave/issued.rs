//! What becomes of a request for a sheet, in words.

use chrono::NaiveDate;
use domain::rules::{Basis, Sourced};
use domain::sick_leave::Request;
use domain::sick_leave::issuing::{Answer as Issued, Body, Refused};
use domain::sick_leave::posted::{Item, PAST_WITHOUT_EXAM, ReachBack, Told, to_tell};
use domain::working_day::{Certainty, working_day_after};

use crate::calculator::{Answer, Line, Note, Tone, count, days};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, leave as l};

/// The answer to somebody of another practice: its rules are not published, the law's exception is.
pub fn unregistered(sheet: bool, today: NaiveDate) -> Answer {
    let answer = Answer::new(Tone::Unknown, l::issuing_ask_practice());
    match PAST_WITHOUT_EXAM.sourced(today, today) {
        Ok(law) if sheet => reach_back(answer, law),
        _ => answer,
    }
}

/// The answer by the practice's rules.
pub fn told(issued: Issued, basis: Basis, request: &Request<'_>, today: NaiveDate) -> Answer {
    let answer = match issued {
        Issued::Today { sheets } => Answer::new(Tone::Good, l::issuing_today(count(sheets)))
            .line(for_each(sheets, request).source(basis)),
        Issued::Within { working_days, sheets } => within(working_days, sheets, request, basis, today),
        Issued::Certified { from, to } => {
            let (from, to) = (from.to_string(), to.to_string());
            let line = Line::new(l::issuing_certified_line()).value(l::years(from.clone(), to.clone()));
            Answer::new(Tone::Heed, l::issuing_certified(from, to))
                .line(line.why(l::issuing_certified_why()).source(basis))
        }
        Issued::Decided(bodies) => decided(bodies, basis),
        Issued::StatutoryLeave => Answer::new(Tone::Bad, l::issuing_statutory())
            .line(Line::new(l::issuing_statutory_line()).source(basis)),
        Issued::HospitalCommission => Answer::new(Tone::Plain, l::issuing_hospital())
            .line(Line::new(l::issuing_statutory_line()).source(basis)),
        Issued::Dentist => Answer::new(Tone::Plain, l::issuing_dentist())
            .line(Line::new(l::issuing_dentist_line()).source(basis)),
        Issued::Refused(why) => refused(why, basis),
    };
    match (request, to_tell(today)) {
        (Request::Sheet { .. }, Ok((told, basis))) => {
            match told.iter().copied().map(to_know).reduce(c::list_and) {
                Some(all) => answer.note(Note::new(Tone::Heed, l::issuing_to_know(all)).source(basis)),
                None => answer,
            }
        }
        _ => answer,
    }
}

/// How many sheets there are.
fn for_each(sheets: u32, request: &Request<'_>) -> Line {
    match request {
        Request::Sheet { .. } => {
            Line::new(l::issuing_sheets_line()).value(l::sheets(count(sheets))).why(l::issuing_sheets_why())
        }
        Request::Duplicate { .. } => Line::new(l::issuing_duplicate_line()).why(l::issuing_duplicate_why()),
        _ => Line::new(l::issuing_consultation_line()).why(l::issuing_consultation_why()),
    }
}

fn within(working_days: u32, sheets: u32, request: &Request<'_>, basis: Basis, today: NaiveDate) -> Answer {
    let term = c::working_days(count(working_days));
    let line = Line::new(l::issuing_term_line()).why(l::issuing_term_why(term.clone())).source(basis);
    let by = working_day_after(today, working_days);
    let answer = match by {
        Ok(by) => {
            Answer::new(Tone::Good, l::issuing_by(count(sheets), by.day)).line(line.value(c::day(by.day)))
        }
        Err(_) => {
            Answer::new(Tone::Good, l::issuing_within(count(sheets), term.clone())).line(line.value(term))
        }
    };
    let answer = answer.line(for_each(sheets, request).source(basis));
    match by {
        Ok(by) if by.certainty == Certainty::Computed => {
            answer.note(Note::new(Tone::Heed, l::issuing_days_off_computed()))
        }
        _ => answer,
    }
}

fn decided(bodies: &[Body], basis: Basis) -> Answer {
    let sentence = if let [first, then] = bodies {
        l::issuing_decided_two(body(*first), body(*then))
    } else {
        let all = bodies.iter().copied().map(body).reduce(c::list_and);
        all.map_or_else(l::issuing_ask_practice, l::issuing_decided)
    };
    let answer = Answer::new(Tone::Plain, sentence);
    bodies.iter().enumerate().fold(answer, |answer, (place, one)| {
        let what = if place == 0 { l::issuing_first_body() } else { l::issuing_next_body() };
        answer.line(Line::new(what).value(body(*one)).source(basis))
    })
}

fn body(body: Body) -> Msg {
    match body {
        Body::Commission => l::body_commission(),
        Body::Telk => l::body_telk(),
    }
}

fn refused(why: Refused, basis: Basis) -> Answer {
    let (tone, sentence, line) = match why {
        Refused::NoExamOnFirstDay { reach_back: law } => {
            let answer = Answer::new(Tone::Bad, l::issuing_no_exam())
                .line(Line::new(l::issuing_no_exam_line()).source(basis));
            return match law {
                Some(law) => reach_back(answer, law),
                None => answer,
            };
        }
        Refused::DocumentLacks(items) => {
            let answer = Answer::new(Tone::Heed, l::issuing_lacks(items.len()));
            return items.into_iter().fold(answer, |answer, one| {
                answer.line(Line::new(l::issuing_lacks_line(item(one))).source(basis))
            });
        }
        Refused::InAdvance => (Tone::Bad, l::issuing_in_advance(), l::issuing_in_advance_line()),
        Refused::NoEmployer => (Tone::Bad, l::issuing_no_employer(), l::issuing_no_employer_line()),
        Refused::WrittenWithReason => (Tone::Heed, l::issuing_in_writing(), l::issuing_duplicate_why()),
        Refused::NotMostOfTheDay => (Tone::Bad, l::issuing_too_short(), l::issuing_consultation_why()),
        Refused::NoteMissing => (Tone::Heed, l::issuing_note_missing(), l::issuing_consultation_why()),
    };
    Answer::new(tone, sentence).line(Line::new(line).source(basis))
}

/// The law's exception for past time.
fn reach_back(answer: Answer, law: Sourced<ReachBack>) -> Answer {
    let ReachBack { severe, not_answerable } = law.value;
    let line = |what, count| Line::new(what).value(days(count)).why(l::issuing_back_why()).source(law.basis);
    answer
        .line(line(l::issuing_back_severe(), severe))
        .line(line(l::issuing_back_not_answerable(), not_answerable))
}

/// What the document of an exam elsewhere shows.
pub fn item(item: Item) -> Msg {
    match item {
        Item::PatientNames => l::item_patient_names(),
        Item::ExamDate => l::item_exam_date(),
        Item::Diagnosis => l::item_diagnosis(),
        Item::Treatment => l::item_treatment(),
        Item::Opinion => l::item_opinion(),
        Item::DoctorNames => l::item_doctor_names(),
        Item::Signature => l::item_signature(),
        Item::Stamp => l::item_stamp(),
    }
}

fn to_know(told: Told) -> Msg {
    match told {
        Told::EmployerName => l::told_employer_name(),
        Told::EmployerAddress => l::told_employer_address(),
        Told::Position => l::told_position(),
    }
}
