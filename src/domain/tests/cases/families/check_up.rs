//! T10: check-ups by age, and the next one due. T10s: what those risk who miss one.

use chrono::{Datelike, NaiveDate};
use domain::check_up::schedule::Unknown;
use domain::check_up::{By, Due, Missed, Standing, Year, next, sanction, year};
use domain::coded::Code;
use serde::Deserialize;
use serde_json::{Value, json};

use super::patient::code;
use super::visit::based;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    born: Day,
    last: Day,
    by: Option<String>,
}

/// Compares the band and the next check-up.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let by = match given.by.as_deref() {
        None | Some("practice") => By::Practice,
        Some("guide_2010") => By::Guide2010,
        Some(_) => return Err(Failure::malformed("`by` is `practice` or `guide_2010`")),
    };
    let today = case.on().unwrap_or(case.today().max(given.last.0));
    let next = match next(given.born.0, given.last.0, by, today) {
        Ok(next) => next,
        Err(unknown) => {
            let problem = match unknown {
                Unknown::BeforeBirth => "before_birth".to_owned(),
                Unknown::InFuture => "in_future".to_owned(),
                Unknown::AgeNotCovered(_) => "age_not_covered".to_owned(),
                Unknown::BeyondCalendar => "beyond_calendar".to_owned(),
                Unknown::NoData(no_data) => format!("no data: {}", no_data.why),
            };
            return case.expects(&json!({ "due": null, "problem": problem }));
        }
    };
    let mut said = based(&next.basis);
    said["band"] = json!(format!("{} {}", next.band.from_age, next.band.frequency));
    said["due"] = json!(due(next.due));
    said["standing"] = json!(standing(next.due.on(today)));
    said["problem"] = Value::Null;
    case.expects(&said)
}

/// `month 2026-12`, `2028-05-30`, `year 2027`.
pub fn due(due: Due) -> String {
    match due {
        Due::Month { first } => format!("month {}-{:02}", first.year(), first.month()),
        Due::On(day) => day.to_string(),
        Due::Year(year) => format!("year {year}"),
    }
}

/// The word for how it stands.
pub const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Ahead => "ahead",
        Standing::Now => "now",
        Standing::Overdue => "overdue",
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sanctioned {
    /// What was missed, on the day of the case.
    missed: Option<String>,
    /// A calendar year instead, and the check-ups of the person.
    year: Option<i32>,
    #[serde(default)]
    done: Vec<Day>,
    #[serde(default)]
    again: bool,
}

/// Compares what somebody risks.
pub fn check_sanction(case: &Case) -> Result<(), Failure> {
    let given: Sanctioned = case.given()?;
    let today = case.on()?;
    let asked = match (&given.missed, given.year) {
        (Some(missed), None) => told(code(missed)?, given.again, today, today),
        (None, Some(of)) => {
            let done: Vec<_> = given.done.iter().map(|day| day.0).collect();
            match year(of, &done, today).ok_or_else(|| Failure::malformed("`year`"))? {
                Year::Fulfilled => json!({ "year": "fulfilled", "fine": null }),
                Year::Open { days_left } => json!({ "year": "open", "days_left": days_left, "fine": null }),
                Year::Missed { last } => {
                    let mut said = told(Missed::CheckUp, given.again, last, today);
                    said["year"] = json!("missed");
                    said
                }
            }
        }
        _ => return Err(Failure::malformed("either `missed` or `year`")),
    };
    case.expects(&asked)
}

fn told(missed: Missed, again: bool, day: NaiveDate, today: NaiveDate) -> Value {
    let found = sanction(missed, again, day, today);
    let (mut said, fine) = match found.fine {
        Ok(fine) => (based(&fine.basis), json!(format!("{} to {}", fine.value.least, fine.value.most))),
        Err(no_data) => {
            let known = no_data.known.map(|entry| entry.value.to_string());
            (json!({ "no_data": no_data.why.to_string(), "known": known }), Value::Null)
        }
    };
    said["fine"] = fine;
    said["authority"] = json!(found.authority.ok().map(|it| it.value.code()));
    said["loss_months"] = json!(found.loss.map(|(months, _)| months));
    said
}
