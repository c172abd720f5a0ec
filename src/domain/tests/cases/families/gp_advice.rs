//! GA: whether somebody may change the GP at an instant, and on what ground. GY: the strip of the year.

use chrono::DateTime;
use domain::coded::{Code, Coded};
use domain::gp_choice::{Choice, GpStatus, Said, Window, choice, ground_of, year};
use domain::moment::Zone;
use serde::Deserialize;
use serde_json::json;

use super::patient::code;
use crate::case::{Case, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    /// RFC 3339.
    now: String,
    /// The status in the register; absent for who has no GP.
    gp: Option<String>,
    /// What they say of themselves.
    said: Option<String>,
}

/// Compares ground and answer.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let now =
        DateTime::parse_from_rfc3339(&given.now).map_err(|_| Failure::malformed("`now` is no instant"))?;
    let gp: Option<Coded<GpStatus>> = given.gp.as_deref().map(GpStatus::from_code);
    let said: Option<Said> = given.said.as_deref().map(code).transpose()?;
    let ground = ground_of(gp.as_ref(), said);
    let mut answer = match choice(ground, Zone::Sofia.day(now.to_utc())) {
        Ok(Choice::AnyTime(_)) => json!({ "may": "any_day" }),
        Ok(Choice::InWindow(window)) => match window.value {
            Window::Open { last, days_left, .. } => {
                json!({ "may": "in_window", "last": last.to_string(), "days_left": days_left })
            }
            Window::Closed { opens, days_until, .. } => {
                json!({ "may": "from", "opens": opens.to_string(), "days_until": days_until })
            }
        },
        Err(_) => json!({ "may": "unknown" }),
    };
    answer["ground"] = json!(ground.code());
    case.expects(&answer)
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfYear {
    practice: Option<String>,
}

/// Compares the months of the strip.
pub fn check_year(case: &Case) -> Result<(), Failure> {
    let given: OfYear = case.given()?;
    let year = year(case.on()?, given.practice.as_deref());
    let marked = |mark: fn(&domain::gp_choice::MonthMarks) -> bool| -> Vec<String> {
        year.months.iter().filter(|month| mark(month)).map(|month| month.first.to_string()).collect()
    };
    case.expects(&json!({
        "months": year.months.len(),
        "windows": marked(|month| month.window),
        "no_protocols": marked(|month| month.no_protocols),
        "now": marked(|month| month.now),
        "window_rule": year.window.map(|basis| basis.rule),
        "protocols_rule": year.no_protocols.map(|basis| basis.rule),
    }))
}
