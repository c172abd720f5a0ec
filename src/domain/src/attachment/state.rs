//! The life of one file, from being chosen to its receipt.
//!
//! [`State::after`] is the only way from one state to the next. Three things hold whatever happens, in any order:
//! `Received` needs a receipt, and is never left; progress of one upload only grows; only the person who chose a file can
//! take it back, nothing else makes it disappear.

use chrono::{DateTime, Utc};

use super::digest::Sha256;
use super::limits::Refusal;
use crate::coded::codes;

/// What the fund gives for a file that it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The incoming number, as it is written in the fund's register.
    pub number: String,
    /// When the last byte came, by the server's clock.
    pub received_at: DateTime<Utc>,
    /// The fingerprint of what came.
    pub sha256: Sha256,
    /// How many bytes came.
    pub size: u64,
}

codes! {
    /// Why a file that may be sent was not received.
    pub enum Failure {
        /// No answer: no connection, or it broke.
        Offline = "offline",
        /// No answer in time.
        Timeout = "timeout",
        /// The server could not do it just now.
        Busy = "busy",
        /// What came is not what was sent.
        Damaged = "damaged",
        /// The server forgot what it had of the file, for too much time went by.
        Over = "over",
        /// By its content it is of no type that is taken.
        Type = "type",
        /// It is larger than the server takes.
        TooLarge = "too_large",
        /// The server does not take it as it was announced.
        Announced = "announced",
        /// The device cannot read it any more: it was moved, changed or deleted.
        Unreadable = "unreadable",
        /// Nobody is signed in any more.
        SignedOut = "signed_out",
        /// The document takes no more files.
        Closed = "closed",
        /// This account may not send files to the document, or not any more.
        NotAllowed = "not_allowed",
        /// The answer cannot be understood: nobody knows whether the file is there.
        Unclear = "unclear",
    }
}

/// What to do about a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Next {
    /// Try again.
    RetryNow,
    /// Nothing: it goes on by itself when there is a connection.
    RetryOnline,
    /// Choose another file, or the same one anew.
    ChooseAnother,
    /// Sign in again, then choose the file again: what has arrived is not sent twice.
    SignIn,
    /// Ask the fund.
    Ask,
}

impl Failure {
    /// What to do about it.
    #[must_use]
    pub const fn next(self) -> Next {
        match self {
            Self::Offline | Self::Timeout => Next::RetryOnline,
            Self::Busy | Self::Damaged | Self::Over => Next::RetryNow,
            Self::Type | Self::TooLarge | Self::Announced | Self::Unreadable => Next::ChooseAnother,
            Self::SignedOut => Next::SignIn,
            Self::Closed | Self::NotAllowed | Self::Unclear => Next::Ask,
        }
    }

    /// Whether the server has nothing of the file any more, so that sending begins anew.
    #[must_use]
    pub const fn loses_all(self) -> bool {
        matches!(self, Self::Damaged | Self::Over)
    }
}

/// Where a file stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Chosen, and being looked at on the device.
    Chosen,
    /// It may be sent.
    Checked,
    /// It may not be sent.
    Refused(Refusal),
    /// To be sent: waits for its turn, or for the connection.
    Queued {
        /// Bytes that the server has.
        sent: u64,
        /// Why it waits, where it is not for its turn: it goes on by itself.
        held: Option<Failure>,
    },
    /// On its way.
    Sending {
        /// Bytes that the server has.
        sent: u64,
    },
    /// The fund has it.
    Received(Receipt),
    /// Stopped until somebody does something ([`Failure::next`]).
    Failed {
        /// Why.
        why: Failure,
        /// Bytes that the server has.
        sent: u64,
    },
    /// Taken back by who chose it.
    Withdrawn {
        /// Whether it was to be sent before, so that some or all of it may have reached the server.
        asked: bool,
    },
}

/// What happens to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The device found nothing against it.
    Passed,
    /// The device found why it may not be sent.
    Refused(Refusal),
    /// The person says: send it.
    Asked,
    /// The server said how many bytes it has, and sending goes on from there.
    Begun {
        /// Bytes that the server has.
        sent: u64,
    },
    /// The server has so many bytes now.
    Progress {
        /// Bytes that the server has.
        sent: u64,
    },
    /// It cannot go on now, and will by itself.
    Held(Failure),
    /// It cannot go on by itself.
    Stopped(Failure),
    /// The person says: try again.
    Again,
    /// The server gave a receipt.
    Receipt(Receipt),
    /// The person takes it back.
    Withdrawn,
}

impl State {
    /// The state after an event, of a file of `size` bytes. An event that does not fit, such as one that comes late, changes
    /// nothing.
    #[must_use]
    pub fn after(self, event: Event, size: u64) -> Self {
        match (self, event) {
            // Nothing leaves it: who has a receipt has it for ever.
            (state @ Self::Received(_), _) => state,
            (Self::Chosen, Event::Passed) => Self::Checked,
            (Self::Chosen, Event::Refused(why)) => Self::Refused(why),
            (Self::Checked, Event::Asked) => Self::Queued { sent: 0, held: None },
            (Self::Queued { .. }, Event::Begun { sent }) => Self::Sending { sent: sent.min(size) },
            (Self::Sending { sent }, Event::Progress { sent: now }) => {
                Self::Sending { sent: sent.max(now.min(size)) }
            }
            (Self::Queued { sent, .. } | Self::Sending { sent }, Event::Held(why)) => {
                Self::Queued { sent: kept(sent, why), held: Some(why) }
            }
            (Self::Queued { sent, .. } | Self::Sending { sent }, Event::Stopped(why)) => {
                Self::Failed { why, sent: kept(sent, why) }
            }
            (Self::Failed { why, sent }, Event::Again) if why.next() != Next::ChooseAnother => {
                Self::Queued { sent, held: None }
            }
            (state, Event::Receipt(receipt)) => state.with(receipt, size),
            (state, Event::Withdrawn) => {
                let asked = matches!(
                    state,
                    Self::Queued { .. }
                        | Self::Sending { .. }
                        | Self::Failed { .. }
                        | Self::Withdrawn { asked: true }
                );
                Self::Withdrawn { asked }
            }
            (state, _) => state,
        }
    }

    /// The receipt came. It may come after the file was taken back, or failed for want of an answer: it is the truth all the
    /// same. What was never to be sent cannot have one.
    fn with(self, receipt: Receipt, size: u64) -> Self {
        match self {
            Self::Chosen | Self::Checked | Self::Refused(_) | Self::Withdrawn { asked: false } => self,
            _ if receipt.size == size => Self::Received(receipt),
            Self::Queued { sent, .. } | Self::Sending { sent } => {
                Self::Failed { why: Failure::Unclear, sent }
            }
            state => state,
        }
    }

    /// What to do, or to expect, where it does not go on as it should.
    #[must_use]
    pub const fn next(&self) -> Option<Next> {
        match self {
            Self::Queued { held: Some(why), .. } => match why.next() {
                // It is tried again without anybody's doing.
                Next::RetryNow | Next::RetryOnline => Some(Next::RetryOnline),
                next => Some(next),
            },
            Self::Failed { why, .. } => Some(why.next()),
            Self::Refused(_) => Some(Next::ChooseAnother),
            _ => None,
        }
    }

    /// Whether it is lost for the fund if the person leaves now.
    #[must_use]
    pub const fn is_unsent(&self) -> bool {
        matches!(
            self,
            Self::Chosen | Self::Checked | Self::Queued { .. } | Self::Sending { .. } | Self::Failed { .. }
        )
    }

    /// The receipt, once there is one.
    #[must_use]
    pub const fn receipt(&self) -> Option<&Receipt> {
        match self {
            Self::Received(receipt) => Some(receipt),
            _ => None,
        }
    }

    /// Bytes that the server has, as far as it said.
    #[must_use]
    pub const fn sent(&self) -> u64 {
        match self {
            Self::Queued { sent, .. } | Self::Sending { sent } | Self::Failed { sent, .. } => *sent,
            Self::Received(receipt) => receipt.size,
            Self::Chosen | Self::Checked | Self::Refused(_) | Self::Withdrawn { .. } => 0,
        }
    }
}

/// What the server still has after a failure.
const fn kept(sent: u64, why: Failure) -> u64 {
    if why.loses_all() { 0 } else { sent }
}
