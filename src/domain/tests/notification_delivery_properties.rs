//! What holds for any way of a message, whatever carriers answer and however late.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use domain::coded::Code;
use domain::moment::Zone;
use domain::notification::delivery::next::Try;
use domain::notification::delivery::{
    Course, Failure, Next, RETRIES, Signal, State, StateCode, after, may_become, next_step, picture,
};
use domain::notification::{Channel, Quiet, Urgency};
use proptest::prelude::*;

const QUIET: Quiet = Quiet {
    from: NaiveTime::from_hms_opt(22, 0, 0).unwrap(),
    to: NaiveTime::from_hms_opt(7, 0, 0).unwrap(),
    action: true,
};

/// What a carrier answers to a message that was handed to it.
#[derive(Debug, Clone, Copy)]
enum Answer {
    Silence,
    Delivered(i64),
    Failed(i64, Failure),
}

fn answer() -> impl Strategy<Value = Answer> {
    let failure = (0..Failure::ALL.len()).prop_map(|place| Failure::ALL[place]);
    prop_oneof![
        Just(Answer::Silence),
        (0..200_i64).prop_map(Answer::Delivered),
        (0..200_i64, failure).prop_map(|(minutes, why)| Answer::Failed(minutes, why)),
    ]
}

fn any_state() -> impl Strategy<Value = State> {
    let at = DateTime::UNIX_EPOCH;
    prop_oneof![
        Just(State::Queued),
        Just(State::Held { until: at }),
        Just(State::Sent { at }),
        Just(State::Delivered { at }),
        Just(State::Read { at }),
        Just(State::Failed { at, why: Failure::Busy }),
        Just(State::GivenUp { at }),
        Just(State::Replaced { at, by: Channel::Sms }),
        Just(State::Dropped { at }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_way_ends_and_nothing_is_sent_in_quiet_hours_or_twice_without_need(
        channels in proptest::sample::subsequence(Channel::ALL.to_vec(), 1..=4),
        answers in proptest::collection::vec(answer(), 40),
        wait in prop_oneof![Just(5_i64), Just(30), Just(720)],
        began in 0..3 * 86_400_i64,
        urgent in any::<bool>(),
    ) {
        let mut now: DateTime<Utc> = DateTime::from_timestamp(1_790_000_000 + began, 0).unwrap();
        let urgency = if urgent { Urgency::Security } else { Urgency::Calm };
        let mut tries: Vec<Try> =
            channels.iter().map(|channel| Try { channel: *channel, state: State::Queued, times: 0 }).collect();
        let mut due: Vec<(DateTime<Utc>, usize, Signal)> = Vec::new();
        let mut answers = answers.into_iter();
        let quiet = [(Some(&QUIET), Zone::Sofia)];
        let mut ended = false;
        for _ in 0..300 {
            let wait = TimeDelta::minutes(wait);
            let course = Course { tries: &tries, wait, over: None, urgency, quiet: &quiet };
            let next = next_step(&course, now);
            let mut apply = |place: usize, signal: Signal, at: DateTime<Utc>| {
                let one: &mut Try = &mut tries[place];
                one.state = after(one.state, signal, one.channel, at).unwrap();
            };
            match next {
                Next::Done => {
                    ended = true;
                    break;
                }
                Next::GiveUp { place } => apply(place, Signal::GiveUp, now),
                Next::Hold { place, until } => {
                    prop_assert!(until > now && !urgent);
                    apply(place, Signal::Hold { until }, now);
                }
                Next::Release { place } | Next::Retry { place } => apply(place, Signal::Queue, now),
                Next::Fallback { from, to } => {
                    let by = channels[to];
                    apply(from, Signal::Replace(by), now);
                }
                Next::Send { place } => {
                    let hour = Zone::Sofia.local(now).time();
                    prop_assert!(urgent || (QUIET.to..QUIET.from).contains(&hour));
                    apply(place, Signal::Send, now);
                    tries[place].times += 1;
                    prop_assert!(tries[place].times as usize <= RETRIES.len() + 1);
                    // Only one channel is on its way at a time.
                    let on_way = tries.iter().filter(|one| one.state.code() == StateCode::Sent).count();
                    prop_assert!(on_way <= 1);
                    match answers.next() {
                        Some(Answer::Delivered(minutes)) if channels[place].tells_delivered() => {
                            due.push((now + TimeDelta::minutes(minutes), place, Signal::Deliver));
                        }
                        Some(Answer::Failed(minutes, why)) => {
                            due.push((now + TimeDelta::minutes(minutes), place, Signal::Fail(why)));
                        }
                        _ => {}
                    }
                }
                Next::Wait { until } => {
                    prop_assert!(until > now);
                    // Whatever comes first: word from a carrier, or the end of the wait.
                    due.sort_by_key(|(at, ..)| *at);
                    match due.first().copied().filter(|(at, ..)| *at <= until) {
                        Some((at, place, signal)) => {
                            due.remove(0);
                            now = now.max(at);
                            if let Ok(state) = after(tries[place].state, signal, tries[place].channel, now) {
                                tries[place].state = state;
                            }
                        }
                        None => now = until,
                    }
                }
            }
        }
        prop_assert!(ended, "{tries:?}");
        let said = picture(&tries, &[]);
        prop_assert_eq!(said.stops.len(), tries.len());
        prop_assert_eq!(said.arrived, tries.iter().any(|one| one.state.arrived()));
    }

    #[test]
    fn what_is_done_agrees_with_the_table(state in any_state(), channel in 0..Channel::ALL.len(), to in 0..9_usize) {
        let at = DateTime::UNIX_EPOCH;
        let channel = Channel::ALL[channel];
        let signals = [
            Signal::Queue, Signal::Hold { until: at }, Signal::Send, Signal::Deliver, Signal::Read,
            Signal::Fail(Failure::Busy), Signal::GiveUp, Signal::Replace(Channel::Sms), Signal::Drop,
        ];
        let codes = [
            StateCode::Queued, StateCode::Held, StateCode::Sent, StateCode::Delivered, StateCode::Read,
            StateCode::Failed, StateCode::GivenUp, StateCode::Replaced, StateCode::Dropped,
        ];
        let told = match codes[to] {
            StateCode::Delivered => channel.tells_delivered(),
            StateCode::Read => channel.tells_read(),
            _ => true,
        };
        let said = after(state, signals[to], channel, at);
        prop_assert_eq!(said.is_ok(), told && may_become(state.code(), codes[to]));
        prop_assert!(said.is_err() || said.unwrap().code() == codes[to]);
        // Word that it arrived is never lost.
        prop_assert!(!state.arrived() || said.is_err() || said.unwrap().arrived());
    }
}
