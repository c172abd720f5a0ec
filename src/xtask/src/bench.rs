//! The benchmark: the portal against the same page without any framework.

use crate::{build, command, lock, paths, say, serve, setup};
use anyhow::{Result, bail};
use std::process::Command;

const REPORT: &str = "docs/bench.md";

/// Builds, measures, and writes the report; an error if a budget does not hold.
pub fn run() -> Result<()> {
    setup::for_tests()?;
    build::ensure()?;
    serve::build_mock_server()?;
    let _held = lock::to_read(lock::BUILD)?;
    let figures = paths::work()?.join("bench.json");
    let mut node = Command::new("node");
    node.arg(paths::root()?.join("tests/bench/run.mjs")).arg(&figures).arg(paths::root()?.join(REPORT));
    node.env("MOCK_BIN", paths::mock_server()?).env("DIST", paths::dist()?);
    let done = say::step("the benchmark", "about 5 min; leave the machine alone", || command::run(&mut node));
    if done.is_err() {
        bail!("the benchmark did not run, or a budget does not hold: see above and {REPORT}");
    }
    say::line(&format!("{REPORT} is written; the figures are in {}", figures.display()));
    Ok(())
}
