//! Making a wasm module small.

use crate::command;
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// What rustc's target uses, and nothing else: with `--all-features` browsers reject the result.
pub const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Whether a file of that name is a module.
pub fn is_wasm(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| extension == "wasm")
}

/// The modules, optimised for size, in the same order. As many at once as there are processors; each takes the next one.
pub fn optimise_all(modules: &[PathBuf], scratch: &Path) -> Result<Vec<Vec<u8>>> {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((place, module)) = one_of(modules, next.fetch_add(1, Ordering::Relaxed)) {
            done.push((place, optimise(module, scratch)?));
        }
        Ok(done)
    };
    let shares: Result<Vec<_>> = thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let ended = |_| anyhow::bail!("wasm-opt's thread ended");
        running.into_iter().map(|one| one.join().unwrap_or_else(ended)).collect()
    });
    let mut all = shares?.concat();
    all.sort_by_key(|(place, _)| *place);
    Ok(all.into_iter().map(|(_, bytes)| bytes).collect())
}

fn one_of(modules: &[PathBuf], place: usize) -> Option<(usize, &PathBuf)> {
    modules.get(place).map(|module| (place, module))
}

/// The module, optimised for size.
fn optimise(module: &Path, scratch: &Path) -> Result<Vec<u8>> {
    let small = scratch.join(module.file_name().context("a module without a name")?);
    // `-Oz` makes the module smaller, but `-Os` what is left of it after compression. It warns about parts of the name section
    // it does not know; names are dropped anyway.
    let mut tool = command::node("wasm-opt")?;
    tool.args(["-Os", "--strip-producers", "--strip-target-features"]).args(FEATURES);
    command::quiet(tool.arg(module).arg("-o").arg(&small))?;
    fs::read(&small).with_context(|| format!("cannot read {}", small.display()))
}
