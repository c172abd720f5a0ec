//! T20: whether a line is answered.

use chrono::{DateTime, NaiveTime, Utc};
use domain::coded::Code;
use domain::complaint::kazakhstan::Channel;
use domain::hotline::{Line, NoHours, Opening, instant_in, opening};
use serde::Deserialize;
use serde_json::{Value, json};

use super::patient::code;
use super::telk::status;
use crate::case::{Case, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    #[serde(default = "kazakhstan")]
    line: String,
    /// The time that the line's own clocks show on the day the case is about (without one, on the day it is
    /// asked).
    local: Option<String>,
    /// Or the instant, RFC 3339.
    at: Option<String>,
}

fn kazakhstan() -> String {
    Line::Kazakhstan.code().to_owned()
}

/// Compares whether a line is answered, until when, or since when again.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let line = code::<Line>(&given.line)?;
    let at = match (&given.local, &given.at) {
        (Some(local), None) => {
            let time = NaiveTime::parse_from_str(local, "%H:%M").map_err(|_| Failure::malformed("local"))?;
            let day = case.on().unwrap_or_else(|_| case.today());
            instant_in(line.zone(), day.and_time(time)).ok_or_else(|| Failure::malformed("no such hour"))?
        }
        (None, Some(at)) => {
            DateTime::parse_from_rfc3339(at).map_err(|_| Failure::malformed("at"))?.with_timezone(&Utc)
        }
        _ => return Err(Failure::malformed("either `local` or `at`")),
    };
    let local = |instant: DateTime<Utc>| line.zone().local(instant).format("%Y-%m-%d %H:%M").to_string();
    let mut said =
        json!({ "number": line.number(), "closes": null, "opens": null, "days": null, "status": null });
    let always = Channel::ALL.iter().filter(|channel| channel.is_always_open());
    said["always_open"] = always.map(|channel| channel.code()).collect();
    said["problem"] = Value::Null;
    let state = match opening(line, at, case.today()) {
        Ok(Opening::Always { basis }) => {
            said["status"] = json!(status(&basis));
            json!("always")
        }
        Ok(Opening::Open { closes, days, basis }) => {
            said["closes"] = json!(local(closes));
            said["days"] = json!(days.code());
            said["status"] = json!(status(&basis));
            json!("open")
        }
        Ok(Opening::Closed { opens, days, basis }) => {
            said["opens"] = json!(opens.map(local));
            said["days"] = json!(days.code());
            said["status"] = json!(status(&basis));
            json!("closed")
        }
        Ok(Opening::NotStated) => json!("not_stated"),
        Err(problem) => {
            said["problem"] = json!(match problem {
                NoHours::Rule(no_data) => no_data.why.to_string(),
                NoHours::Calendar(_) => "out_of_calendar".to_owned(),
            });
            Value::Null
        }
    };
    said["state"] = state;
    case.expects(&said)
}
