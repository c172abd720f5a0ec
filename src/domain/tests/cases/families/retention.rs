//! T15, T15b: how long a practice keeps records, and how soon it tells of a breach.

use chrono::NaiveDateTime;
use domain::coded::Code;
use domain::moment::Zone;
use domain::retention::{KeptProblem, Records, breach_told_by, kept_until};
use serde::Deserialize;
use serde_json::json;

use super::patient::code;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    records: String,
    start: Day,
}

/// Compares the days on which records are archived and over, by the rules of `on`.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let records = code::<Records>(&given.records)?;
    case.expects(&match kept_until(records, given.start.0, case.on()?, case.today()) {
        Err(KeptProblem::NoData(no_data)) => {
            json!({ "first_over": null, "no_data": no_data.why.to_string() })
        }
        Err(KeptProblem::BeyondCalendar) => json!({ "first_over": null, "no_data": "beyond the calendar" }),
        Ok(kept) => json!({
            "first_over": kept.first_over.to_string(),
            "archive_over": kept.archive_over.map(|day| day.to_string()),
            "fate": kept.term.fate.code(),
            "at_least": kept.term.at_least,
            "rule": kept.basis.rule,
            "scope": kept.basis.scope.to_string(),
            "conflict": kept.conflict.map(Code::code),
            "no_data": null,
        }),
    })
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Breach {
    /// By the clock in Sofia, `2026-11-20 10:00`.
    found: String,
}

const CLOCK: &str = "%Y-%m-%d %H:%M";

/// Compares the last minute in which a breach is told in time.
pub fn check_breach(case: &Case) -> Result<(), Failure> {
    let given: Breach = case.given()?;
    let local = NaiveDateTime::parse_from_str(&given.found, CLOCK)
        .map_err(|_| Failure::malformed("`found` is no `YYYY-MM-DD HH:MM`"))?;
    // The instants that a clock in Sofia shows so: two or three hours earlier in universal time.
    let instants = [3, 2].map(|ahead| (local - chrono::TimeDelta::hours(ahead)).and_utc());
    let found = instants.into_iter().find(|instant| Zone::Sofia.local(*instant) == local);
    let found = found.ok_or_else(|| Failure::malformed("no clock in Sofia showed this"))?;
    case.expects(&match breach_told_by(found, case.today()) {
        Err(no_data) => json!({ "by": null, "no_data": no_data.why.to_string() }),
        Ok(by) => json!({
            "by": Zone::Sofia.local(by.value).format(CLOCK).to_string(),
            "rule": by.basis.rule,
            "no_data": null,
        }),
    })
}
