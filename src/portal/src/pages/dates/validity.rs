//! Until when a referral or a prescription is valid.

use chrono::NaiveDate;
use domain::coded::{Code, Coded};
use domain::rules::{NoData, Scope};
use domain::validity::{Kind as Paper, Runs, Standing, Validity, known_last_day, validity};

use super::practice;
use super::words::runs;
use crate::calculator::{
    Answer, Calculator, Choice, Given, Kind, Line, NO, Note, Picture, Question, Share, Stop, Tone, catalogue,
    nothing_known, written_day,
};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, dates as f};

const KIND: &str = "kind";
const ISSUED: &str = "issued";
const ON: &str = "on";

/// The calculator.
pub static VALIDITY: Calculator =
    Calculator { entry: &catalogue::VALIDITY, questions, answer, another_day: &[ISSUED, ON] };

fn questions(given: &Given) -> Vec<Question> {
    let kinds = Paper::ALL.iter().map(|paper| Choice::new(paper.code(), name(*paper)));
    let mut questions = vec![
        Question::new(KIND, f::validity_kind(), Kind::One(kinds.collect()))
            .granted(Paper::SpecialistReferral.code()),
    ];
    let Coded::Known(paper) = Paper::from_code(given.text(KIND)) else { return questions };
    if of_a_house(paper) {
        questions.push(practice::question());
        if !given.has(practice::PRACTICE) || given.is(practice::PRACTICE, NO) {
            return questions;
        }
    }
    questions.push(Question::new(ISSUED, counted_from(paper), Kind::Day).granted(written_day(given.today())));
    questions.push(Question::new(ON, f::validity_on(), Kind::Day).hint(f::validity_on_hint()).optional());
    questions
}

fn of_a_house(paper: Paper) -> bool {
    matches!(paper.series().scope(), Scope::Practice(_))
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let paper: Paper = given.one(KIND)?;
    if of_a_house(paper) && !paper.series().scope().applies_to(Some(practice::id(given)?)) {
        return Ok(practice::ask_yours());
    }
    let issued = given.day(ISSUED)?;
    let on = given.maybe(ON, Given::day)?;
    match validity(paper, issued, given.today()) {
        Err(no_data) => Ok(unknown(no_data)),
        Ok(valid) => match valid.on(on.unwrap_or(given.today())) {
            Standing::NotYet if on.is_some() => Err(Stop::problem(ON, f::validity_not_yet(issued))),
            standing => Ok(until(paper, &valid, standing)),
        },
    }
}

/// Why nothing is known, and what the rule that is known would make of it.
pub fn unknown(no_data: NoData<Runs>) -> Answer {
    let answer = nothing_known(no_data, runs);
    match (known_last_day(&no_data), no_data.known) {
        (Some(last), Some(entry)) => {
            answer.line(Line::new(f::validity_by_known()).value(c::day(last)).source(entry))
        }
        _ => answer,
    }
}

/// Until when it is valid, and how it stands.
pub fn until(paper: Paper, valid: &Validity, standing: Standing) -> Answer {
    let (tone, sentence) = match (valid.last, valid.runs, standing) {
        (None, _, _) => (Tone::Heed, f::validity_as_written()),
        (Some(last), _, Standing::Expired { .. }) => (Tone::Bad, expired(paper, last)),
        (Some(last), Runs::UpTo(_), _) => (Tone::Good, f::validity_up_to(last)),
        (Some(last), _, _) => (Tone::Good, lasts(paper, last)),
    };
    let counting = match valid.runs {
        Runs::For(_) | Runs::UpTo(_) => f::validity_counting(),
        Runs::AsWritten => f::validity_as_written_why(),
    };
    let mut answer = Answer::new(tone, sentence)
        .line(Line::new(counted_from(paper)).value(c::day(valid.issued)))
        .line(Line::new(f::validity_term()).value(runs(valid.runs)).why(counting).source(valid.basis));
    if let (Some(last), Some(next)) = (valid.last, valid.first_invalid()) {
        let total = Line::new(f::validity_last()).value(c::day(last)).why(f::validity_no_longer(next));
        answer = answer.total(total.source(valid.basis));
    }
    if let Standing::Valid { days_gone, days_left } = standing {
        answer = answer.picture(picture(days_gone, days_left));
    }
    if paper == Paper::TelkFile {
        answer = answer.note(Note::new(Tone::Heed, f::validity_file_note()).source(valid.basis));
    }
    answer
}

fn picture(gone: i64, left: i64) -> Picture {
    let share = |label, days: i64| {
        let value = c::days(usize::try_from(days).unwrap_or_default());
        Share { label, value, size: days.unsigned_abs() }
    };
    Picture {
        label: f::validity_picture(),
        shares: vec![share(f::validity_gone(), gone), share(f::validity_left(), left)],
    }
}

/// What a paper is for: the sentence follows from that.
enum Use {
    Referral,
    Exam,
    Prescription,
    File,
}

fn used_as(paper: Paper) -> Use {
    match paper {
        Paper::SpecialistReferral | Paper::LaboratoryReferral | Paper::HospitalReferral => Use::Referral,
        Paper::SecondaryExam => Use::Exam,
        Paper::AcutePrescription
        | Paper::ChronicPrescription
        | Paper::NarcoticPrescription
        | Paper::OneOffPrescription
        | Paper::RepeatPrescription => Use::Prescription,
        Paper::TelkFile => Use::File,
    }
}

fn lasts(paper: Paper, last: NaiveDate) -> Msg {
    match used_as(paper) {
        Use::Referral => f::validity_until_referral(last),
        Use::Exam => f::validity_until_exam(last),
        Use::Prescription => f::validity_until_prescription(last),
        Use::File => f::validity_until_file(last),
    }
}

fn expired(paper: Paper, last: NaiveDate) -> Msg {
    match used_as(paper) {
        Use::Referral => f::validity_expired_referral(last),
        Use::Exam => f::validity_expired_exam(last),
        Use::Prescription => f::validity_expired_prescription(last),
        Use::File => f::validity_expired_file(last),
    }
}

fn counted_from(paper: Paper) -> Msg {
    match used_as(paper) {
        Use::Exam => f::validity_from_exam(),
        Use::File => f::validity_from_handing(),
        Use::Referral | Use::Prescription => f::validity_from_issue(),
    }
}

fn name(paper: Paper) -> Msg {
    match paper {
        Paper::SpecialistReferral => f::paper_specialist(),
        Paper::LaboratoryReferral => f::paper_laboratory(),
        Paper::HospitalReferral => f::paper_hospital(),
        Paper::SecondaryExam => f::paper_secondary(),
        Paper::AcutePrescription => f::paper_acute(),
        Paper::ChronicPrescription => f::paper_chronic(),
        Paper::NarcoticPrescription => f::paper_narcotic(),
        Paper::OneOffPrescription => f::paper_one_off(),
        Paper::RepeatPrescription => f::paper_repeat(),
        Paper::TelkFile => f::paper_file(),
    }
}

#[cfg(test)]
mod tests;
