//! Numbers of persons.

use std::ops::Range;

use chrono::NaiveDate;

use crate::message_check::finding::{Finding, Problem};

/// Weights of the ЕГН, modulo 11, 10 being 0.
const CITIZEN: [u32; 9] = [2, 4, 8, 5, 10, 9, 7, 3, 6];
/// Weights of the ЛНЧ, modulo 10.
const FOREIGNER: [u32; 9] = [21, 19, 17, 13, 11, 9, 7, 3, 1];

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
        if let Some(problem) = digits(&text[span.clone()]).and_then(|digits| kind(&digits)) {
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

fn digits(text: &str) -> Option<[u32; 10]> {
    let digits: Vec<u32> = text.chars().filter_map(|character| character.to_digit(10)).collect();
    digits.try_into().ok()
}

fn kind(digits: &[u32; 10]) -> Option<Problem> {
    let sum =
        |weights: [u32; 9]| digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>();
    let last = digits[9];
    if sum(CITIZEN) % 11 % 10 == last && has_birth_date(digits) {
        Some(Problem::PersonalNumber)
    } else if sum(FOREIGNER) % 10 == last {
        Some(Problem::PerhapsForeignersNumber)
    } else {
        None
    }
}

/// Year, month (20 more before 1900, 40 more from 2000 on) and day.
fn has_birth_date(digits: &[u32; 10]) -> bool {
    let [year, month, day] = [0, 2, 4].map(|at| digits[at] * 10 + digits[at + 1]);
    let (century, month) = match month {
        21..=32 => (1800, month - 20),
        41..=52 => (2000, month - 40),
        _ => (1900, month),
    };
    NaiveDate::from_ymd_opt((century + year).cast_signed(), month, day).is_some()
}
