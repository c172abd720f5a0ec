//! What changes with a person's age. Thresholds are data.

use chrono::NaiveDate;

use crate::age::years_after;
use crate::citation::{Citation, DESIGN};
use crate::coded::codes;
use crate::consent::law::MINORS;
use crate::insurance::System;

codes! {
    /// How far a person decides for themselves; in order.
    pub enum Stage {
        /// Others do everything.
        Child = "child",
        /// Signs in for themselves; a parent goes on as before.
        OwnSignIn = "own_sign_in",
        /// May hide documents; a parent looks, and acts only if the person agrees.
        OwnDecisions = "own_decisions",
        /// A parent's access is over.
        Adult = "adult",
    }
}

/// A birthday from which something is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threshold {
    /// Completed years.
    pub age: u32,
    /// The stage that begins.
    pub stage: Stage,
    /// Where it comes from.
    pub source: Citation,
    /// The law that draws a line at the same age, where one was found. It does not speak of portals.
    pub law: Option<Citation>,
}

const BULGARIA: &[Threshold] = &[
    Threshold { age: 14, stage: Stage::OwnSignIn, source: DESIGN, law: Some(MINORS) },
    Threshold { age: 16, stage: Stage::OwnDecisions, source: DESIGN, law: Some(MINORS) },
    Threshold { age: 18, stage: Stage::Adult, source: DESIGN, law: Some(MINORS) },
];
const ELSEWHERE: &[Threshold] = &[Threshold { age: 18, stage: Stage::Adult, source: DESIGN, law: None }];

/// The thresholds of a country's health system, by age; those of a system that this build does not know (`None`) are the
/// ones that give away least: until 18 nothing changes.
#[must_use]
pub const fn thresholds(system: Option<System>) -> &'static [Threshold] {
    match system {
        Some(System::Bulgaria) => BULGARIA,
        Some(System::Kazakhstan | System::Russia) | None => ELSEWHERE,
    }
}

/// A stage and the day on which it begins, at the start of that day in the person's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    /// The birthday; of those born on 29 February it is 28 February in other years ([`years_after`]).
    pub day: NaiveDate,
    /// The stage that begins.
    pub stage: Stage,
}

/// All transitions of a person, in order. One beyond the end of the calendar is left out.
pub fn transitions(system: Option<System>, born: NaiveDate) -> impl Iterator<Item = Transition> {
    thresholds(system).iter().filter_map(move |threshold| {
        Some(Transition { day: years_after(born, threshold.age)?, stage: threshold.stage })
    })
}

/// The day on which a person comes to a stage, or passes it.
#[must_use]
pub fn reaches(system: Option<System>, born: NaiveDate, stage: Stage) -> Option<NaiveDate> {
    transitions(system, born).find(|transition| transition.stage >= stage).map(|transition| transition.day)
}

/// The stage of a person on a day. Somebody whose birthday is not known is taken for an adult, for nothing that ends
/// with an age can be dated.
#[must_use]
pub fn stage(system: Option<System>, born: Option<NaiveDate>, day: NaiveDate) -> Stage {
    let Some(born) = born else { return Stage::Adult };
    transitions(system, born)
        .filter(|transition| transition.day <= day)
        .last()
        .map_or(Stage::Child, |transition| transition.stage)
}
