//! Checks that run nothing of the app: formatting, lints, documentation, documents, licences, the project's own rules.

use crate::{command, paths, say, setup, tidy};
use anyhow::{Result, bail};
use std::process::Command;

/// One check: its name, and what it runs.
type Check = (&'static str, fn() -> Result<()>);

const CHECKS: [Check; 11] = [
    ("tidy", tidy::run),
    ("fmt", || cargo(&["fmt", "--all", "--check"])),
    ("clippy", || {
        let all = ["clippy", "--quiet", "--workspace", "--all-targets", "--features", "contract/openapi"];
        cargo(&[&all[..], &DENY].concat())
    }),
    ("clippy-wasm", || cargo(&[&PORTAL[..], &["--all-targets"], &DENY].concat())),
    ("clippy-split", || cargo(&[&PORTAL[..], &["--features", "split"], &DENY].concat())),
    ("doc", documentation),
    ("css", || node("stylelint", &["--config", "tests/e2e/lint/stylelint.json", "style/**/*.css"])),
    ("html", || node("html-validate", &["--config", "tests/e2e/lint/html-validate.json", "index.html"])),
    ("openapi", || {
        node("redocly", &["lint", "--config", "tests/e2e/lint/redocly.yaml", "public/openapi.yaml"])
    }),
    ("types", types),
    ("licences", licences),
];

const DENY: [&str; 3] = ["--", "-D", "warnings"];
const PORTAL: [&str; 6] = ["clippy", "--quiet", "--package", "portal", "--target", setup::WASM];

/// Runs every check, or only one; an error that names those that failed.
pub fn run(only: Option<&str>) -> Result<()> {
    let chosen: Vec<Check> =
        CHECKS.into_iter().filter(|(name, _)| only.is_none_or(|only| only == *name)).collect();
    if chosen.is_empty() {
        bail!("no such check; there are {}", CHECKS.map(|(name, _)| name).join(", "));
    }
    setup::for_checks()?;
    let mut failed = Vec::new();
    for (name, check) in chosen {
        if let Err(error) = say::step(name, "", check) {
            println!("{error:#}");
            failed.push(name);
        }
    }
    if failed.is_empty() { Ok(()) } else { bail!("failed checks: {}", failed.join(", ")) }
}

fn cargo(args: &[&str]) -> Result<()> {
    command::run(command::cargo()?.args(args))
}

fn node(program: &str, args: &[&str]) -> Result<()> {
    let mut command = command::node(program)?;
    // Redocly would report home and look for a newer version of itself.
    command.env("REDOCLY_TELEMETRY", "off").env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    command::quiet(command.args(args)).map(drop)
}

fn documentation() -> Result<()> {
    let mut cargo = command::cargo()?;
    cargo.env("RUSTDOCFLAGS", "-D warnings").args(["doc", "--quiet", "--workspace", "--no-deps"]);
    command::run(&mut cargo)
}

/// The types of the browser tests.
fn types() -> Result<()> {
    let folder = paths::node()?;
    if !folder.join("tsconfig.json").exists() {
        return Ok(());
    }
    let mut tsc = Command::new(paths::node_bin("tsc")?);
    command::quiet(tsc.current_dir(folder).args(["--noEmit", "--project", "tsconfig.json"])).map(drop)
}

/// Licences, bans and sources of every dependency. Advisories need a database from the network, so they are not asked for.
fn licences() -> Result<()> {
    let mut deny = Command::new(setup::cargo_deny()?);
    deny.current_dir(paths::root()?).args(["--log-level", "error", "check", "bans", "licenses", "sources"]);
    command::quiet(&mut deny).map(drop)
}
