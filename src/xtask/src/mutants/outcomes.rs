//! What cargo-mutants found, read from its `outcomes.json`.

use super::modules::SOURCES;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// What became of the mutants of a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The day it was last run, `YYYY-MM-DD`.
    pub day: String,
    /// The version of cargo-mutants.
    pub version: String,
    /// How many made a test fail, as they should.
    pub caught: usize,
    /// How many made the tests run without end.
    pub timeout: usize,
    /// How many did not compile.
    pub unviable: usize,
    /// Those that no test noticed: file, place and change, without the folder of the sources.
    pub survivors: Vec<String>,
}

/// The file, as far as it is needed.
#[derive(Deserialize)]
struct Outcomes {
    #[serde(rename = "outcomes")]
    scenarios: Vec<Outcome>,
    caught: usize,
    timeout: usize,
    unviable: usize,
    start_time: String,
    cargo_mutants_version: String,
}

#[derive(Deserialize)]
struct Outcome {
    scenario: Scenario,
    summary: String,
}

#[derive(Deserialize)]
enum Scenario {
    Baseline,
    Mutant { name: String },
}

impl Found {
    /// Reads the text of the file.
    pub fn parse(text: &str) -> Result<Self> {
        let read: Outcomes = serde_json::from_str(text)
            .context("outcomes.json is not what this version of cargo-mutants writes")?;
        let missed = read.scenarios.into_iter().filter(|outcome| outcome.summary == "MissedMutant");
        let survivors = missed.filter_map(|outcome| match outcome.scenario {
            Scenario::Baseline => None,
            Scenario::Mutant { name } => Some(name.strip_prefix(SOURCES).unwrap_or(&name).to_owned()),
        });
        Ok(Self {
            day: read.start_time.split('T').next().unwrap_or_default().to_owned(),
            version: read.cargo_mutants_version,
            caught: read.caught,
            timeout: read.timeout,
            unviable: read.unviable,
            survivors: survivors.collect(),
        })
    }

    /// All that were tried.
    pub fn all(&self) -> usize {
        self.caught + self.timeout + self.unviable + self.survivors.len()
    }

    /// With a later run of only those that were not caught in this one.
    pub fn then(self, later: Self) -> Self {
        Self { caught: self.caught + later.caught, unviable: self.unviable + later.unviable, ..later }
    }
}

#[cfg(test)]
pub const EXAMPLE: &str = r#"{
    "outcomes": [
        { "scenario": "Baseline", "summary": "Success", "phase_results": [] },
        { "scenario": { "Mutant": { "name": "src/domain/src/fee/visit.rs:9:5: replace > with >= in due" } },
          "summary": "MissedMutant" },
        { "scenario": { "Mutant": { "name": "src/domain/src/fee/visit.rs:9:5: replace > with < in due" } },
          "summary": "CaughtMutant" }
    ],
    "total_mutants": 2, "caught": 1, "missed": 1, "timeout": 0, "unviable": 0, "success": 0,
    "start_time": "2026-11-22T11:40:42.5Z", "end_time": null, "cargo_mutants_version": "27.1.0"
}"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_missed_mutant_survived() -> Result<()> {
        let found = Found::parse(EXAMPLE)?;
        assert_eq!((found.caught, found.all(), found.day.as_str()), (1, 2, "2026-11-22"));
        assert_eq!(found.survivors, ["fee/visit.rs:9:5: replace > with >= in due"]);
        Ok(())
    }

    #[test]
    fn a_later_run_adds_what_it_caught_and_says_what_is_left() -> Result<()> {
        let first = Found { unviable: 2, timeout: 1, ..Found::parse(EXAMPLE)? };
        let second =
            Found { day: "2026-11-23".to_owned(), caught: 2, survivors: Vec::new(), ..first.clone() };
        let both = first.then(Found { unviable: 0, timeout: 0, ..second });
        assert_eq!((both.caught, both.timeout, both.unviable, both.all()), (3, 0, 2, 5));
        assert_eq!(both.day, "2026-11-23");
        Ok(())
    }

    #[test]
    fn another_shape_is_an_error() {
        assert!(Found::parse("{}").is_err());
    }
}
