//! `public/openapi.yaml`, written from the types of the contract.

use crate::{command, paths, say};
use anyhow::{Context, Result};

/// Writes the document anew.
pub fn run() -> Result<()> {
    let yaml = command::quiet(command::cargo()?.args([
        "run",
        "--quiet",
        "--package",
        "contract",
        "--features",
        "openapi",
        "--bin",
        "openapi",
    ]))?;
    let file = paths::root()?.join("public/openapi.yaml");
    std::fs::write(&file, yaml).context("cannot write public/openapi.yaml")?;
    say::line("public/openapi.yaml is written");
    Ok(())
}
