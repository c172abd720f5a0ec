//! Who consents by law, beside what a practice says about who comes along.

use chrono::NaiveDate;
use domain::consent::law::{AGES, Ages};
use domain::consent::{Consents, consent};
use domain::rules::planned;

use super::Visit;
use crate::calculator::{Answer, Line, Note, Tone, nothing_known};
use crate::i18n::Msg;
use crate::i18n::texts::practice as p;

/// The answer, and who consents for this patient; where the law of the day is not known, that.
pub fn consents(mut answer: Answer, visit: &Visit, today: NaiveDate) -> Answer {
    match consent(visit.on, visit.age, visit.incapacitated, today) {
        Ok(said) => answer.line(who(said.who).source(said.basis)),
        Err(no_data) => {
            let unknown = nothing_known(no_data, ages_in_words);
            answer.lines.extend(unknown.lines);
            answer.note(Note::new(Tone::Unknown, p::law_unknown()))
        }
    }
}

/// The answer, and at which ages who consents, for whoever need not tell an age.
pub fn ages(answer: Answer, today: NaiveDate) -> Answer {
    match planned(&AGES, today, today) {
        Ok(ages) => {
            let line = Line::new(p::law_consents()).why(ages_in_words(ages.value));
            answer.line(line.source(ages.basis))
        }
        Err(_) => answer,
    }
}

fn who(who: Consents) -> Line {
    let line = Line::new(p::law_consents());
    match who {
        Consents::Representative => line.value(p::law_representative()),
        Consents::PatientAndRepresentative => line.value(p::law_both()),
        Consents::PatientForSomeAlone => line.value(p::law_both()).why(p::law_some_alone()),
        Consents::Patient => line.value(p::law_patient()),
    }
}

fn ages_in_words(ages: Ages) -> Msg {
    let (minor, adult) = (ages.minor_under.to_string(), ages.adult_from.to_string());
    match ages.alone_from {
        Some(alone) => p::law_ages_alone(adult, alone.to_string(), minor),
        None => p::law_ages(adult, minor),
    }
}
