//! House rules: they bind only the patients of the practice that published them.

use domain::rules::PUBLISHED_RULES;

use crate::calculator::{Answer, Given, Note, Question, Stop, Tone, yes_or_no};
use crate::i18n::texts::dates as f;

/// Name of the question.
pub const PRACTICE: &str = "practice";

/// Whether one is a patient of that practice. Nothing is taken for granted: the rules bind nobody else.
pub fn question() -> Question {
    Question::new(PRACTICE, f::practice_registered(), yes_or_no()).hint(f::practice_hint())
}

/// The practice that one is registered with, as far as the rules know any.
///
/// # Errors
/// [`Stop::Open`] when that is not answered.
pub fn id(given: &Given) -> Result<&'static str, Stop> {
    Ok(if given.yes(PRACTICE)? { PUBLISHED_RULES.0 } else { "" })
}

/// The answer to patients of every other practice.
pub fn ask_yours() -> Answer {
    Answer::new(Tone::Unknown, f::practice_ask()).note(Note::new(Tone::Plain, f::practice_why()))
}
