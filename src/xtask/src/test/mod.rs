//! Everything a change has to pass, in stages. A failed stage does not keep the next one from running.

mod counts;
mod stages;

use crate::{say, setup};
use anyhow::{Context, Result, bail};
use counts::Counts;
use std::time::{Duration, Instant};

/// One stage: its name, and what it does.
type Stage = (&'static str, fn() -> Result<Counts>);

const STAGES: [Stage; 5] = [
    ("check", stages::check),
    ("native", stages::native),
    ("wasm", stages::wasm),
    ("build", stages::build),
    ("e2e", stages::e2e),
];

struct Done {
    name: &'static str,
    counts: Counts,
    error: Option<anyhow::Error>,
    time: Duration,
}

/// Runs every stage, or only one, and sums up. The last line reads `N passed, N failed`.
pub fn run(only: Option<&str>) -> Result<()> {
    let chosen: Vec<Stage> =
        STAGES.into_iter().filter(|(name, _)| only.is_none_or(|only| only == *name)).collect();
    if chosen.is_empty() {
        bail!("no such stage; there are {}", STAGES.map(|(name, _)| name).join(", "));
    }
    setup::for_tests().context("setting up")?;
    let done: Vec<Done> = chosen.into_iter().map(perform).collect();
    println!("\n{}", table(&done));
    let total = done.iter().fold(Counts::default(), |sum, stage| sum + stage.counts);
    println!("{} passed, {} failed", total.passed, total.failed);
    // The summary has said it all, and its last line is to be the last one.
    if done.iter().any(|stage| stage.error.is_some() || stage.counts.failed > 0) {
        std::process::exit(1);
    }
    Ok(())
}

fn perform((name, stage): Stage) -> Done {
    println!("\n== {name}");
    let start = Instant::now();
    let (counts, error) = settle(stage());
    let time = start.elapsed();
    if let Some(error) = &error {
        println!("{error:#}");
    }
    println!("== {name}: {}", say::duration(time));
    Done { name, counts, error, time }
}

/// A stage that broke down without a failed test still counts as one failure.
fn settle(result: Result<Counts>) -> (Counts, Option<anyhow::Error>) {
    match result {
        Ok(counts) => (counts, None),
        Err(error) => (Counts { passed: 0, failed: 1 }, Some(error)),
    }
}

fn table(done: &[Done]) -> String {
    let line = |stage: &Done| {
        let result = if stage.error.is_none() && stage.counts.failed == 0 { "ok" } else { "FAILED" };
        let Counts { passed, failed } = stage.counts;
        format!("{:<8} {result:<7} {passed:>6} {failed:>6}   {}\n", stage.name, say::duration(stage.time))
    };
    let head = format!("{:<8} {:<7} {:>6} {:>6}   {}\n", "stage", "result", "passed", "failed", "time");
    done.iter().map(line).fold(head, |table, line| table + &line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_that_breaks_down_is_a_failure() {
        let (counts, error) = settle(Err(anyhow::anyhow!("it does not compile")));
        assert_eq!(counts, Counts { passed: 0, failed: 1 });
        assert!(error.is_some());
    }

    #[test]
    fn the_table_shows_which_stage_failed() {
        let stage = |name, failed| Done {
            name,
            counts: Counts { passed: 3, failed },
            error: None,
            time: Duration::from_secs(2),
        };
        let table = table(&[stage("native", 0), stage("e2e", 1)]);
        let lines: Vec<&str> = table.lines().collect();
        assert!(lines[1].contains("ok") && lines[2].contains("FAILED") && lines[2].contains("2.0 s"));
    }
}
