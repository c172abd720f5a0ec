//! House rules: they bind only the patients of the practice that published them.

use crate::calculator::{Answer, Given, Note, Question, Stop, Tone, yes_or_no};
use crate::i18n::texts::practice as p;

/// Name of the question.
pub const PRACTICE: &str = "practice";

/// Whether the patient is one of that practice. Nothing is taken for granted: the rules bind nobody else.
pub fn question() -> Question {
    Question::new(PRACTICE, p::house_registered(), yes_or_no()).hint(p::house_hint())
}

/// Whether the patient is one of the practice that published its rules.
///
/// # Errors
/// [`Stop::Open`] when that is not answered.
pub fn published(given: &Given) -> Result<bool, Stop> {
    given.yes(PRACTICE)
}

/// That an answer holds in that practice only.
pub fn only_here() -> Note {
    Note::new(Tone::Plain, p::house_only_here())
}

/// The answer to patients of every other practice.
pub fn ask_yours() -> Answer {
    Answer::new(Tone::Unknown, p::house_ask()).note(Note::new(Tone::Plain, p::house_why()))
}
