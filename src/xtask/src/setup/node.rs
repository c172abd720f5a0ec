//! The node package with everything that runs on node.

use crate::{build::hash, command, paths, say};
use anyhow::{Context, Result};
use std::{fs, process::Command};

/// Installs it again only if its lock changed since the last time.
pub fn install() -> Result<()> {
    let folder = paths::node()?;
    let lock =
        fs::read(folder.join("package-lock.json")).context("tests/e2e/package-lock.json is missing")?;
    let stamp = folder.join("node_modules/.installed");
    let wanted = hash::of(&lock);
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    say::step("node packages", "under a minute", || {
        let mut npm = Command::new("npm");
        npm.current_dir(&folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        command::quiet(npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
        fs::write(&stamp, &wanted).context("cannot note the installed packages")
    })
}
