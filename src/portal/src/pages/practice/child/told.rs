//! Whether the practice sees the patient, in words.

use chrono::NaiveDate;
use domain::consent::house::Reason;
use domain::consent::{Admission, Exception, Ways, ways};

use super::{Visit, escort};
use crate::calculator::{Answer, Line, Note, Tone};
use crate::i18n::Msg;
use crate::i18n::texts::calculator as c;
use crate::i18n::texts::practice as p;
use crate::source::Source;

/// What the practice's rules say.
pub fn told(visit: &Visit, said: &Admission, today: NaiveDate) -> Answer {
    let ways = ways(visit.on, visit.consultation(), today).unwrap_or_default();
    let (tone, sentence) = match said.reason {
        Reason::OldEnough => (Tone::Good, p::seen_old_enough()),
        Reason::Represented => (Tone::Good, p::seen_represented()),
        Reason::ParentTold => (Tone::Good, p::seen_parent_told()),
        Reason::WrittenConsent => (Tone::Good, p::seen_written_consent()),
        Reason::Critical => (Tone::Good, p::seen_critical()),
        Reason::LawCase => (Tone::Good, p::seen_law_case()),
        Reason::Alone => (Tone::Bad, alone(&ways)),
        Reason::NotRepresented => (Tone::Bad, with_somebody_else(&ways)),
    };
    let limit = said.limit.0.to_string();
    let line = match said.reason {
        Reason::OldEnough | Reason::Represented | Reason::Alone => Line::new(p::child_presence(limit)),
        Reason::NotRepresented => Line::new(p::child_presence(limit)).why(p::child_not_relatives()),
        Reason::ParentTold => Line::new(rule(Exception::ParentTold)),
        Reason::WrittenConsent => Line::new(rule(Exception::WrittenConsent)),
        Reason::Critical => Line::new(rule(Exception::Critical)),
        Reason::LawCase => Line::new(rule(Exception::LawCase)),
    };
    let answer = Answer::new(tone, sentence).line(line.source(cited(said)));
    let answer = signs(answer, said);
    let answer = ways.arrangements.iter().fold(answer, |answer, way| {
        let rule = Line::new(rule(way.exception)).source(cited(&way.then));
        signs(answer.line(rule), &way.then)
    });
    match said.conflict {
        Some(conflict) => answer.note(Note::conflict(conflict, p::child_both())),
        None => answer,
    }
}

/// The practice's rule by which something is answered.
fn cited(said: &Admission) -> Source {
    Source { rule: said.rule, ..Source::from(said.basis) }
}

fn signs(answer: Answer, said: &Admission) -> Answer {
    if said.escort_signs { answer.line(Line::new(p::rule_signs()).source(cited(said))) } else { answer }
}

/// What the practice's rules say of an exception.
fn rule(exception: Exception) -> Msg {
    match exception {
        Exception::ParentTold => p::rule_parent_told(),
        Exception::WrittenConsent => p::rule_written_consent(),
        Exception::Critical => p::rule_critical(),
        Exception::LawCase => p::rule_law_case(),
    }
}

fn alone(ways: &Ways) -> Msg {
    match arranged(ways) {
        Some(arranged) => p::not_seen_alone_or(arranged, who(ways)),
        None => p::not_seen_alone(who(ways)),
    }
}

fn with_somebody_else(ways: &Ways) -> Msg {
    match arranged(ways) {
        Some(arranged) => p::not_seen_with_other_or(arranged, who(ways)),
        None => p::not_seen_with_other(who(ways)),
    }
}

/// Everybody who would do by coming along: at least a parent always does.
fn who(ways: &Ways) -> Msg {
    either(ways.escorts.iter().copied().map(escort).collect()).unwrap_or_else(p::escort_parent)
}

/// What a parent could see to; `None` where that is no way.
fn arranged(ways: &Ways) -> Option<Msg> {
    let words = ways.arrangements.iter().filter_map(|way| match way.exception {
        Exception::ParentTold => Some(p::way_parent_told()),
        Exception::WrittenConsent => Some(p::way_written_consent()),
        // How ill somebody is, nobody sees to.
        Exception::Critical | Exception::LawCase => None,
    });
    either(words.collect())
}

/// One of several.
fn either(mut all: Vec<Msg>) -> Option<Msg> {
    let last = all.pop()?;
    Some(match all.into_iter().reduce(c::list_and) {
        Some(first) => p::list_or(first, last),
        None => last,
    })
}
