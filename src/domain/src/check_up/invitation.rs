//! Invitations to a check-up, where a clinic's list says who is invited: Altai krai. No interval is computed there.

use chrono::NaiveDate;

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;

/// The reasons to choose from: the source says that representatives ask for them, and names none.
pub const REASONS_SOURCE: Citation = DESIGN;

codes! {
    /// Why somebody does not come.
    pub enum Reason {
        /// It was done elsewhere.
        DoneElsewhere = "done_elsewhere",
        /// There is no time for it in these days.
        NoTime = "no_time",
        /// The way is too far, or too hard.
        TooFar = "too_far",
        /// Ill, or in hospital.
        Ill = "ill",
        /// Not wanted.
        NotWanted = "not_wanted",
        /// Something that is not to be said here.
        NotSaid = "not_said",
    }
}

/// What is known of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// The last day on which one may come.
    pub until: NaiveDate,
    /// Whether it was declined.
    pub declined: bool,
    /// When somebody came, if they did.
    pub came: Option<NaiveDate>,
}

/// How an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// One may come.
    Open,
    /// It was declined. Until its last day that can be taken back.
    Declined,
    /// One came.
    Came(NaiveDate),
    /// Its last day is over.
    Over,
}

/// How an invitation stands on `today`.
#[must_use]
pub fn state(of: Facts, today: NaiveDate) -> State {
    match of {
        Facts { came: Some(day), .. } => State::Came(day),
        Facts { until, .. } if today > until => State::Over,
        Facts { declined: true, .. } => State::Declined,
        Facts { declined: false, .. } => State::Open,
    }
}

/// Whether an answer may be given, or taken back: while one may still come.
#[must_use]
pub fn answers(state: State) -> bool {
    matches!(state, State::Open | State::Declined)
}
