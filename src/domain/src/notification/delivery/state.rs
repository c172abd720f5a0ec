//! Where one channel of a message stands.

use chrono::{DateTime, Utc};

use crate::coded::codes;
use crate::notification::channel::Channel;
use crate::notification::delivery::table::may_become;

codes! {
    /// Where one channel of a message stands.
    pub enum StateCode {
        /// Nothing was done yet.
        Queued = "queued",
        /// It waits for the end of quiet hours.
        Held = "held",
        /// It was handed to who carries it.
        Sent = "sent",
        /// It arrived.
        Delivered = "delivered",
        /// Somebody opened it.
        Read = "read",
        /// It did not arrive.
        Failed = "failed",
        /// Nothing more is tried.
        GivenUp = "given_up",
        /// The next channel took its place.
        Replaced = "replaced",
        /// It was not sent: it was not true any more, or nobody receives it.
        Dropped = "dropped",
    }
}

codes! {
    /// Why a message did not arrive.
    pub enum Failure {
        /// There is no such number, address or device.
        NoSuchContact = "no_such_contact",
        /// The number has no Viber, or the app is gone from the device.
        NotOnChannel = "not_on_channel",
        /// The carrier stopped it: the person texted STOP.
        Stopped = "stopped",
        /// The person blocked the sender.
        Blocked = "blocked",
        /// The provider took it for a message that must not be sent.
        Rejected = "rejected",
        /// It is longer than the channel takes.
        TooLong = "too_long",
        /// The phone was off or out of reach for too long.
        Unreachable = "unreachable",
        /// The mailbox is full.
        Full = "full",
        /// The provider could not do it just now.
        Busy = "busy",
        /// There was no text that could be sent: a value is missing, or no version is in use.
        NoText = "no_text",
    }
}

impl Failure {
    /// Whether trying the same again can help.
    #[must_use]
    pub const fn is_passing(self) -> bool {
        matches!(self, Self::Unreachable | Self::Full | Self::Busy)
    }

    /// Whether the contact has to be looked at: it will fail next time too.
    #[must_use]
    pub const fn spoils_contact(self) -> bool {
        matches!(self, Self::NoSuchContact | Self::NotOnChannel | Self::Stopped | Self::Blocked)
    }
}

impl Failure {
    /// Whether the person stopped the channel by it, so that nothing goes by it until they undo that.
    #[must_use]
    pub const fn stops_channel(self) -> bool {
        matches!(self, Self::Stopped | Self::Blocked)
    }
}

/// Where one channel of a message stands, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing was done yet.
    Queued,
    /// It waits.
    Held {
        /// Until then.
        until: DateTime<Utc>,
    },
    /// It was handed to who carries it.
    Sent {
        /// When.
        at: DateTime<Utc>,
    },
    /// It arrived.
    Delivered {
        /// When.
        at: DateTime<Utc>,
    },
    /// Somebody opened it.
    Read {
        /// When.
        at: DateTime<Utc>,
    },
    /// It did not arrive.
    Failed {
        /// When that was known.
        at: DateTime<Utc>,
        /// Why.
        why: Failure,
    },
    /// Nothing more is tried.
    GivenUp {
        /// Since when.
        at: DateTime<Utc>,
    },
    /// The next channel took its place.
    Replaced {
        /// Since when.
        at: DateTime<Utc>,
        /// Which.
        by: Channel,
    },
    /// It was not sent.
    Dropped {
        /// Since when.
        at: DateTime<Utc>,
    },
}

impl State {
    /// The code.
    #[must_use]
    pub const fn code(self) -> StateCode {
        match self {
            Self::Queued => StateCode::Queued,
            Self::Held { .. } => StateCode::Held,
            Self::Sent { .. } => StateCode::Sent,
            Self::Delivered { .. } => StateCode::Delivered,
            Self::Read { .. } => StateCode::Read,
            Self::Failed { .. } => StateCode::Failed,
            Self::GivenUp { .. } => StateCode::GivenUp,
            Self::Replaced { .. } => StateCode::Replaced,
            Self::Dropped { .. } => StateCode::Dropped,
        }
    }

    /// Since when; `None` of what has not begun, or waits.
    #[must_use]
    pub const fn since(self) -> Option<DateTime<Utc>> {
        match self {
            Self::Queued | Self::Held { .. } => None,
            Self::Sent { at }
            | Self::Delivered { at }
            | Self::Read { at }
            | Self::Failed { at, .. }
            | Self::GivenUp { at }
            | Self::Replaced { at, .. }
            | Self::Dropped { at } => Some(at),
        }
    }

    /// Whether it is known that the person has it.
    #[must_use]
    pub const fn arrived(self) -> bool {
        matches!(self, Self::Delivered { .. } | Self::Read { .. })
    }
}

/// Something that bears upon one channel of a message, at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// It has to wait.
    Hold {
        /// Until then.
        until: DateTime<Utc>,
    },
    /// It waits no longer, or is to be tried again.
    Queue,
    /// It was handed on.
    Send,
    /// The carrier says that it arrived.
    Deliver,
    /// The carrier says that it was opened.
    Read,
    /// It did not arrive.
    Fail(Failure),
    /// Nothing more is tried.
    GiveUp,
    /// The next channel takes its place.
    Replace(Channel),
    /// It is not sent.
    Drop,
}

/// Why a signal changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAllowed {
    /// No such change is in the [table](super::TABLE).
    NotInTable {
        /// From here.
        from: StateCode,
        /// To there.
        to: StateCode,
    },
    /// The channel never tells that.
    NeverTold,
}

/// What one channel of a message becomes by a signal at `at`.
///
/// ```
/// use chrono::DateTime;
/// use domain::notification::Channel;
/// use domain::notification::delivery::{NotAllowed, Signal, State, after};
/// let at = DateTime::UNIX_EPOCH;
/// let sent = after(State::Queued, Signal::Send, Channel::Sms, at).unwrap();
/// assert_eq!(after(sent, Signal::Deliver, Channel::Sms, at), Ok(State::Delivered { at }));
/// assert_eq!(after(sent, Signal::Read, Channel::Sms, at), Err(NotAllowed::NeverTold));
/// ```
///
/// # Errors
/// [`NotAllowed`]; the state stays as it is.
pub fn after(state: State, signal: Signal, channel: Channel, at: DateTime<Utc>) -> Result<State, NotAllowed> {
    let untold = match signal {
        Signal::Deliver => !channel.tells_delivered(),
        Signal::Read => !channel.tells_read(),
        _ => false,
    };
    if untold {
        return Err(NotAllowed::NeverTold);
    }
    let to = match signal {
        Signal::Hold { until } => State::Held { until },
        Signal::Queue => State::Queued,
        Signal::Send => State::Sent { at },
        Signal::Deliver => State::Delivered { at },
        Signal::Read => State::Read { at },
        Signal::Fail(why) => State::Failed { at, why },
        Signal::GiveUp => State::GivenUp { at },
        Signal::Replace(by) => State::Replaced { at, by },
        Signal::Drop => State::Dropped { at },
    };
    let (from, code) = (state.code(), to.code());
    if may_become(from, code) { Ok(to) } else { Err(NotAllowed::NotInTable { from, to: code }) }
}
