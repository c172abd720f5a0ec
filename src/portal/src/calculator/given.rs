//! What was answered so far.

use chrono::{Datelike, NaiveDate};
use domain::coded::{Code, Coded};
use domain::money::{Currency, Money};
use domain::month::Month;
use domain::written::{parse_day, parse_month, parse_number};

use crate::calculator::problem;
use crate::calculator::question::{Kind, Question};
use crate::i18n::Msg;

/// Code of the answer "yes".
pub const YES: &str = "yes";
/// Code of the answer "no".
pub const NO: &str = "no";
/// Stands between the codes of several answers to one question.
pub const AND: char = '.';

/// A day as somebody would type it. It is read back whatever the language.
pub fn written_day(day: NaiveDate) -> String {
    format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
}

/// A month as somebody would type it.
pub fn written_month(month: Month) -> String {
    let first = month.first_day();
    format!("{:02}.{}", first.month(), first.year())
}

/// Something wrong with an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Of which question.
    pub id: &'static str,
    /// In words.
    pub text: Msg,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Stop {
    /// A question is not answered yet, or not readably; its field says so.
    Open,
    /// Answers contradict each other, or cannot be.
    Problem(Problem),
}

impl Stop {
    /// An answer that cannot be, and why.
    pub fn problem(id: &'static str, text: Msg) -> Self {
        Self::Problem(Problem { id, text })
    }
}

/// Texts as they were typed, by question; a question nobody touched is not in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Typed(Vec<(String, String)>);

impl Typed {
    /// What was typed, if anything ever was: an emptied field is `Some("")`.
    pub fn get(&self, id: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == id).map(|(_, text)| text.as_str())
    }

    /// Takes what was typed.
    pub fn set(&mut self, id: &str, text: String) {
        match self.0.iter_mut().find(|(own, _)| own == id) {
            Some((_, place)) => *place = text,
            None => self.0.push((id.to_owned(), text)),
        }
    }

    /// Forgets a field: it is as if nobody had touched it.
    pub fn remove(&mut self, id: &str) {
        self.0.retain(|(own, _)| own != id);
    }

    /// All of it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(id, text)| (id.as_str(), text.as_str()))
    }
}

/// The answers, and the day on which they are given.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    typed: Typed,
    today: NaiveDate,
}

impl Given {
    pub(super) fn new(typed: Typed, today: NaiveDate) -> Self {
        Self { typed, today }
    }

    /// Answers the questions that nobody touched with what holds meanwhile; whether there was any.
    pub(super) fn take_for_granted(&mut self, questions: &[Question]) -> bool {
        let mut any = false;
        for question in questions {
            if let (Some(granted), None) = (&question.granted, self.typed.get(question.id)) {
                self.typed.set(question.id, granted.clone());
                any = true;
            }
        }
        any
    }

    /// Without answers to questions that are not asked.
    pub(super) fn only(mut self, questions: &[Question]) -> Self {
        self.typed.0.retain(|(id, _)| questions.iter().any(|question| question.id == id.as_str()));
        self
    }

    /// The same with one day answered otherwise, and other days moved with it: "and on another day?".
    pub fn on_another_day(&self, ids: &[&'static str], day: NaiveDate) -> Self {
        let mut other = self.clone();
        let Some((first, rest)) = ids.split_first() else { return other };
        if let Ok(before) = self.day(first) {
            for id in rest {
                if let Ok(own) = self.day(id)
                    && let Some(moved) = own.checked_add_signed(day - before)
                {
                    other.typed.set(id, moved.to_string());
                }
            }
        }
        other.typed.set(first, day.to_string());
        other
    }

    /// The day on which it is asked.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// What stands in the field: typed, or taken for granted.
    pub fn text(&self, id: &str) -> &str {
        self.typed.get(id).unwrap_or_default()
    }

    /// Whether anything is answered.
    pub fn has(&self, id: &str) -> bool {
        !self.text(id).trim().is_empty()
    }

    /// A day.
    ///
    /// # Errors
    /// [`Stop::Open`] when it is not answered readably; so in all that follow.
    pub fn day(&self, id: &str) -> Result<NaiveDate, Stop> {
        parse_day(self.text(id)).map_err(|_| Stop::Open)
    }

    /// A month.
    pub fn month(&self, id: &str) -> Result<Month, Stop> {
        parse_month(self.text(id)).map_err(|_| Stop::Open)
    }

    /// An amount.
    pub fn amount(&self, id: &str, currency: Currency) -> Result<Money, Stop> {
        Money::parse(self.text(id), currency).map_err(|_| Stop::Open)
    }

    /// A whole number.
    pub fn number(&self, id: &str) -> Result<u32, Stop> {
        parse_number(self.text(id), 0, u32::MAX).map_err(|_| Stop::Open)
    }

    /// One of several.
    pub fn one<T: Code>(&self, id: &str) -> Result<T, Stop> {
        match T::from_code(self.text(id)) {
            Coded::Known(value) => Ok(value),
            Coded::Unknown(_) => Err(Stop::Open),
        }
    }

    /// Whether the answer is this code.
    pub fn is(&self, id: &str, code: &str) -> bool {
        self.text(id) == code
    }

    /// Yes or no.
    pub fn yes(&self, id: &str) -> Result<bool, Stop> {
        match self.text(id) {
            YES => Ok(true),
            NO => Ok(false),
            _ => Err(Stop::Open),
        }
    }

    /// Any of several, those that this build knows.
    pub fn any<T: Code>(&self, id: &str) -> Vec<T> {
        self.text(id).split(AND).filter_map(|code| T::from_code(code).known()).collect()
    }

    /// An optional answer: `None` if nothing was typed.
    ///
    /// # Errors
    /// [`Stop::Open`] when something was typed that cannot be read.
    pub fn maybe<T>(
        &self,
        id: &str,
        read: impl Fn(&Self, &str) -> Result<T, Stop>,
    ) -> Result<Option<T>, Stop> {
        if self.has(id) { read(self, id).map(Some) } else { Ok(None) }
    }

    /// What is wrong with the answers to these questions, one by one. What is empty is not wrong, only open.
    pub fn problems(&self, questions: &[Question]) -> Vec<Problem> {
        let wrong = |question: &Question| {
            let text = self.text(question.id);
            if text.trim().is_empty() {
                return None;
            }
            let text = match &question.kind {
                Kind::Day => parse_day(text).err().map(|why| problem::day(why, text)),
                Kind::Month => parse_month(text).err().map(problem::month),
                Kind::Amount(currency) => Money::parse(text, *currency).err().map(problem::amount),
                Kind::Number { least, most } => {
                    parse_number(text, *least, *most).err().map(|why| problem::number(why, *least, *most))
                }
                Kind::One(_) | Kind::Any(_) => None,
            };
            text.map(|text| Problem { id: question.id, text })
        };
        questions.iter().filter_map(wrong).collect()
    }

    /// The questions that still have to be answered.
    pub fn open<'a>(&self, questions: &'a [Question]) -> Vec<&'a Question> {
        let open = |question: &&Question| {
            !question.optional && !matches!(question.kind, Kind::Any(_)) && !self.has(question.id)
        };
        questions.iter().filter(open).collect()
    }
}
