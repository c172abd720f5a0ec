//! WD: working days in Bulgaria.

use domain::coded::Code;
use domain::working_day::{DayOff, OutOfCalendar, certainty, day_off, orthodox_easter};
use domain::working_day::{working_day_after, working_days_in};
use serde::Deserialize;
use serde_json::json;

use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
enum Given {
    /// What a day is.
    #[serde(rename = "day")]
    Day(Day),
    /// How many working days a year has, and its Easter.
    #[serde(rename = "year")]
    Year(i32),
    /// The last day of a term.
    #[serde(rename = "term")]
    Term { from: Day, working_days: u32 },
}

/// Compares a day, a year or a term.
pub fn check(case: &Case) -> Result<(), Failure> {
    let outside = |OutOfCalendar { .. }| json!({ "problem": "out_of_calendar" });
    case.expects(&match case.given()? {
        Given::Day(Day(day)) => day_off(day).map_or_else(outside, |off| {
            json!({
                "problem": null,
                "works": off.is_none(),
                "off": off.map(reason),
                "calendar": certainty(day).code(),
            })
        }),
        Given::Year(year) => working_days_in(year).map_or_else(outside, |total| {
            json!({
                "problem": null,
                "working_days": total.days,
                "calendar": total.certainty.code(),
                "easter": orthodox_easter(year).map(|day| day.to_string()),
            })
        }),
        Given::Term { from, working_days } => working_day_after(from.0, working_days).map_or_else(
            outside,
            |end| json!({ "problem": null, "due": end.day.to_string(), "calendar": end.certainty.code() }),
        ),
    })
}

/// Why nobody works, in a word.
pub fn reason(off: DayOff) -> String {
    match off {
        DayOff::Feast(feast) => feast.code().to_owned(),
        DayOff::Moved(feast) => format!("for {}", feast.code()),
        DayOff::Single(_) => "single_day".to_owned(),
        DayOff::Weekend => "weekend".to_owned(),
    }
}
