//! Where things are.

use anyhow::{Context, Result};
use std::{
    env,
    path::{Path, PathBuf},
};

/// The root of the workspace: where cargo says this crate is, else the first folder upwards with a Trunk.toml.
pub fn root() -> Result<PathBuf> {
    if let Some(manifest) = env::var_os("CARGO_MANIFEST_DIR")
        && let Some(root) = Path::new(&manifest).ancestors().nth(2)
        && root.join("Trunk.toml").exists()
    {
        return Ok(root.to_path_buf());
    }
    let here = env::current_dir().context("the current folder is gone")?;
    here.ancestors()
        .find(|folder| folder.join("Trunk.toml").exists())
        .map(Path::to_path_buf)
        .context("not inside the project: no Trunk.toml here or above")
}

/// Cargo's target folder.
pub fn target() -> Result<PathBuf> {
    let root = root()?;
    Ok(env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder)))
}

/// This tool's own folder for what lies between two steps.
pub fn work() -> Result<PathBuf> {
    Ok(target()?.join("yasno"))
}

/// The finished release build.
pub fn dist() -> Result<PathBuf> {
    Ok(root()?.join("dist"))
}

/// The one package with everything that runs on node.
pub fn node() -> Result<PathBuf> {
    Ok(root()?.join("tests/e2e"))
}

/// A program of that package.
pub fn node_bin(name: &str) -> Result<PathBuf> {
    Ok(node()?.join("node_modules/.bin").join(name))
}

/// Pinned tools. They survive `cargo clean` and are shared by every clone.
pub fn tools() -> Result<PathBuf> {
    let given = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    given("YASNO_TOOLS")
        .or_else(|| given("XDG_CACHE_HOME").map(|cache| cache.join("yasno/tools")))
        .or_else(|| given("HOME").map(|home| home.join(".cache/yasno/tools")))
        .context("no place for tools: set YASNO_TOOLS, XDG_CACHE_HOME or HOME")
}

/// A program that `cargo install` put there.
pub fn cargo_bin(name: &str) -> Result<PathBuf> {
    Ok(tools()?.join("cargo/bin").join(name))
}

/// The mock server, built for tests.
pub fn mock_server() -> Result<PathBuf> {
    Ok(target()?.join("debug").join(format!("mock-server{}", env::consts::EXE_SUFFIX)))
}
