//! Both sides of every date in every series.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use domain::rules::registry;
use serde::Deserialize;
use serde_json::json;

use crate::case::{Case, Failure, File};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    series: String,
}

/// Compares what a series says about a day.
pub fn check(case: &Case) -> Result<(), Failure> {
    let given: Given = case.given()?;
    let series = registry::all().find(|series| series.id() == given.series);
    let series = series.ok_or_else(|| Failure::Malformed(format!("unknown series `{}`", given.series)))?;
    case.expects(&json!({ "answer": series.describe(case.on()?, case.today()) }))
}

/// The dates of series that no example speaks of: the first day of every span and the day before it, the last
/// confirmed day and the day after it.
pub fn missing(files: &[File]) -> Vec<String> {
    let cases = files.iter().filter(|file| file.family == "dates").flat_map(|file| &file.cases);
    let told: BTreeSet<(String, NaiveDate)> =
        cases.filter_map(|case| Some((case.given::<Given>().ok()?.series, case.on().ok()?))).collect();
    let mut missing = BTreeSet::new();
    for series in registry::all() {
        let firsts = series.starts().into_iter().chain([series.verified_through() + Days::new(1)]);
        for day in firsts.flat_map(|first| [first - Days::new(1), first]) {
            if !told.contains(&(series.id().to_owned(), day)) {
                missing.insert(format!("{} on {day}", series.id()));
            }
        }
    }
    missing.into_iter().collect()
}
