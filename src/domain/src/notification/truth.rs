//! Whether a message that was held back is still true when it may leave.

use chrono::{DateTime, NaiveDate, Utc};

use crate::coded::codes;
use crate::moment::Zone;
use crate::notification::subject::{Subject, Valid};

/// What happened to the same thing (document, grant, visit, complaint, code) after the message was caused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Later {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub turn: Turn,
}

/// A turn of things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// What the message tells was withdrawn: it was a mistake, or was cancelled.
    Withdrawn,
    /// Something else is told of it.
    News(Subject),
}

codes! {
    /// Why a message is not true any more, by code.
    pub enum OutdatedCode {
        /// Withdrawn, and nothing takes its place.
        Withdrawn = "withdrawn",
        /// A newer message takes its place.
        Replaced = "replaced",
        /// Its time is over.
        Over = "over",
    }
}

/// Why a message is not true any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outdated {
    /// Withdrawn, and nothing takes its place.
    Withdrawn {
        /// Since when.
        at: DateTime<Utc>,
    },
    /// A newer message takes its place, whether or not this one was withdrawn first.
    Replaced {
        /// What that one tells.
        by: Subject,
        /// Since when.
        at: DateTime<Utc>,
    },
    /// Its time is over.
    Over {
        /// The first instant at which it is.
        since: DateTime<Utc>,
    },
}

impl Outdated {
    /// The code.
    #[must_use]
    pub const fn code(self) -> OutdatedCode {
        match self {
            Self::Withdrawn { .. } => OutdatedCode::Withdrawn,
            Self::Replaced { .. } => OutdatedCode::Replaced,
            Self::Over { .. } => OutdatedCode::Over,
        }
    }
}

impl Outdated {
    /// Whether those who have the message already are owed a [`Subject::Correction`]: it was wrong, and no newer message
    /// tells them how it is. One that was replaced is put right by the newer one; one whose time is over was right.
    #[must_use]
    pub const fn owes_correction(self) -> bool {
        matches!(self, Self::Withdrawn { .. })
    }
}

/// What a message tells, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// What.
    pub subject: Subject,
    /// When it was caused.
    pub at: DateTime<Utc>,
    /// The day it speaks of, where it speaks of one.
    pub day: Option<NaiveDate>,
    /// Where the person's days begin.
    pub zone: Zone,
}

impl Fact {
    /// The first instant at which it is over by time alone; `None` if time alone does not end it.
    #[must_use]
    pub fn over(&self) -> Option<DateTime<Utc>> {
        match self.subject.valid() {
            Valid::For(span) => self.at.checked_add_signed(span),
            Valid::ThroughItsDay => Some(self.zone.start_of(self.day?.succ_opt()?)),
            Valid::UntilLater => None,
        }
    }
}

/// Whether a message is still true at `now`. Of a withdrawal and news the news weighs more: it takes the message's place.
/// What a later message was caused by at the same instant undoes it too, but for the same subject: that is itself.
///
/// ```
/// use domain::notification::{Later, Outdated, Subject, Turn, still_true, truth::Fact};
/// use domain::moment::Zone;
/// let at = |text: &str| chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc();
/// let fact = Fact { subject: Subject::ProtocolRefused, at: at("2026-11-22T20:30:00Z"), day: None, zone: Zone::Sofia };
/// let news = Later { at: at("2026-11-23T03:00:00Z"), turn: Turn::News(Subject::ProtocolApproved) };
/// let morning = at("2026-11-23T05:00:00Z");
/// assert_eq!(still_true(&fact, &[], morning), Ok(()));
/// assert!(matches!(still_true(&fact, &[news], morning), Err(Outdated::Replaced { .. })));
/// ```
///
/// # Errors
/// Why it is not.
pub fn still_true(fact: &Fact, later: &[Later], now: DateTime<Utc>) -> Result<(), Outdated> {
    let itself = |one: &Later| one.at == fact.at && one.turn == Turn::News(fact.subject);
    let happened = || later.iter().filter(|one| one.at <= now && one.at >= fact.at && !itself(one));
    let news = happened().filter_map(|one| match one.turn {
        Turn::News(by) if fact.subject.undone_by(by) => Some((by, one.at)),
        _ => None,
    });
    // Of several, the one that was told last says how it is now.
    if let Some((by, at)) = news.max_by_key(|(_, at)| *at) {
        return Err(Outdated::Replaced { by, at });
    }
    if let Some(at) = happened().filter(|one| one.turn == Turn::Withdrawn).map(|one| one.at).max() {
        return Err(Outdated::Withdrawn { at });
    }
    match fact.over().filter(|over| *over <= now) {
        Some(since) => Err(Outdated::Over { since }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_wrong_and_is_told_by_no_newer_message_is_corrected() {
        let at = DateTime::UNIX_EPOCH;
        assert!(Outdated::Withdrawn { at }.owes_correction());
        assert!(!Outdated::Replaced { by: Subject::ProtocolApproved, at }.owes_correction());
        assert!(!Outdated::Over { since: at }.owes_correction());
    }

    #[test]
    fn a_message_is_not_undone_by_what_it_tells_itself() {
        let at = DateTime::UNIX_EPOCH;
        let fact = Fact { subject: Subject::ProtocolApproved, at, day: None, zone: Zone::Sofia };
        let itself = Later { at, turn: Turn::News(Subject::ProtocolApproved) };
        assert_eq!(still_true(&fact, &[itself], at), Ok(()));
        let same_second = Later { at, turn: Turn::News(Subject::ProtocolRefused) };
        assert!(still_true(&fact, &[same_second], at).is_err());
    }
}
