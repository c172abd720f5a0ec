//! What each stage runs.

use super::counts::{Counts, plain};
use crate::{build, check, command, lock, paths, serve, setup, size};
use anyhow::{Context, Result, bail};
use std::process::Command;

/// Formatting, lints, documents.
pub fn check() -> Result<Counts> {
    check::run(None).map(|()| Counts::default())
}

/// Tests of every crate on this machine, with cargo-nextest where there is one.
pub fn native() -> Result<Counts> {
    let nextest = command::quiet(command::cargo()?.args(["nextest", "--version"])).is_ok();
    if !nextest {
        return tests(command::cargo()?.args(["test", "--workspace", "--no-fail-fast"]), Counts::from_cargo);
    }
    let unit = tests(
        command::cargo()?.args(["nextest", "run", "--workspace", "--no-fail-fast", "--no-tests=pass"]),
        Counts::from_nextest,
    );
    // Examples in documentation are not nextest's.
    let documentation =
        tests(command::cargo()?.args(["test", "--workspace", "--doc", "--no-fail-fast"]), Counts::from_cargo);
    Ok(unit? + documentation?)
}

/// Tests of the app in a browser.
pub fn wasm() -> Result<Counts> {
    let chromedriver = command::which("chromedriver").context("chromedriver is missing")?;
    let mut cargo = command::cargo()?;
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", paths::cargo_bin("wasm-bindgen-test-runner")?);
    cargo.env("CHROMEDRIVER", chromedriver).env("WASM_BINDGEN_USE_BROWSER", "1");
    tests(cargo.args(["test", "--package", "portal", "--target", setup::WASM]), Counts::from_cargo)
}

/// The release build, within its budget.
pub fn build() -> Result<Counts> {
    build::ensure()?;
    size::run().map(|()| Counts::default())
}

/// The release build in a browser, with the mock server.
pub fn e2e() -> Result<Counts> {
    let _held = lock::to_read(lock::BUILD)?;
    let dist = paths::dist()?;
    if !dist.join("index.html").exists() {
        bail!("no build to test");
    }
    serve::build_mock_server()?;
    let mut playwright = Command::new(paths::node_bin("playwright")?);
    playwright.current_dir(paths::node()?).arg("test");
    playwright.env("MOCK_BIN", paths::mock_server()?).env("DIST", dist).env("FORCE_COLOR", "0");
    tests(&mut playwright, Counts::from_playwright)
}

/// Runs tests; an error only if they could not run at all.
fn tests(command: &mut Command, count: fn(&str) -> Counts) -> Result<Counts> {
    let (success, output) = command::tee(command)?;
    let counts = count(&plain(&output));
    match (success, counts.failed) {
        (false, 0) => bail!("the tests did not run to their end"),
        _ => Ok(counts),
    }
}
