//! Who may come with a child to the doctor, and who consents by law.

mod law;
mod told;

use chrono::NaiveDate;
use domain::coded::Code;
use domain::consent::{
    Consultation, Escort, Exception, admission, escort_matters, exceptions_that_matter, incapacity_matters,
};
use domain::fee::Age;

use super::house;
use crate::calculator::{
    Answer, Calculator, Choice, Given, Kind, NO, Question, Stop, catalogue, nothing_known, written_day,
    yes_or_no,
};
use crate::i18n::Msg;
use crate::i18n::texts::practice as p;

const DAY: &str = "day";
const BORN: &str = "born";
const INCAPACITATED: &str = "incapacitated";
const ESCORT: &str = "escort";
const NOBODY: &str = "nobody";
const EXCEPTIONS: &str = "exceptions";

/// The calculator. On another day other questions would be asked.
pub static CHILD: Calculator = Calculator { entry: &catalogue::CHILD, questions, answer, another_day: &[] };

/// A visit, as far as it was told.
struct Visit {
    on: NaiveDate,
    age: Age,
    incapacitated: bool,
    escort: Option<Escort>,
    exceptions: Vec<Exception>,
}

impl Visit {
    fn consultation(&self) -> Consultation<'_> {
        let Self { age, incapacitated, escort, .. } = *self;
        Consultation { age, incapacitated, escort, exceptions: &self.exceptions }
    }
}

fn questions(given: &Given) -> Vec<Question> {
    let mut questions = Vec::new();
    // Where it stops is said with the answer; what was asked until then stays.
    let _ = ask(given, &mut questions);
    questions
}

fn answer(given: &Given) -> Result<Answer, Stop> {
    let today = given.today();
    let Some(visit) = ask(given, &mut Vec::new())? else {
        return Ok(law::ages(house::ask_yours(), today));
    };
    let answer = match admission(visit.on, visit.consultation(), today) {
        Ok(said) => told::told(&visit, &said, today),
        Err(no_data) => nothing_known(no_data, |limit| p::child_known(limit.0.to_string())),
    };
    let answer = law::consents(answer, &visit, today);
    Ok(answer.note(house::only_here()))
}

/// Asks, one question after the other, as far as they are answered and matter; `None` for a patient of another practice, of
/// whom nothing more need be told.
fn ask(given: &Given, questions: &mut Vec<Question>) -> Result<Option<Visit>, Stop> {
    questions.push(house::question());
    if !house::published(given)? {
        return Ok(None);
    }
    let today = given.today();
    questions.push(Question::new(DAY, p::child_day(), Kind::Day).granted(written_day(today)));
    questions.push(Question::new(BORN, p::child_born(), Kind::Day).private());
    let (on, age) = (given.day(DAY)?, Age::Born(given.day(BORN)?));
    if age.on(on).is_none() {
        return Err(Stop::problem(BORN, p::child_born_later(on)));
    }
    let mut visit = Visit { on, age, incapacitated: false, escort: None, exceptions: Vec::new() };
    if incapacity_matters(on, age, today) {
        let question = Question::new(INCAPACITATED, p::child_incapacitated(), yes_or_no());
        questions.push(question.hint(p::child_incapacitated_hint()).granted(NO).private());
        visit.incapacitated = given.yes(INCAPACITATED)?;
    }
    if escort_matters(on, age, visit.incapacitated, today) == Ok(true) {
        questions.push(escorts());
        visit.escort = if given.is(ESCORT, NOBODY) { None } else { Some(given.one(ESCORT)?) };
    }
    let matter = exceptions_that_matter(on, visit.consultation(), today).unwrap_or_default();
    if !matter.is_empty() {
        questions.push(exceptions(&matter));
        // What was ticked while somebody else came along is no answer any more.
        visit.exceptions = given.any(EXCEPTIONS).into_iter().filter(|one| matter.contains(one)).collect();
    }
    Ok(Some(visit))
}

fn escorts() -> Question {
    let mut choices = vec![Choice::new(NOBODY, p::escort_nobody())];
    choices.extend(Escort::ALL.iter().map(|one| {
        let choice = Choice::new(one.code(), escort(*one));
        match one {
            Escort::Guardian => choice.hint(p::escort_guardian_hint()),
            Escort::Trustee => choice.hint(p::escort_trustee_hint()),
            Escort::OtherRelative => choice.hint(p::escort_other_relative_hint()),
            Escort::Parent | Escort::Acquaintance => choice,
        }
    }));
    Question::new(ESCORT, p::child_escort(), Kind::One(choices)).private()
}

fn escort(escort: Escort) -> Msg {
    match escort {
        Escort::Parent => p::escort_parent(),
        Escort::Guardian => p::escort_guardian(),
        Escort::Trustee => p::escort_trustee(),
        Escort::OtherRelative => p::escort_other_relative(),
        Escort::Acquaintance => p::escort_acquaintance(),
    }
}

fn exceptions(matter: &[Exception]) -> Question {
    let choices = matter.iter().map(|one| match one {
        Exception::ParentTold => Choice::new(one.code(), p::exception_parent_told()),
        Exception::WrittenConsent => Choice::new(one.code(), p::exception_written_consent()),
        Exception::Critical => Choice::new(one.code(), p::exception_critical()),
        Exception::LawCase => {
            Choice::new(one.code(), p::exception_law_case()).hint(p::exception_law_case_hint())
        }
    });
    Question::new(EXCEPTIONS, p::child_exceptions(), Kind::Any(choices.collect()))
        .hint(p::child_exceptions_hint())
        .private()
}

#[cfg(test)]
mod tests;
