//! The release build: trunk builds, its wasm-bindgen is ours ([`shim`]) and splits the wasm, [`finish`] makes the result small,
//! names every file by its hash and compresses it.

pub mod areas;
mod assets;
pub mod chunks;
mod compress;
mod finish;
mod flags;
mod glue;
pub mod hash;
mod inputs;
mod merge;
mod module;
mod pack;
pub mod shim;
pub mod site;
mod tables;
pub mod texts;
mod wasm;

use crate::{command, lock, paths, say, setup};
use anyhow::{Context, Result};
use std::{fs, process::Command};

/// The app's name in every file the build makes.
pub const APP: &str = "portal";

/// Builds the app unless nothing it is made from changed.
pub fn ensure() -> Result<()> {
    let _held = lock::to_write(lock::BUILD)?;
    let stamp = paths::work()?.join("built");
    let inputs = inputs::fingerprint()?;
    let dist = paths::dist()?;
    if dist.join("index.html").exists() && fs::read_to_string(&stamp).is_ok_and(|built| built == inputs) {
        say::line("the app is up to date");
        return Ok(());
    }
    say::step("the app, optimised and split", "3 to 5 min; the first time up to 10", release)?;
    fs::write(&stamp, inputs).context("cannot note what was built")
}

fn release() -> Result<()> {
    let work = paths::work()?;
    let staging = work.join("staging");
    let split = work.join("split");
    let shims = shim::install(&work.join("shim"))?;
    let _ = fs::remove_dir_all(&split);
    let sources = setup::standard_library()?;
    let mut fetch = fetching()?;
    flags::set(&mut fetch, sources)?;
    command::run(&mut fetch)?;
    let mut trunk = trunk(&[&shims])?;
    trunk.args(["build", "--release", "--features", "split", "--dist"]).arg(&staging);
    shim::configure(&mut trunk, &split, sources)?;
    command::run(&mut trunk)?;
    let finished = work.join("finished");
    finish::run(&staging, &split, &finished)?;
    let dist = paths::dist()?;
    let _ = fs::remove_dir_all(&dist);
    fs::rename(&finished, &dist).context("cannot put the build in place")
}

/// Trunk works offline: what the app depends on has to be there first.
pub fn fetch() -> Result<()> {
    command::run(&mut fetching()?)
}

fn fetching() -> Result<Command> {
    let mut cargo = command::cargo()?;
    cargo.args(["fetch", "--quiet", "--target", setup::WASM]);
    Ok(cargo)
}

/// Trunk in the workspace, with the pinned tools, and these folders before them, in front of PATH.
pub fn trunk(folders: &[&std::path::Path]) -> Result<Command> {
    let tools = paths::tools()?.join("cargo/bin");
    let mut front = folders.to_vec();
    front.push(&tools);
    let mut trunk = Command::new(tools.join("trunk"));
    trunk.current_dir(paths::root()?).env("PATH", command::path_with(&front)?);
    // Trunk reads NO_COLOR as a boolean and stops at "1".
    trunk.env_remove("NO_COLOR").env("TRUNK_SKIP_VERSION_CHECK", "true");
    command::forget_outer_cargo(&mut trunk);
    Ok(trunk)
}
