//! Numbers of persons.

use std::ops::Range;

use crate::identifier::{Egn, Lnch};
use crate::message_check::finding::{Finding, Problem};

/// Every run of ten digits that is a ЕГН, or that may be a ЛНЧ; also where a space or hyphen parts the date
/// from the rest.
pub fn find(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let runs = digit_runs(text);
    for (index, run) in runs.iter().enumerate() {
        let joined = runs.get(index + 1).filter(|next| {
            run.len() == 6 && next.len() == 4 && matches!(&text[run.end..next.start], " " | "-" | "\u{a0}")
        });
        let span = run.start..joined.map_or(run.end, |next| next.end);
        if let Some(problem) = kind(&text[span.clone()]) {
            found.push(Finding::at(problem, span));
        }
    }
    found
}

fn digit_runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()).map(|(at, _)| at) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// What a number is, with whatever parts its digits left out. A date of birth still to come makes it no less a ЕГН.
fn kind(text: &str) -> Option<Problem> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if Egn::unborn(&digits).is_ok() {
        Some(Problem::PersonalNumber)
    } else if Lnch::parse(&digits).is_ok() {
        Some(Problem::PerhapsForeignersNumber)
    } else {
        None
    }
}
