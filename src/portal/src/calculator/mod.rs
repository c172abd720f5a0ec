//! What a calculator is: questions, and an answer that follows from them. No signals, no clock, no views.
//!
//! A calculator of a family (`pages/fees`, `pages/insurance`, …) is a [`Calculator`] in a constant: which questions it asks,
//! given what was answered so far, and what it makes of the answers. It asks `domain` and puts what that says into words. How
//! questions and answers look is in `components/calculator`.

mod answer;
pub mod catalogue;
mod given;
mod problem;
mod question;
mod words;

pub use answer::{Answer, Line, Note, Picture, Share, Tone, amount, nothing_known};
pub use given::{AND, Given, NO, Problem, Stop, Typed, YES, written_day, written_month};
pub use problem::day as day_problem;
pub use question::{Choice, Kind, Question, REGIME, regime, yes_or_no};
pub use words::{conflict, count, days};

use chrono::NaiveDate;

use catalogue::Entry;

/// The calculators of a family.
pub type Calculators = &'static [&'static Calculator];

/// A calculator.
pub struct Calculator {
    /// How it stands in the list of all.
    pub entry: &'static Entry,
    /// What it asks, in order. A question may appear only after an answer to another.
    pub questions: fn(&Given) -> Vec<Question>,
    /// What it answers, on the day that [`Given::today`] tells.
    pub answer: fn(&Given) -> Result<Answer, Stop>,
    /// The questions for a day by which "and on another day?" can be asked: the first takes the other day, the rest move with it.
    /// Empty where that makes no sense.
    pub another_day: &'static [&'static str],
}

impl Calculator {
    /// What was given, with what is taken for granted as long as nothing is typed.
    pub fn given(&self, typed: &Typed, today: NaiveDate) -> Given {
        let mut given = Given::new(typed.clone(), today);
        // A question may depend on what is taken for granted in another: at most as often as there are questions.
        loop {
            let questions = (self.questions)(&given);
            if !given.take_for_granted(&questions) {
                return given.only(&questions);
            }
        }
    }
}

/// What a calculator answers to these texts, for the tests of the families.
#[cfg(test)]
pub fn answered(
    calculator: &Calculator,
    typed: &[(&'static str, &str)],
    today: NaiveDate,
) -> Result<Answer, Stop> {
    let mut texts = Typed::default();
    for (id, text) in typed {
        texts.set(id, (*text).to_owned());
    }
    let given = calculator.given(&texts, today);
    let questions = (calculator.questions)(&given);
    for (id, _) in typed {
        assert!(questions.iter().any(|question| question.id == *id), "{id} is not asked");
    }
    (calculator.answer)(&given)
}
