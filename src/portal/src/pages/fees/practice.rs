//! The house rules of the one practice that publishes them: they bind only its own patients.

use domain::rules::{PUBLISHED_RULES, PracticeId};

use crate::calculator::{Given, NO, Question, YES, yes_or_no};
use crate::i18n::texts::fees as f;

/// Name of the question.
pub const REGISTERED: &str = "registered";

/// Whether the patient is registered there.
pub fn registered() -> Question {
    Question::new(REGISTERED, f::registered(), yes_or_no()).hint(f::registered_hint()).granted(NO).private()
}

/// The practice with which the patient is registered, if its rules are published.
pub fn practice(given: &Given) -> Option<&'static str> {
    let PracticeId(id) = PUBLISHED_RULES;
    given.is(REGISTERED, YES).then_some(id)
}
