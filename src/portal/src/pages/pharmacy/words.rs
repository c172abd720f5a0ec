//! Words for the pharmacy's view.

use contract::document::{Dispensing, Quantity};
use domain::coded::Coded;
use domain::document::{AtPharmacy, Status, ValidUntil};

use crate::i18n::Msg;
use crate::i18n::texts::pharmacy as p;
use crate::words::{self, Tone};

/// Whether it is in force: words, tone and icon.
pub fn in_force(told: AtPharmacy, status: &Coded<Status>) -> (Msg, Tone, &'static str) {
    match told {
        AtPharmacy::InUse => (p::in_use(), Tone::Success, "approved"),
        AtPharmacy::Over { last_day } => (p::over(last_day), Tone::Ended, "ended"),
        AtPharmacy::NotInUse => (p::not_in_use(words::status(status)), Tone::Ended, "ended"),
        AtPharmacy::Unknown => (p::unknown(words::status(status)), Tone::Unknown, "unknown"),
    }
}

/// Until when it is valid, and by whose word.
pub fn until(until: &ValidUntil) -> Msg {
    match until.last {
        Some(day) if until.stated => p::until(day),
        Some(day) => p::until_rule(day),
        None => p::until_none(),
    }
}

/// How much is left.
pub fn left(quantity: &Quantity) -> Msg {
    let left = quantity.left.to_string();
    match quantity.of {
        Some(of) => p::left_of(left, of.to_string(), quantity.unit.as_str()),
        None => p::left_alone(left, quantity.unit.as_str()),
    }
}

/// How many times it was dispensed, and how many times it may be.
pub fn times(done: usize, times: Option<u16>) -> Msg {
    match times {
        Some(times) => p::dispensed_times(done, usize::from(times)),
        None => p::dispensed_count(done),
    }
}

/// What was dispensed once.
pub fn dispensing(one: &Dispensing) -> Msg {
    match &one.pharmacy {
        Some(pharmacy) => p::dispensed_at(one.on, pharmacy.as_str(), one.what.as_str()),
        None => p::dispensed_on(one.on, one.what.as_str()),
    }
}
