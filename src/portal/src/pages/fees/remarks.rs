//! What is said beside several answers on fees.

use chrono::NaiveDate;
use domain::fee::house::INTERRUPTED;
use domain::rules::{Basis, Status};

use crate::calculator::{Answer, Note, Tone, catalogue};
use crate::i18n::texts::fees as f;

/// That an amount is the last one known, where no source confirms it for the day.
pub fn not_confirmed(answer: Answer, basis: Basis) -> Answer {
    match basis.status {
        Status::Confirmed => answer,
        Status::NotConfirmedSince(since) => answer.note(Note::new(Tone::Heed, f::last_known(since))),
    }
}

/// That all this is for people with rights, where a rule of the day says so.
pub fn only_insured(answer: Answer, day: NaiveDate, today: NaiveDate) -> Answer {
    match INTERRUPTED.sourced(day, today) {
        Ok(rule) => answer.note(Note::new(Tone::Plain, f::only_insured()).source(rule.basis)),
        Err(_) => answer,
    }
}

/// Where to ask whether one is free of the fee.
pub fn who_is_free() -> Note {
    Note::new(Tone::Plain, f::who_is_free((catalogue::EXEMPTION.title)()))
}
