//! What holds for every name and content of a file, and for every course that its sending can take.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use chrono::{DateTime, Utc};
use domain::attachment::*;
use domain::coded::{Code as _, Coded};
use domain::document::Status;
use proptest::prelude::*;

const SIZE: u64 = 1000;

fn receipt(size: u64) -> Receipt {
    Receipt {
        number: "ВХ-2026-000001".to_owned(),
        received_at: DateTime::<Utc>::UNIX_EPOCH,
        sha256: Sha256([7; 32]),
        size,
    }
}

fn failure() -> impl Strategy<Value = Failure> {
    proptest::sample::select(Failure::ALL)
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        Just(Event::Passed),
        proptest::sample::select(Refusal::ALL).prop_map(Event::Refused),
        Just(Event::Asked),
        (0..SIZE * 2).prop_map(|sent| Event::Begun { sent }),
        (0..SIZE * 2).prop_map(|sent| Event::Progress { sent }),
        failure().prop_map(Event::Held),
        failure().prop_map(Event::Stopped),
        Just(Event::Again),
        prop_oneof![Just(SIZE), 0..SIZE].prop_map(|size| Event::Receipt(receipt(size))),
        Just(Event::Withdrawn),
    ]
}

/// A file that was sent for, and what happens to it then.
fn sent_for() -> State {
    [Event::Passed, Event::Asked].into_iter().fold(State::Chosen, |state, event| state.after(event, SIZE))
}

/// A server that appends what fits and gives one receipt, and a connection that breaks before or after the server acted.
#[derive(Debug, Clone, Copy)]
enum Luck {
    Arrives,
    LostBefore,
    LostAfter,
    Fails(Failure),
    Forgets,
}

fn luck() -> impl Strategy<Value = Luck> {
    prop_oneof![
        4 => Just(Luck::Arrives),
        1 => Just(Luck::LostBefore),
        1 => Just(Luck::LostAfter),
        1 => proptest::sample::select(&[Failure::Busy, Failure::Closed, Failure::SignedOut][..]).prop_map(Luck::Fails),
        1 => Just(Luck::Forgets),
    ]
}

proptest! {
    #[test]
    fn received_has_a_receipt_of_the_whole_file_and_is_never_left(events in prop::collection::vec(event(), 0..40)) {
        let mut state = State::Chosen;
        for event in events {
            let before = state.clone();
            state = state.after(event.clone(), SIZE);
            match (&before, &state) {
                (State::Received(had), now) => prop_assert_eq!(now, &State::Received(had.clone())),
                (_, State::Received(got)) => {
                    prop_assert_eq!(&event, &Event::Receipt(got.clone()));
                    prop_assert_eq!(got.size, SIZE);
                }
                // Only its owner makes a file disappear.
                (before, State::Withdrawn { .. }) => {
                    let taken_back = event == Event::Withdrawn || matches!(before, State::Withdrawn { .. });
                    prop_assert!(taken_back);
                }
                _ => {}
            }
        }
    }

    #[test]
    fn progress_grows_within_one_upload_and_never_passes_the_end(events in prop::collection::vec(event(), 0..40)) {
        let mut state = sent_for();
        for event in events {
            let before = state.clone();
            state = state.after(event.clone(), SIZE);
            prop_assert!(state.sent() <= SIZE);
            if let (State::Sending { sent: before }, State::Sending { sent }) = (&before, &state) {
                prop_assert!(sent >= before, "{event:?}");
            }
            // What is sent for stays sent for until it is received or taken back.
            let settled = matches!(state, State::Received(_) | State::Withdrawn { .. });
            let early = matches!(state, State::Chosen | State::Checked);
            prop_assert!((state.is_unsent() || settled) && !early, "{state:?}");
        }
    }

    #[test]
    fn what_was_refused_or_never_asked_for_is_never_sent(events in prop::collection::vec(event(), 0..40)) {
        let (mut state, mut passed, mut asked) = (State::Chosen, false, false);
        for event in events {
            passed |= state == State::Chosen && event == Event::Passed;
            asked |= passed && event == Event::Asked;
            state = state.after(event, SIZE);
            if matches!(state, State::Queued { .. } | State::Sending { .. } | State::Failed { .. } | State::Received(_)) {
                prop_assert!(asked);
            }
        }
    }

    #[test]
    fn against_any_server_a_file_is_received_once_and_told_so_only_then(
        lucks in prop::collection::vec(luck(), 1..60),
    ) {
        let (mut state, mut held, mut receipts) = (sent_for(), 0_u64, 0);
        for luck in lucks.into_iter().chain([Luck::Arrives; 24]) {
            if matches!(state, State::Failed { .. }) {
                state = state.after(Event::Again, SIZE);
            }
            if matches!(state, State::Received(_)) {
                break;
            }
            if matches!(luck, Luck::Forgets) && held < SIZE {
                held = 0;
                state = state.after(Event::Stopped(Failure::Over), SIZE);
                prop_assert_eq!(state.sent(), 0, "what is shown is what the server has");
                continue;
            }
            // A request: asks how much is there, or sends a part from there on.
            let part = matches!(state, State::Sending { .. });
            if !matches!(luck, Luck::LostBefore | Luck::Fails(_)) && part && held < SIZE {
                held += 100;
                receipts += u32::from(held == SIZE);
            }
            state = state.after(match luck {
                Luck::Arrives | Luck::Forgets if held == SIZE => Event::Receipt(receipt(SIZE)),
                Luck::Arrives | Luck::Forgets if part => Event::Progress { sent: held },
                Luck::Arrives | Luck::Forgets => Event::Begun { sent: held },
                Luck::LostBefore | Luck::LostAfter => Event::Held(Failure::Offline),
                Luck::Fails(why) => Event::Stopped(why),
            }, SIZE);
            prop_assert_eq!(matches!(state, State::Received(_)), receipts == 1 && matches!(luck, Luck::Arrives | Luck::Forgets));
        }
        prop_assert_eq!((state, receipts), (State::Received(receipt(SIZE)), 1));
    }

    #[test]
    fn a_safe_name_is_safe_and_stays_as_it_is(given in any::<String>()) {
        if let Some(safe) = safe_name(&given) {
            prop_assert!(is_safe_name(&safe), "{safe:?}");
            prop_assert!(!safe.contains(['/', '\\']) && !safe.chars().any(char::is_control));
            prop_assert!((1..=NAME_LIMIT).contains(&safe.chars().count()));
        }
    }

    #[test]
    fn a_name_too_long_keeps_its_ending(stem in "[а-я ]{100,300}") {
        let name = safe_name(&format!("{stem}ж.jpeg")).unwrap();
        prop_assert_eq!(name.rsplit('.').next(), Some("jpeg"));
        prop_assert!(name.chars().count() <= NAME_LIMIT, "{name}");
    }

    #[test]
    fn any_content_is_told_by_its_head(content in prop::collection::vec(any::<u8>(), 0..200)) {
        let head = &content[..content.len().min(HEAD_LENGTH)];
        prop_assert_eq!(sniff(&content).is_some(), sniff(head).is_some());
    }

    #[test]
    fn digests_are_read_as_they_are_written(bytes in any::<[u8; 32]>()) {
        let text = Sha256(bytes).to_string();
        prop_assert_eq!(Sha256::parse(&text), Some(Sha256(bytes)));
        prop_assert_eq!(Sha256::parse(&text[1..]), None);
        prop_assert_eq!(Sha256::parse(&format!("{}g", &text[1..])), None);
    }
}

#[test]
fn every_status_says_whether_it_takes_files() {
    let statuses: Vec<Status> = ACCEPTING.iter().map(|(status, _)| *status).collect();
    assert_eq!(statuses, Status::ALL);
    let limits = Limits::ours();
    let unknown = Coded::Unknown("paused".to_owned());
    assert_eq!(accepting(&unknown, 0, &limits), Err(Closed::UnknownStatus));
    for (status, says) in ACCEPTING {
        // No decision yet, and only then; a commission or a practice that has none yet waits for files in another way.
        let undecided = status.group() == domain::document::Group::Open;
        assert!(undecided || says.is_err(), "{status:?}");
        assert!(!undecided || matches!(says, Ok(()) | Err(Closed::NotAsked)), "{status:?}");
        assert_eq!(accepting(&Coded::Known(status), 19, &limits), says);
        assert_eq!(accepting(&Coded::Known(status), 20, &limits), says.and(Err(Closed::Full)));
    }
}

#[test]
fn failures_say_what_to_do_and_only_another_file_cannot_be_tried_again() {
    for why in Failure::ALL {
        let failed = sent_for().after(Event::Begun { sent: 300 }, SIZE).after(Event::Stopped(*why), SIZE);
        let sent = if why.loses_all() { 0 } else { 300 };
        assert_eq!(failed, State::Failed { why: *why, sent });
        assert_eq!(failed.next(), Some(why.next()));
        let again = failed.clone().after(Event::Again, SIZE);
        let stays = why.next() == Next::ChooseAnother;
        assert_eq!(again, if stays { failed } else { State::Queued { sent, held: None } });
    }
}

#[test]
fn a_receipt_after_it_was_taken_back_or_had_failed_is_the_truth() {
    for event in [Event::Withdrawn, Event::Stopped(Failure::Unclear), Event::Held(Failure::Timeout)] {
        let state = sent_for().after(event, SIZE).after(Event::Receipt(receipt(SIZE)), SIZE);
        assert_eq!(state, State::Received(receipt(SIZE)));
    }
    let other = sent_for().after(Event::Receipt(receipt(SIZE - 1)), SIZE);
    assert_eq!(other, State::Failed { why: Failure::Unclear, sent: 0 }, "the receipt of something else");
}
