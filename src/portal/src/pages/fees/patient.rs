//! What a fee depends on: age, sex, pension, and what may free somebody from it.

use chrono::NaiveDate;
use domain::coded::Code;
use domain::fee::{Age, Circumstance, Patient};
use domain::person::Sex;

use super::circumstance::{circumstance, explained};
use crate::calculator::{Choice, Given, Kind, NO, Question, Stop, YES, yes_or_no};
use crate::i18n::texts::fees as f;

/// Names of the questions.
pub const BORN: &str = "born";
/// Sex.
pub const SEX: &str = "sex";
/// Whether a pension is drawn.
pub const RETIRED: &str = "retired";
/// The day of a birth given.
pub const BIRTH: &str = "gave-birth";
const CIRCUMSTANCES: &str = "circumstances";
const AGE: &str = "age";

/// Who does not tell an age is taken for an adult of no special age.
pub const ADULT: Age = Age::Years(40);
/// The oldest age that one can tell.
const OLDEST: u32 = 130;

/// What one can say of oneself. What follows from the birthday is asked by it.
const ASKED: [Circumstance; 15] = [
    Circumstance::Student,
    Circumstance::Pregnant,
    Circumstance::RecentMother,
    Circumstance::RegisteredUnemployed,
    Circumstance::NonWorkingFamilyMember,
    Circumstance::SociallyWeak,
    Circumstance::CareHome,
    Circumstance::Malignancy,
    Circumstance::SevereIncapacity,
    Circumstance::ListedDisease,
    Circumstance::Veteran,
    Circumstance::InjuredInDefence,
    Circumstance::Conscript,
    Circumstance::MedicalSpecialist,
    Circumstance::Detained,
];

/// The questions about a patient whose fee may be reduced. All of them are private.
pub fn questions(given: &Given) -> Vec<Question> {
    let mut questions = vec![born().hint(f::born_hint()).optional()];
    // Sex decides only together with age.
    if given.has(BORN) {
        questions.push(sex().hint(f::sex_hint()).optional());
    }
    questions.push(retired().granted(NO));
    questions.extend(circumstances(given));
    questions
}

/// The questions about a patient who may be free of a fee.
pub fn exempting(given: &Given) -> Vec<Question> {
    let mut questions = vec![born().hint(f::born_hint_minor()).optional()];
    questions.extend(circumstances(given));
    questions
}

/// The day of birth.
pub fn born() -> Question {
    Question::new(BORN, f::born(), Kind::Day).private()
}

/// Sex.
pub fn sex() -> Question {
    let sexes =
        vec![Choice::new(Sex::Female.code(), f::sex_female()), Choice::new(Sex::Male.code(), f::sex_male())];
    Question::new(SEX, f::sex(), Kind::One(sexes)).private()
}

/// Whether a pension is drawn.
pub fn retired() -> Question {
    Question::new(RETIRED, f::retired(), yes_or_no()).private()
}

/// The day of a birth given.
pub fn birth() -> Question {
    Question::new(BIRTH, f::gave_birth(), Kind::Day).private()
}

fn circumstances(given: &Given) -> Vec<Question> {
    let choices = ASKED.iter().map(|one| {
        let choice = Choice::new(one.code(), circumstance(*one));
        match explained(*one) {
            Some(hint) => choice.hint(hint),
            None => choice,
        }
    });
    let question = Question::new(CIRCUMSTANCES, f::circumstances(), Kind::Any(choices.collect()));
    let mut questions = vec![question.hint(f::circumstances_hint()).private()];
    let said = said(given);
    if said.contains(&Circumstance::RecentMother) {
        questions.push(birth());
    }
    // Newer lists free those in education up to an age.
    if said.contains(&Circumstance::Student) && !given.has(BORN) {
        let age = Kind::Number { least: 0, most: OLDEST };
        questions.push(Question::new(AGE, f::age(), age).hint(f::age_hint()).private());
    }
    questions
}

fn said(given: &Given) -> Vec<Circumstance> {
    given.any(CIRCUMSTANCES)
}

/// The patient whom the answers describe.
#[derive(Debug)]
pub struct Answers {
    age: Age,
    sex: Option<Sex>,
    retired: bool,
    gave_birth: Option<NaiveDate>,
    circumstances: Vec<Circumstance>,
}

impl Answers {
    /// Reads the answers, for visits or stays that begin on these days.
    ///
    /// # Errors
    /// [`Stop`] when one cannot be read, or somebody would not be born yet.
    pub fn read(given: &Given, days: &[NaiveDate]) -> Result<Self, Stop> {
        let born = given.maybe(BORN, Given::day)?;
        let age = match (born, given.maybe(AGE, Given::number)?) {
            (Some(born), _) => Age::Born(born),
            (None, Some(years)) => Age::Years(years),
            (None, None) => ADULT,
        };
        for day in days {
            not_before_birth(BORN, age, *day)?;
        }
        let circumstances = said(given);
        let gave_birth =
            if circumstances.contains(&Circumstance::RecentMother) { Some(given.day(BIRTH)?) } else { None };
        Ok(Self {
            age,
            sex: given.maybe(SEX, Given::one)?,
            retired: given.is(RETIRED, YES),
            gave_birth,
            circumstances,
        })
    }

    /// As the rules ask for it.
    pub fn patient(&self) -> Patient<'_> {
        Patient {
            age: self.age,
            sex: self.sex,
            retired: self.retired,
            gave_birth: self.gave_birth,
            circumstances: &self.circumstances,
        }
    }
}

/// Nobody visits a doctor before being born.
///
/// # Errors
/// A problem of the question `id`.
pub fn not_before_birth(id: &'static str, age: Age, day: NaiveDate) -> Result<(), Stop> {
    if age.on(day).is_none() { Err(Stop::problem(id, f::born_later(day))) } else { Ok(()) }
}
