//! "Do I have to pay the fee", question by question: what is asked next, until something frees or nothing is left.

use chrono::NaiveDate;
use domain::coded::Code;
use domain::fee::amounts::{REDUCTION, Reduction};
use domain::fee::exemption_lists::listing;
use domain::fee::visit::Provider;
use domain::fee::{Age, Circumstance, Exemption, Listing, Patient, exemption};
use domain::person::Sex;
use domain::rules::NoData;

use super::circumstance::{asked, explained};
use super::patient::{self, ADULT, BIRTH, BORN, RETIRED, SEX, not_before_birth};
use super::visit;
use crate::calculator::{Given, Kind, NO, Question, Stop, written_day, yes_or_no};
use crate::i18n::texts::fees as f;

/// The day on which the fee would be paid.
pub const DAY: &str = "day";
const PROVIDER: &str = "provider";

/// In this order it is asked: first what frees most people.
const ORDER: [Circumstance; 15] = [
    Circumstance::Student,
    Circumstance::Pregnant,
    Circumstance::RecentMother,
    Circumstance::RegisteredUnemployed,
    Circumstance::NonWorkingFamilyMember,
    Circumstance::Malignancy,
    Circumstance::SevereIncapacity,
    Circumstance::ListedDisease,
    Circumstance::SociallyWeak,
    Circumstance::CareHome,
    Circumstance::MedicalSpecialist,
    Circumstance::Veteran,
    Circumstance::InjuredInDefence,
    Circumstance::Conscript,
    Circumstance::Detained,
];

/// What was asked, and what was said.
pub struct Interview {
    /// The questions so far.
    pub questions: Vec<Question>,
    /// Whom one visits.
    pub provider: Provider,
    age: Age,
    sex: Option<Sex>,
    retired: bool,
    gave_birth: Option<NaiveDate>,
    said: Vec<Circumstance>,
}

/// How it ended.
pub enum End {
    /// Something frees.
    Freed(Exemption),
    /// Nothing frees, or nothing that is known for certain.
    NotFreed,
    /// Nobody knows who was free on that day.
    NoList(NoData<Listing>),
}

impl Interview {
    /// Nothing asked yet.
    pub fn new() -> Self {
        Self {
            questions: Vec::new(),
            provider: Provider::Gp,
            age: ADULT,
            sex: None,
            retired: false,
            gave_birth: None,
            said: Vec::new(),
        }
    }

    /// Asks, one question after the other, as far as they are answered.
    ///
    /// # Errors
    /// [`Stop`] at the first question that is not answered, or cannot be answered so.
    pub fn run(&mut self, given: &Given) -> Result<End, Stop> {
        let today = given.today();
        self.questions
            .push(Question::new(DAY, f::exemption_day(), Kind::Day).granted(written_day(given.today())));
        let day = given.day(DAY)?;
        if let Some(no_data) = no_list(day, today) {
            return Ok(End::NoList(no_data));
        }
        self.questions.push(patient::born().hint(f::exemption_born_hint()));
        self.age = Age::Born(given.day(BORN)?);
        not_before_birth(BORN, self.age, day)?;
        if let Some(found) = self.freed(day, today) {
            return Ok(End::Freed(found));
        }
        self.questions.push(patient::sex().hint(f::exemption_sex_hint()));
        self.sex = Some(given.one(SEX)?);
        for circumstance in ORDER {
            if !self.matters(circumstance, day, today) {
                continue;
            }
            self.ask(circumstance);
            if !given.yes(circumstance.code())? {
                continue;
            }
            if circumstance == Circumstance::RecentMother {
                self.questions.push(patient::birth());
                let child = given.day(BIRTH)?;
                not_before_birth(BIRTH, Age::Born(child), day)?;
                self.gave_birth = Some(child);
            }
            self.said.push(circumstance);
            if let Some(found) = self.freed(day, today) {
                return Ok(End::Freed(found));
            }
        }
        if pension_matters(day, today) {
            self.questions.push(patient::retired().granted(NO));
            self.retired = given.yes(RETIRED)?;
        }
        self.questions.push(visit::provider(PROVIDER));
        self.provider = given.one(PROVIDER)?;
        Ok(End::NotFreed)
    }

    /// The patient, as far as was said.
    pub fn patient(&self) -> Patient<'_> {
        Patient {
            age: self.age,
            sex: self.sex,
            retired: self.retired,
            gave_birth: self.gave_birth,
            circumstances: &self.said,
        }
    }

    fn ask(&mut self, circumstance: Circumstance) {
        let question = Question::new(circumstance.code(), asked(circumstance), yes_or_no()).private();
        self.questions.push(match explained(circumstance) {
            Some(hint) => question.hint(hint),
            None => question,
        });
    }

    fn freed(&self, day: NaiveDate, today: NaiveDate) -> Option<Exemption> {
        exemption(&self.patient(), day, today).ok().flatten()
    }

    /// Whether "yes" would make a difference: the list of the day frees for it, or is not known.
    fn matters(&self, circumstance: Circumstance, day: NaiveDate, today: NaiveDate) -> bool {
        let of_women = matches!(circumstance, Circumstance::Pregnant | Circumstance::RecentMother);
        if of_women && self.sex == Some(Sex::Male) {
            return false;
        }
        let gave_birth = (circumstance == Circumstance::RecentMother).then_some(day);
        let would_be = Patient { circumstances: &[circumstance], gave_birth, ..self.patient() };
        !matches!(exemption(&would_be, day, today), Ok(None))
    }
}

/// Why nothing is known of who was free on a day; `None` if anything is.
fn no_list(day: NaiveDate, today: NaiveDate) -> Option<NoData<Listing>> {
    let mut lists = Circumstance::ALL.iter().map(|one| listing(*one).sourced(day, today));
    let first = lists.next()?.err()?;
    lists.all(|list| list.is_err()).then_some(first)
}

/// Whether the fee of a day depends on a pension, or may depend on it.
fn pension_matters(day: NaiveDate, today: NaiveDate) -> bool {
    match REDUCTION.sourced(day, today) {
        Ok(rule) => matches!(rule.value, Reduction::ForRetired(_)),
        Err(_) => true,
    }
}
