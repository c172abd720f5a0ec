//! Words for files that people send: where each stands, why, and what to do.

use domain::attachment::{Closed, Failure, FileType, Limits, Next, Refusal, State};
use domain::coded::{Code as _, Coded};

use super::Tone;
use crate::i18n::Msg;
use crate::i18n::texts::document as d;

/// Bytes of a kilobyte and of a megabyte, as limits are counted.
const KILOBYTE: u64 = 1024;
const MEGABYTE: u64 = 1024 * KILOBYTE;

fn number(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

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

/// Tone and icon of where a file stands.
pub fn look(state: &State) -> (Tone, &'static str) {
    match state {
        State::Chosen => (Tone::Waiting, "search"),
        State::Checked => (Tone::Action, "check"),
        State::Queued { held: Some(Failure::Offline | Failure::Timeout), .. } => (Tone::Waiting, "offline"),
        State::Queued { held: Some(_), .. } => (Tone::Waiting, "retry"),
        State::Queued { held: None, .. } => (Tone::Waiting, "waiting"),
        State::Sending { .. } => (Tone::Waiting, "live"),
        State::Received(_) => (Tone::Success, "approved"),
        State::Refused(_) | State::Failed { .. } => (Tone::Danger, "refused"),
        State::Withdrawn { .. } => (Tone::Ended, "undo"),
    }
}

/// Why it does not go on as it should, and what to do; nothing where all is well.
pub fn why(state: &State, limits: &Limits) -> Option<(Msg, Option<Msg>)> {
    let to_do = state.next().map(next);
    match state {
        State::Refused(why) => Some((refusal(*why, limits), to_do)),
        State::Failed { why, .. } => Some((failure(*why), to_do)),
        // That it will be tried again is said by the state, and needs nobody's doing.
        State::Queued { held: Some(why), .. } if why.next() == Next::RetryOnline => {
            Some((failure(*why), to_do))
        }
        State::Queued { held: Some(why), .. } => Some((failure(*why), None)),
        _ => None,
    }
}

/// What is said aloud when a file arrives at where it stays; nothing of what it passes through.
pub fn news(name: &str, state: &State) -> Option<Msg> {
    match state {
        State::Received(receipt) => Some(d::files_said_received(name, receipt.number.as_str())),
        State::Failed { why, .. } => Some(d::files_said_failed(name, failure(*why))),
        _ => None,
    }
}

/// A size to read: in kilobytes, and from one megabyte on in megabytes with a tenth. Never less than it is.
pub fn size(bytes: u64) -> Msg {
    if bytes < MEGABYTE {
        return d::files_size_kb(number(bytes.div_ceil(KILOBYTE)));
    }
    let tenths = bytes.saturating_mul(10).div_ceil(MEGABYTE);
    d::files_size_mb(number(tenths % 10), number(tenths / 10))
}

/// What may be sent, said beforehand.
pub fn limits(limits: &Limits) -> Msg {
    // Names of formats are the same in every language.
    let types: Vec<String> = limits.types.iter().map(|kind| kind.code().to_ascii_uppercase()).collect();
    let (size, files) = (number(limits.file_bytes / MEGABYTE), number(u64::from(limits.files)));
    d::files_hint(files, size, types.join(", "))
}

/// What a field for files is told to offer: the endings and the media types of what is taken.
pub fn accept(types: &[FileType]) -> String {
    let names: Vec<&str> =
        types.iter().flat_map(|kind| kind.endings().iter().copied().chain([kind.media_type()])).collect();
    names.join(",")
}

/// How much of a file is there, in whole percent; 100 only when all of it is.
pub fn percent(sent: u64, size: u64) -> usize {
    number(sent.saturating_mul(100) / size.max(1)).min(100)
}

/// Why a file is not sent.
pub fn refusal(refusal: Refusal, limits: &Limits) -> Msg {
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

    #[test]
    fn a_size_is_never_said_smaller_than_it_is() {
        for (bytes, said) in [
            (1, d::files_size_kb(1_usize)),
            (KILOBYTE + 1, d::files_size_kb(2_usize)),
            (MEGABYTE - 1, d::files_size_kb(1024_usize)),
            (MEGABYTE, d::files_size_mb(0_usize, 1_usize)),
            (MEGABYTE + 1, d::files_size_mb(1_usize, 1_usize)),
            (10 * MEGABYTE, d::files_size_mb(0_usize, 10_usize)),
        ] {
            assert_eq!(size(bytes), said, "{bytes}");
        }
    }

    #[test]
    fn what_may_be_sent_is_what_the_server_states() {
        let told = Limits {
            file_bytes: 5 * MEGABYTE,
            files: 3,
            types: vec![FileType::Pdf, FileType::Jpeg],
            ..Limits::ours()
        };
        assert_eq!(limits(&told), d::files_hint(3_usize, 5_usize, "PDF, JPEG"));
        assert_eq!(accept(&told.types), ".pdf,application/pdf,.jpg,.jpeg,image/jpeg");
    }

    #[test]
    fn only_the_end_of_a_way_is_said_aloud() {
        let quiet = [
            State::Chosen,
            State::Checked,
            State::Queued { sent: 0, held: Some(Failure::Offline) },
            State::Sending { sent: 1 },
            State::Withdrawn { asked: true },
        ];
        for state in quiet {
            assert_eq!(news("a.pdf", &state), None, "{state:?}");
        }
        let stopped = State::Failed { why: Failure::Busy, sent: 0 };
        assert_eq!(news("a.pdf", &stopped), Some(d::files_said_failed("a.pdf", failure(Failure::Busy))));
    }

    #[test]
    fn what_waits_for_a_connection_says_so_and_what_is_tried_again_asks_for_nothing() {
        let held = |why| State::Queued { sent: 0, held: Some(why) };
        let ours = Limits::ours();
        assert_eq!(why(&held(Failure::Busy), &ours), Some((failure(Failure::Busy), None)));
        let online = Some(next(Next::RetryOnline));
        assert_eq!(why(&held(Failure::Timeout), &ours), Some((failure(Failure::Timeout), online)));
        assert_eq!(why(&State::Sending { sent: 1 }, &ours), None);
    }
}
