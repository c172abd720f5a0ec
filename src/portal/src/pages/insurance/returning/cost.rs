//! What the contributions cost that bring rights back at once.

use chrono::NaiveDate;
use domain::insurance::contribution::last_known_minimum;
use domain::insurance::returning::{LumpSum, lump_sum};
use domain::month::Month;

use super::super::facts::least;
use crate::calculator::{Answer, Line, Note, Tone, amount};
use crate::i18n::texts::insurance as i;

/// Adds what they cost when they are paid on the day; where that is not known, what is.
pub fn told(answer: Answer, (day, today): (NaiveDate, NaiveDate)) -> Answer {
    if let Ok(sum) = lump_sum(day, today) {
        let other = i::cost_other(amount(sum.other.amount));
        return answer.line(line(&sum)).note(Note::conflict(sum.other.conflict, other));
    }
    let answer = answer.note(Note::new(Tone::Unknown, i::cost_unknown(day)));
    let answer = least((day, today)).into_iter().fold(answer, Answer::line);
    let last = last_known_minimum(Month::of(day), today);
    let Some((month, sum)) =
        last.and_then(|(month, _)| Some((month, lump_sum(month.first_day(), today).ok()?)))
    else {
        return answer;
    };
    let other = i::cost_last_other(amount(sum.other.amount), month);
    answer
        .note(Note::new(Tone::Plain, i::cost_last(amount(sum.line.amount), month)).source(sum.line.basis))
        .note(Note::conflict(sum.other.conflict, other))
}

fn line(sum: &LumpSum) -> Line {
    Line::new(i::cost(i::contributions_at_once(sum.line.what as usize)))
        .value(amount(sum.line.amount))
        .why(i::cost_why())
        .source(sum.line.basis)
}
