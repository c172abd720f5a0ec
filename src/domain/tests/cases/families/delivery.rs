//! ND: what comes next with a message on its way, and what may become what.

use chrono::{DateTime, TimeDelta, Utc};
use domain::coded::Code;
use domain::moment::Zone;
use domain::notification::delivery::next::Try;
use domain::notification::delivery::{
    Course, Failure, Next, NotAllowed, Overall, Signal, State, StateCode, after, next_step, overall,
};
use domain::notification::{Channel, Urgency};
use serde::Deserialize;
use serde_json::{Value, json};

use super::access::At;
use super::notification::{Hours, instant};
use super::patient::code;
use crate::case::{Case, Failure as Fails};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    #[serde(default)]
    tries: Vec<Tried>,
    #[serde(default = "half_an_hour")]
    wait: i64,
    over: Option<At>,
    urgency: Option<String>,
    quiet: Option<Hours>,
    now: Option<At>,
    /// What one channel becomes by a signal.
    from: Option<Tried>,
    signal: Option<String>,
    /// What has become of all paths together.
    paths: Option<Vec<Vec<Tried>>>,
    #[serde(default)]
    untrue: bool,
}

fn half_an_hour() -> i64 {
    30
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tried {
    by: String,
    state: String,
    at: Option<At>,
    why: Option<String>,
    #[serde(default)]
    times: u32,
}

fn state(tried: &Tried) -> Result<State, Fails> {
    let at = tried.at.map_or(DateTime::UNIX_EPOCH, |at| at.0);
    Ok(match code::<StateCode>(&tried.state)? {
        StateCode::Queued => State::Queued,
        StateCode::Held => State::Held { until: at },
        StateCode::Sent => State::Sent { at },
        StateCode::Delivered => State::Delivered { at },
        StateCode::Read => State::Read { at },
        StateCode::Failed => {
            State::Failed { at, why: code::<Failure>(tried.why.as_deref().unwrap_or("busy"))? }
        }
        StateCode::GivenUp => State::GivenUp { at },
        StateCode::Replaced => State::Replaced { at, by: Channel::Sms },
        StateCode::Dropped => State::Dropped { at },
    })
}

fn signal(text: &str) -> Result<Signal, Fails> {
    Ok(match code::<StateCode>(text)? {
        StateCode::Queued => Signal::Queue,
        StateCode::Held => Signal::Hold { until: DateTime::UNIX_EPOCH },
        StateCode::Sent => Signal::Send,
        StateCode::Delivered => Signal::Deliver,
        StateCode::Read => Signal::Read,
        StateCode::Failed => Signal::Fail(Failure::Busy),
        StateCode::GivenUp => Signal::GiveUp,
        StateCode::Replaced => Signal::Replace(Channel::Sms),
        StateCode::Dropped => Signal::Drop,
    })
}

fn tries(tried: &[Tried]) -> Result<Vec<Try>, Fails> {
    let one = |tried: &Tried| Ok(Try { channel: code(&tried.by)?, state: state(tried)?, times: tried.times });
    tried.iter().map(one).collect()
}

/// Compares what has become of all paths together.
fn together(case: &Case, paths: &[Vec<Try>], untrue: bool) -> Result<(), Fails> {
    let paths: Vec<&[Try]> = paths.iter().map(Vec::as_slice).collect();
    let said = overall(&paths, untrue);
    let (by, at) = match said {
        Overall::Arrived { by, at } | Overall::Sent { by, at } => (Some(by.code()), Some(at)),
        Overall::Waiting { until } => (None, Some(until)),
        _ => (None, None),
    };
    case.expects(&json!({ "overall": said.code().code(), "by": by, "at": at.map(instant) }))
}

/// Compares what comes next, or what a signal makes of a state.
pub fn check(case: &Case) -> Result<(), Fails> {
    let given: Given = case.given()?;
    let now: DateTime<Utc> = given.now.map_or(DateTime::UNIX_EPOCH, |now| now.0);
    if let (Some(from), Some(text)) = (&given.from, &given.signal) {
        let said = after(state(from)?, signal(text)?, code(&from.by)?, now);
        return case.expects(&json!({
            "becomes": said.ok().map(|state| state.code().code()),
            "refused": said.err().map(|why| match why {
                NotAllowed::NotInTable { .. } => "not_in_table",
                NotAllowed::NeverTold => "never_told",
            }),
        }));
    }
    if let Some(paths) = &given.paths {
        let paths = paths.iter().map(|path| tries(path)).collect::<Result<Vec<_>, Fails>>()?;
        return together(case, &paths, given.untrue);
    }
    let tries = tries(&given.tries)?;
    let quiet = given.quiet.as_ref().map(Hours::quiet).transpose()?;
    let course = Course {
        tries: &tries,
        wait: TimeDelta::minutes(given.wait),
        over: given.over.map(|over| over.0),
        urgency: given.urgency.as_deref().map_or(Ok(Urgency::Calm), code)?,
        quiet: &[(quiet.as_ref(), Zone::Sofia)],
    };
    let by = |place: usize| Some(tries[place].channel.code());
    let (next, place, until) = match next_step(&course, now) {
        Next::Wait { until } => ("wait", None, Some(until)),
        Next::Hold { place, until } => ("hold", by(place), Some(until)),
        Next::Release { place } => ("release", by(place), None),
        Next::Send { place } => ("send", by(place), None),
        Next::Retry { place } => ("retry", by(place), None),
        Next::Fallback { to, .. } => ("fallback", by(to), None),
        Next::GiveUp { place } => ("give_up", by(place), None),
        Next::Done => ("done", None, None),
    };
    let until = until.map_or(Value::Null, |until| json!(instant(until)));
    case.expects(&json!({ "next": next, "by": place, "until": until }))
}
