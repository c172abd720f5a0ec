//! Pinned programs from crates.io, in a folder of their own.

use crate::{command, paths, say};
use anyhow::{Context, Result};
use std::{fs, path::Path};

struct Tool {
    package: &'static str,
    version: &'static str,
    /// Whether its own lock file builds.
    locked: bool,
    features: Option<&'static str>,
    minutes: &'static str,
}

const TOOLS: [Tool; 3] = [
    Tool { package: "trunk", version: "0.21.14", locked: true, features: None, minutes: "7 to 12 min" },
    Tool {
        package: "wasm-bindgen-cli",
        version: "0.2.130",
        locked: false,
        features: None,
        minutes: "3 to 5 min",
    },
    Tool {
        package: "wasm_split_cli_support",
        version: "0.2.4",
        locked: true,
        features: Some("build-binary"),
        minutes: "about 1 min",
    },
];

/// Installs what is missing.
pub fn install() -> Result<()> {
    let root = paths::tools()?.join("cargo");
    fs::create_dir_all(&root).with_context(|| format!("cannot create {}", root.display()))?;
    for tool in &TOOLS {
        if !installed(&root, tool) {
            say::step(&format!("{} {}", tool.package, tool.version), tool.minutes, || build(&root, tool))?;
        }
    }
    Ok(())
}

/// Cargo keeps a list of what it installed.
fn installed(root: &Path, tool: &Tool) -> bool {
    let list = fs::read_to_string(root.join(".crates.toml")).unwrap_or_default();
    listed(&list, tool.package, tool.version)
}

fn listed(list: &str, package: &str, version: &str) -> bool {
    let start = format!("\"{package} {version} (");
    list.lines().any(|line| line.starts_with(&start))
}

fn build(root: &Path, tool: &Tool) -> Result<()> {
    let mut cargo = command::cargo()?;
    // Outside the workspace: its flags and its target folder are not for tools.
    cargo.current_dir(root).env_remove("CARGO_TARGET_DIR").args(["install", tool.package]);
    cargo.args(["--quiet", "--force", "--version", tool.version, "--root"]).arg(root);
    if tool.locked {
        cargo.arg("--locked");
    }
    if let Some(features) = tool.features {
        cargo.args(["--features", features]);
    }
    command::run(&mut cargo)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_very_version_counts_as_installed() {
        let list = "[v1]\n\"trunk 0.21.14 (registry+https://example.org)\" = [\"trunk\"]\n";
        assert!(listed(list, "trunk", "0.21.14"));
        assert!(!listed(list, "trunk", "0.21.1"));
        assert!(!listed(list, "runk", "0.21.14"));
    }
}
