//! Words for files that people send: where each stands, why, and what to do.

use domain::attachment::{Closed, Failure, Limits, Next, Refusal, State};
use domain::coded::Coded;

use crate::i18n::Msg;
use crate::i18n::texts::document as d;

/// Bytes of a megabyte, as limits are counted.
const MEGABYTE: u64 = 1024 * 1024;

/// Where a file of `size` bytes stands.
pub fn state(state: &State, size: u64) -> Msg {
    match state {
        State::Chosen => d::file_state_chosen(),
        State::Checked => d::file_state_checked(),
        State::Refused(_) => d::file_state_refused(),
        State::Queued { held: None, .. } => d::file_state_turn(),
        State::Queued { held: Some(Failure::Offline | Failure::Timeout), .. } => d::file_state_connection(),
        State::Queued { held: Some(_), .. } => d::file_state_soon(),
        State::Sending { sent } => d::file_state_sending(percent(*sent, size)),
        State::Received(receipt) => d::file_state_received(receipt.number.as_str()),
        State::Failed { .. } => d::file_state_failed(),
        State::Withdrawn { .. } => d::file_state_withdrawn(),
    }
}

/// How much of a file is there, in whole percent; 100 only when all of it is.
pub fn percent(sent: u64, size: u64) -> usize {
    usize::try_from(sent.saturating_mul(100) / size.max(1)).unwrap_or(100).min(100)
}

/// Why a file is not sent.
pub fn refusal(refusal: Refusal, limits: &Limits) -> Msg {
    let number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    match refusal {
        Refusal::Empty => d::file_refusal_empty(),
        Refusal::TooLarge => d::file_refusal_too_large(number(limits.file_bytes / MEGABYTE)),
        Refusal::Type => d::file_refusal_type(),
        Refusal::Name => d::file_refusal_name(),
        Refusal::TooMany => d::file_refusal_too_many(number(u64::from(limits.files))),
        Refusal::Unreadable => d::file_refusal_unreadable(),
    }
}

/// Why a file was not received.
pub fn failure(failure: Failure) -> Msg {
    match failure {
        Failure::Offline => d::file_failure_offline(),
        Failure::Timeout => d::file_failure_timeout(),
        Failure::Busy => d::file_failure_busy(),
        Failure::Damaged => d::file_failure_damaged(),
        Failure::Over => d::file_failure_over(),
        Failure::Type => d::file_failure_type(),
        Failure::TooLarge => d::file_failure_too_large(),
        Failure::Announced => d::file_failure_announced(),
        Failure::Unreadable => d::file_failure_unreadable(),
        Failure::SignedOut => d::file_failure_signed_out(),
        Failure::Closed => d::file_failure_closed(),
        Failure::NotAllowed => d::file_failure_not_allowed(),
        Failure::Unclear => d::file_failure_unclear(),
    }
}

/// What to do.
pub fn next(next: Next) -> Msg {
    match next {
        Next::RetryNow => d::file_next_retry_now(),
        Next::RetryOnline => d::file_next_retry_online(),
        Next::ChooseAnother => d::file_next_choose_another(),
        Next::SignIn => d::file_next_sign_in(),
        Next::Ask => d::file_next_ask(),
    }
}

/// Why a document takes no files.
pub fn closed(closed: &Coded<Closed>) -> Msg {
    match closed {
        Coded::Known(Closed::Decided) => d::file_closed_decided(),
        Coded::Known(Closed::Ended) => d::file_closed_ended(),
        Coded::Known(Closed::NotAsked) => d::file_closed_not_asked(),
        Coded::Known(Closed::Full) => d::file_closed_full(),
        Coded::Known(Closed::UnknownStatus) => d::file_closed_unknown_status(),
        Coded::Known(Closed::NoRight) => d::file_closed_no_right(),
        Coded::Unknown(code) => d::file_closed_unknown(code.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_said_to_be_there_only_when_it_is() {
        let size = 10 * MEGABYTE;
        for (sent, shown) in [(0, 0), (size / 100 - 1, 0), (size / 2, 50), (size - 1, 99), (size, 100)] {
            assert_eq!(percent(sent, size), shown, "{sent}");
        }
        assert_eq!(percent(0, 0), 0, "no file is empty, and none divides by nothing");
    }

    #[test]
    fn limits_are_said_as_the_server_states_them() {
        let limits = Limits { file_bytes: 5 * MEGABYTE, files: 3, ..Limits::ours() };
        assert_eq!(refusal(Refusal::TooLarge, &limits), d::file_refusal_too_large(5_usize));
        assert_eq!(refusal(Refusal::TooMany, &limits), d::file_refusal_too_many(3_usize));
    }
}
