//! The part of the answers that stands in the address: days, months, numbers and codes of public questions. Never what is
//! private, and never a text that was not understood.

use chrono::NaiveDate;
use domain::written::{parse_day, parse_month, parse_number};

use crate::calculator::{AND, Calculator, Given, Kind, Question, Typed, written_day, written_month};
use crate::route::join;

/// Name of the other day, beside the names of the questions.
pub const ANOTHER: &str = "another";

/// What an address says.
#[derive(Debug, Default, PartialEq)]
pub struct Read {
    /// The answers in it.
    pub typed: Typed,
    /// The other day in it.
    pub another: Option<NaiveDate>,
    /// Something in it was not understood and left out.
    pub damaged: bool,
}

/// The query of what is given: public answers that differ from what is taken for granted.
pub fn query(path: &str, questions: &[Question], given: &Given, another: Option<NaiveDate>) -> String {
    let mut parts = Vec::new();
    for question in questions.iter().filter(|question| !question.private) {
        let text = given.text(question.id);
        if question.granted.as_deref() == Some(text) {
            continue;
        }
        if let Some(plain) = canonical(question, text) {
            parts.push(format!("{}={plain}", question.id));
        }
    }
    if let Some(day) = another {
        parts.push(format!("{ANOTHER}={day}"));
    }
    join(path, &parts)
}

/// Reads an address. Questions may depend on answers, so it is gone through until nothing more is understood.
pub fn read(calculator: &Calculator, pairs: &[(String, String)], today: NaiveDate) -> Read {
    let mut read = Read::default();
    let mut left: Vec<&(String, String)> = Vec::new();
    for pair in pairs {
        let other = pair.0 == ANOTHER && !calculator.another_day.is_empty();
        match iso(&pair.1).filter(|_| other) {
            Some(day) => read.another = Some(day),
            None => left.push(pair),
        }
    }
    loop {
        let given = calculator.given(&read.typed, today);
        let questions = (calculator.questions)(&given);
        let before = left.len();
        left.retain(|(name, value)| {
            let question = questions.iter().find(|question| question.id == name && !question.private);
            let Some((question, text)) = question.and_then(|one| Some((one, typed(one, value)?))) else {
                return true;
            };
            read.typed.set(question.id, text);
            false
        });
        if left.len() == before {
            break;
        }
    }
    read.damaged = !left.is_empty();
    read
}

fn iso(text: &str) -> Option<NaiveDate> {
    parse_day(text).ok().filter(|day| day.to_string() == text)
}

/// What a readable answer looks like in an address; `None` for one that is not readable, or is an amount.
fn canonical(question: &Question, text: &str) -> Option<String> {
    match &question.kind {
        Kind::Day => parse_day(text).ok().map(|day| day.to_string()),
        Kind::Month => parse_month(text).ok().map(|month| month.to_string()),
        Kind::Number { least, most } => {
            parse_number(text, *least, *most).ok().map(|number| number.to_string())
        }
        Kind::One(choices) => {
            choices.iter().find(|choice| choice.code == text).map(|one| one.code.to_owned())
        }
        Kind::Any(choices) => {
            let chosen: Vec<&str> =
                text.split(AND).filter(|code| choices.iter().any(|choice| choice.code == *code)).collect();
            (!chosen.is_empty()).then(|| chosen.join(&AND.to_string()))
        }
        Kind::Amount(_) => None,
    }
}

/// The text of a field for a value from an address; `None` if it is not just as [`canonical`] would write it.
fn typed(question: &Question, value: &str) -> Option<String> {
    canonical(question, value).filter(|plain| plain == value)?;
    Some(match question.kind {
        Kind::Day => parse_day(value).ok().map(written_day)?,
        Kind::Month => parse_month(value).ok().map(written_month)?,
        _ => value.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::fees;
    use domain::rules::day;

    const TODAY: NaiveDate = day!("2026-11-22");

    fn visit() -> &'static Calculator {
        fees::ALL[0]
    }

    fn pairs(query: &str) -> Vec<(String, String)> {
        let pair = |pair: &str| pair.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
        query.split('&').filter_map(pair).collect()
    }

    fn written(typed: &Typed, another: Option<NaiveDate>) -> String {
        let given = visit().given(typed, TODAY);
        query("/x", &(visit().questions)(&given), &given, another)
    }

    #[test]
    fn the_address_is_read_back() {
        for text in
            ["", "day=2010-05-10", "day=2010-05-10&provider=dentist&regime=guide_2010&another=2011-01-01"]
        {
            let read = read(visit(), &pairs(text), TODAY);
            assert!(!read.damaged, "{text}");
            let path = if text.is_empty() { "/x".to_owned() } else { format!("/x?{text}") };
            assert_eq!(written(&read.typed, read.another), path);
        }
    }

    #[test]
    fn what_is_private_or_not_understood_never_stands_in_it() {
        let mut typed = Typed::default();
        for (id, text) in [
            ("day", "31.02.2010"),
            ("born", "01.01.1950"),
            ("sex", "female"),
            ("circumstances", "malignancy.pregnant"),
            ("interrupted", "no"),
            ("provider", "dentist"),
        ] {
            typed.set(id, text.to_owned());
        }
        assert_eq!(written(&typed, None), "/x?provider=dentist");
    }

    #[test]
    fn what_an_address_says_that_cannot_be_is_left_out_and_said() {
        for text in [
            "day=10.05.2010",
            "day=2010-02-31",
            "born=1950-01-01",
            "provider=vet",
            "egn=1",
            "another=tomorrow",
        ] {
            let read = read(visit(), &pairs(text), TODAY);
            assert!(read.damaged, "{text}");
            assert_eq!(written(&read.typed, read.another), "/x", "{text}");
        }
    }
}
