//! Making a wasm module small.

use crate::command;
use anyhow::{Context, Result};
use std::{fs, path::Path};

/// What rustc's target uses, and nothing else: with `--all-features` browsers reject the result.
const FEATURES: [&str; 7] = [
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

/// The module, optimised for size.
pub fn optimise(module: &Path, scratch: &Path) -> Result<Vec<u8>> {
    let small = scratch.join(module.file_name().context("a module without a name")?);
    // `-Oz` makes the module smaller, but `-Os` what is left of it after compression. It warns about parts of the name section
    // it does not know; names are dropped anyway.
    command::quiet(command::node("wasm-opt")?.arg("-Os").args(FEATURES).arg(module).arg("-o").arg(&small))?;
    fs::read(&small).with_context(|| format!("cannot read {}", small.display()))
}
