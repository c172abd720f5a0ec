//! Leave to care for somebody: how much of it is paid, and who gives the sheets.

use domain::coded::Code;
use domain::sick_leave::carer::{InYear, LONGEST_DAYS};
use domain::sick_leave::family::{INFANCY, MAJORITY};
use domain::sick_leave::split::UsedProblem;
use domain::sick_leave::{AgeBand, Care, Granted, Kin, Need, Used, care};

use super::earlier::number;
use super::no_leave::{kin, refused};
use crate::calculator::{
    Answer, Calculator, Choice, Given, Kind, Line, NO, Note, Picture, Question, Share, Stop, Tone, YES,
    catalogue, count, days, written_day, yes_or_no,
};
use crate::i18n::Msg;
use crate::i18n::texts::leave as l;

const FIRST: &str = "first";
pub const DAYS: &str = "days";
const KIN: &str = "kin";
const AGE: &str = "age";
const NEED: &str = "need";
const BEFORE: &str = "before";
const RUN: &str = "before-run";
const IN_YEAR: &str = "before-year";
const PAID: &str = "before-paid";

/// The calculator.
pub static CARER: Calculator =
    Calculator { entry: &catalogue::CARER, questions, answer, another_day: &[FIRST] };

fn questions(given: &Given) -> Vec<Question> {
    let kins = Kin::ALL.iter().map(|one| Choice::new(one.code(), kin(*one)));
    let mut questions = vec![
        Question::new(KIN, l::carer_kin(), Kind::One(kins.collect())).granted(Kin::Child.code()).private(),
    ];
    if may_be_young(given) {
        let bands = AgeBand::ALL.iter().map(|one| Choice::new(one.code(), band(*one)));
        questions.push(
            Question::new(AGE, l::carer_age(), Kind::One(bands.collect()))
                .hint(l::carer_age_hint())
                .granted(AgeBand::Minor.code())
                .private(),
        );
    }
    let needs = Need::ALL.iter().map(|one| Choice::new(one.code(), need(*one)));
    let most = LONGEST_DAYS;
    questions.extend([
        Question::new(NEED, l::carer_need(), Kind::One(needs.collect()))
            .granted(Need::Illness.code())
            .private(),
        Question::new(FIRST, l::carer_first(), Kind::Day).granted(written_day(given.today())),
        Question::new(DAYS, l::carer_days(), Kind::Number { least: 1, most }).granted("14"),
        Question::new(BEFORE, l::carer_before(), yes_or_no()).granted(NO).private(),
    ]);
    if given.is(BEFORE, YES) {
        questions.extend([
            number(RUN, l::carer_run()).hint(l::earlier_run_hint()),
            number(IN_YEAR, l::carer_in_year()),
            number(PAID, l::carer_paid()).hint(l::carer_paid_hint()),
        ]);
    }
    questions
}

/// Only of children and of brothers and sisters the age is asked: the others are grown up.
fn may_be_young(given: &Given) -> bool {
    matches!(given.one(KIN), Ok(Kin::Child | Kin::Sibling))
}

fn band(band: AgeBand) -> Msg {
    let (infancy, majority) = (INFANCY.to_string(), MAJORITY.to_string());
    match band {
        AgeBand::Infant => l::carer_infant(infancy),
        AgeBand::Minor => l::carer_minor(infancy, majority),
        AgeBand::Adult => l::carer_adult(majority),
    }
}

fn need(need: Need) -> Msg {
    match need {
        Need::Illness => l::carer_illness(),
        Need::ContactInFacility => l::carer_contact_in_facility(),
        Need::ContactAtHome => l::carer_contact_at_home(),
        Need::HospitalWithInfant => l::carer_hospital(),
    }
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let before = given.yes(BEFORE)?;
    let had = |id| if before { given.number(id) } else { Ok(0) };
    let band = if may_be_young(given) { given.one(AGE)? } else { AgeBand::Adult };
    let request = Care {
        first: given.day(FIRST)?,
        days: given.number(DAYS)?,
        kin: given.one(KIN)?,
        age: band.least_years(),
        need: given.one(NEED)?,
        used: Used { without_break: had(RUN)?, in_year: had(IN_YEAR)? },
        paid_used: had(PAID)?,
    };
    match request.used.problem(request.first) {
        Some(UsedProblem::MoreThanPassed) => {
            return Err(Stop::problem(IN_YEAR, l::problem_more_than_passed()));
        }
        Some(UsedProblem::NotInYear) => return Err(Stop::problem(RUN, l::problem_not_in_year())),
        None => {}
    }
    match care(&request, given.today()) {
        Ok(granted) => Ok(told(&granted, &request, band)),
        Err(no_leave) => refused(no_leave, &request),
    }
}

fn told(granted: &Granted, request: &Care, band: AgeBand) -> Answer {
    let (all, paid, unpaid) = (days(request.days), days(granted.paid), days(granted.unpaid));
    let answer = match (granted.paid, granted.unpaid) {
        (_, 0) => Answer::new(Tone::Good, l::carer_all_paid(all)),
        (0, _) => Answer::new(Tone::Heed, l::carer_none_paid(all)),
        _ => Answer::new(Tone::Heed, l::carer_part_paid(all, paid.clone(), unpaid.clone())),
    };
    let answer =
        granted.years.iter().fold(answer, |answer, year| in_year(answer, *year, granted, request, band));
    let share = |label, value, size| Share { label, value, size: u64::from(size) };
    let answer = answer.picture(Picture {
        label: l::carer_picture(),
        shares: vec![
            share(l::carer_share_paid(), paid, granted.paid),
            share(l::carer_share_unpaid(), unpaid, granted.unpaid),
        ],
    });
    let answer = if granted.uses_paid_days {
        answer
    } else {
        let cap = count(granted.cap);
        answer.note(Note::new(Tone::Good, l::carer_apart(cap)).source(granted.pay))
    };
    match request.need {
        Need::Illness => answer.note(Note::new(Tone::Plain, l::carer_whose_doctor()).source(granted.leave)),
        Need::ContactInFacility | Need::ContactAtHome | Need::HospitalWithInfant => answer,
    }
}

/// The lines of one calendar year: a new one starts what is counted by the year again.
fn in_year(answer: Answer, year: InYear, granted: &Granted, request: &Care, band: AgeBand) -> Answer {
    let InYear { first, last, split, paid, unpaid, .. } = year;
    let limits = granted.limits;
    let (run, in_year) = (limits.without_break.to_string(), limits.in_year.to_string());
    let by_limits = l::carer_why_limits(run, in_year);
    let doctors = match request.need {
        Need::ContactInFacility => l::carer_why_quarantine(),
        Need::Illness | Need::ContactAtHome | Need::HospitalWithInfant => by_limits.clone(),
    };
    let cap = granted.cap.to_string();
    let paying = match (granted.uses_paid_days, band) {
        (false, _) => l::carer_why_apart(),
        (true, AgeBand::Adult) => l::carer_why_adult(cap),
        (true, AgeBand::Infant | AgeBand::Minor) => l::carer_why_child(cap),
    };
    let lines = [
        (split.doctor, l::carer_by_doctor(first, last), doctors, granted.leave),
        (split.commission, l::carer_by_commission(first, last), by_limits, granted.leave),
        (paid, l::carer_paid_line(first, last), paying.clone(), granted.pay),
        (unpaid, l::carer_unpaid_line(first, last), paying, granted.pay),
    ];
    let some = lines.into_iter().filter(|(count, ..)| *count > 0);
    some.fold(answer, |answer, (count, what, why, basis)| {
        answer.line(Line::new(what).value(days(count)).why(why).source(basis))
    })
}

#[cfg(test)]
mod tests;
