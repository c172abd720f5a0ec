//! Whether somebody is insured: what the rules say of a person's record, in words.
//!
//! The words fit whoever is asked about: the reader, their child, their mother.

mod months;
mod page;
mod payers;
mod restored;
mod status;
#[cfg(test)]
mod tests;

pub use page::InsuredPage;

use chrono::NaiveDate;
use contract::insurance::{Insurance, InsuranceRecord, Told};
use domain::coded::Coded;
use domain::insurance::rule::Interruption;
use domain::insurance::standing::{Question, standing};
use domain::insurance::{Refusal, System};
use domain::moment::{Moment, Zone};
use domain::month::Month;
use domain::rules::Regime;

use crate::calculator::{Answer, Line, Note, Tone, nothing_known};
use crate::i18n::Msg;
use crate::i18n::texts::{calculator as c, insurance as i};

fn in_words(insurance: &Insurance, today: NaiveDate) -> Answer {
    match insurance.told() {
        Told::Record(record) => judged(record, today),
        Told::Nothing => Answer::new(Tone::Unknown, i::insured_nothing())
            .note(Note::new(Tone::Plain, i::insured_nothing_next())),
        Told::OtherSystem(system) => elsewhere(system),
    }
}

fn as_of(insurance: &Insurance, zone: Zone) -> Option<Msg> {
    match insurance.told() {
        Told::Record(record) => Some(i::insured_as_of((Moment::Instant(record.as_of), zone))),
        Told::Nothing | Told::OtherSystem(_) => None,
    }
}

/// Under another country's insurance: these rules say nothing of it.
fn elsewhere(system: &Coded<System>) -> Answer {
    let sentence = match system {
        Coded::Known(System::Kazakhstan) => i::insured_kazakhstan(),
        Coded::Known(System::Russia) => i::insured_russia(),
        Coded::Known(System::Bulgaria) | Coded::Unknown(_) => i::insured_other_code(system.code()),
    };
    Answer::new(Tone::Plain, sentence).note(Note::new(Tone::Plain, i::insured_other_next()))
}

/// By Bulgaria's rules of today.
fn judged(record: &InsuranceRecord, today: NaiveDate) -> Answer {
    let history = record.history();
    let month = Month::of(today);
    let ground = record.ground_in(month);
    let question = Question { history: &history, ground, care: today, regime: Regime::Law };
    let found = match standing(&question, today) {
        Ok(found) => found,
        Err(Refusal::Interruption(no_data)) => return nothing_known(no_data, rule),
        Err(_) => return Answer::new(Tone::Unknown, i::insured_cannot()),
    };
    let told = record.told_in(month);
    let window = i::insured_rule_why(found.window.first, found.window.last);
    let rule =
        Line::new(i::insured_rule()).value(rule(found.rule.value)).why(window).source(found.rule.basis);
    let mut answer = status::told(&found, told).picture(months::picture(&found)).line(rule);
    for line in months::lines(&found, record) {
        answer = answer.line(line);
    }
    let answer = months::next_due(answer, record, today);
    let answer = status::notes(answer, &found, told);
    match &found.restoring {
        Some(restoring) => restored::told(answer, found.status, restoring, today),
        None => answer,
    }
}

fn rule(rule: Interruption) -> Msg {
    i::insured_rule_value(rule.allowed.to_string(), c::months(rule.months as usize))
}
