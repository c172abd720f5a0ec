//! What became of messages, in words, tones and icons.

use contract::notification::{DeliveryState, MessageEntry, Told};
use domain::coded::Coded;
use domain::moment::{Moment, Zone};
use domain::notification::delivery::{Failure, OverallCode, StateCode, Way};
use domain::notification::{Because, Channel, Ground, WhyNot};

use crate::i18n::Msg;
use crate::i18n::texts::messages as me;
use crate::words::notification as told;

/// A channel, within a sentence.
fn by(channel: Option<&Coded<Channel>>) -> Msg {
    match channel {
        Some(Coded::Known(channel)) => told::by(*channel),
        Some(unknown) => told::any_channel(unknown),
        None => me::by_some(),
    }
}

/// What became of a message: tone, icon, sentence. Times are those of a reader in this zone.
pub fn state(entry: &MessageEntry, zone: Zone) -> (&'static str, &'static str, Msg) {
    let at = |instant| (Moment::Instant(instant), zone);
    let since = entry.since.unwrap_or(entry.at);
    let Coded::Known(state) = &entry.state else {
        return ("tone-unknown", "unknown", me::state_unknown(entry.state.code()));
    };
    if entry.told == Coded::Known(Told::With) {
        let with = entry.with.as_deref().unwrap_or_default();
        return ("tone-success", "family", me::state_with(with));
    }
    match state {
        OverallCode::Arrived => {
            ("tone-success", "approved", me::state_arrived(at(since), by(entry.by.as_ref())))
        }
        OverallCode::Sent => ("tone-success", "check", me::state_sent(at(since), by(entry.by.as_ref()))),
        OverallCode::OnTheWay => ("tone-waiting", "waiting", me::state_on_the_way()),
        OverallCode::Waiting => match entry.until {
            Some(until) => ("tone-waiting", "moon", me::state_waiting(at(until))),
            None => ("tone-waiting", "moon", me::state_held()),
        },
        OverallCode::NotArrived => ("tone-action", "action", me::state_not_arrived()),
        OverallCode::Withdrawn => ("tone-ended", "undo", me::state_withdrawn()),
        OverallCode::OnlyInPortal => ("tone-ended", "screen", me::state_only_in_portal()),
    }
}

/// Why a message, or one channel of it, was not sent.
pub fn why_not(why: &Coded<WhyNot>) -> Msg {
    match why {
        Coded::Known(WhyNot::NotAllowed) => me::why_not_allowed(),
        Coded::Known(WhyNot::Off) => me::why_off(),
        Coded::Known(WhyNot::Undecided) => me::why_undecided(),
        Coded::Known(WhyNot::NoContact) => me::why_no_contact(),
        Coded::Known(WhyNot::Unverified) => me::why_unverified(),
        Coded::Known(WhyNot::CodePending) => me::why_code_pending(),
        Coded::Known(WhyNot::Stopped) => me::why_stopped(),
        Coded::Known(WhyNot::Access) => me::why_access(),
        Coded::Known(WhyNot::NoChannelLeft) => me::why_no_channel_left(),
        Coded::Known(WhyNot::Withdrawn) => me::why_withdrawn(),
        Coded::Known(WhyNot::Replaced) => me::why_replaced(),
        Coded::Known(WhyNot::Over) => me::why_over(),
        Coded::Unknown(code) => me::why_unknown(code.as_str()),
    }
}

/// Whether one can mend why a message was not sent: by a contact or by choosing.
pub fn mended_by(why: &Coded<WhyNot>) -> Option<Mend> {
    match why.known()? {
        WhyNot::NoContact | WhyNot::Unverified | WhyNot::CodePending | WhyNot::Stopped => {
            Some(Mend::Contacts)
        }
        WhyNot::Off | WhyNot::Undecided => Some(Mend::Wishes),
        _ => None,
    }
}

/// Where something is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mend {
    /// At the contacts.
    Contacts,
    /// At what one wants to be told.
    Wishes,
}

/// Why somebody gets a message at all.
pub fn ground(ground: &Coded<Ground>, name: &str) -> Msg {
    match ground {
        Coded::Known(Ground::Own) => me::ground_own(),
        Coded::Known(Ground::Proxy) => me::ground_proxy(name),
        Coded::Known(Ground::BothSides) => me::ground_both_sides(),
        Coded::Known(Ground::Holder) => me::ground_holder(),
        Coded::Known(Ground::TheContact) => me::ground_the_contact(),
        Coded::Unknown(code) => me::ground_unknown(code.as_str()),
    }
}

/// Why it goes by these channels.
pub fn because(because: &Coded<Because>) -> Msg {
    match because {
        Coded::Known(Because::Wanted) => me::because_wanted(),
        Coded::Known(Because::Kept) => me::because_kept(),
        Coded::Known(Because::Undecided) => me::because_undecided(),
        Coded::Unknown(code) => me::because_unknown(code.as_str()),
    }
}

/// Where one channel of a message stands, as a list says it.
pub fn delivery(state: &DeliveryState, zone: Zone) -> Msg {
    let at = |instant| (Moment::Instant(instant), zone);
    match &state.code {
        Coded::Unknown(code) => me::state_unknown(code.as_str()),
        Coded::Known(StateCode::Failed) => match &state.why {
            Some(Coded::Known(why)) => me::leg_failed_why(failure(*why)),
            Some(Coded::Unknown(code)) => me::leg_failed_why(me::state_unknown(code.as_str())),
            None => me::leg_failed(),
        },
        Coded::Known(StateCode::Held) => {
            state.until.map_or_else(me::state_held, |until| me::state_waiting(at(until)))
        }
        Coded::Known(StateCode::Replaced) => me::leg_replaced(by(state.by.as_ref())),
        Coded::Known(known) => stop(*known),
    }
}

/// Where one channel of a message stands, in a word or two.
pub fn stop(state: StateCode) -> Msg {
    match state {
        StateCode::Queued => me::leg_queued(),
        StateCode::Held => me::state_held(),
        StateCode::Sent => me::leg_sent(),
        StateCode::Delivered => me::leg_delivered(),
        StateCode::Read => me::leg_read(),
        StateCode::Failed => me::leg_failed(),
        StateCode::GivenUp => me::leg_given_up(),
        StateCode::Replaced => me::leg_passed(),
        StateCode::Dropped => me::leg_dropped(),
    }
}

/// The tone and the icon of where a channel stands.
pub fn stop_look(state: StateCode) -> (&'static str, &'static str) {
    match state {
        StateCode::Queued => ("ended", "dash"),
        StateCode::Held => ("waiting", "moon"),
        StateCode::Sent => ("waiting", "waiting"),
        StateCode::Delivered | StateCode::Read => ("success", "check"),
        StateCode::Failed | StateCode::GivenUp => ("danger", "close"),
        StateCode::Replaced => ("ended", "right"),
        StateCode::Dropped => ("ended", "undo"),
    }
}

/// Why a message did not arrive.
pub fn failure(why: Failure) -> Msg {
    match why {
        Failure::NoSuchContact => me::failure_no_such_contact(),
        Failure::NotOnChannel => me::failure_not_on_channel(),
        Failure::Stopped => me::failure_stopped(),
        Failure::Blocked => me::failure_blocked(),
        Failure::Rejected => me::failure_rejected(),
        Failure::TooLong => me::failure_too_long(),
        Failure::Unreachable => me::failure_unreachable(),
        Failure::Full => me::failure_full(),
        Failure::Busy => me::failure_busy(),
        Failure::NoText => me::failure_no_text(),
    }
}

/// What led from one channel to the next.
pub fn way(way: Way, wait_minutes: u32) -> Msg {
    match way {
        Way::Open => me::way_open(told::wait(wait_minutes)),
        Way::NoWord { .. } => me::way_no_word(told::wait(wait_minutes)),
        Way::Failed { why } => me::way_failed(failure(why)),
        Way::NotNeeded => me::way_not_needed(),
    }
}
