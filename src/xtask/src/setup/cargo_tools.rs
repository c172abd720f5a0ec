//! Pinned programs from crates.io, in a folder of their own.

use crate::{command, paths, say};
use anyhow::{Context, Result};
use std::{fs, path::Path};

struct Tool {
    package: &'static str,
    version: &'static str,
    /// Whether its own lock file builds.
    locked: bool,
    /// What else cargo is told.
    args: &'static [&'static str],
    /// How far it is optimised.
    opt_level: &'static str,
    minutes: &'static str,
}

/// Both can speak TLS, trunk to fetch tools and to ask whether there is a newer one of itself, wasm-bindgen to a browser elsewhere.
/// Here trunk is offline and the browser local, and TLS is C code that takes long to compile.
const WITHOUT_TLS: &str = "--no-default-features";

/// Of all that trunk does itself, only the checksums that it puts into the page take time, and they are made in this crate.
const QUICK_CHECKSUMS: &str = "profile.release.package.sha2.opt-level=3";

const TOOLS: [Tool; 3] = [
    Tool {
        package: "trunk",
        version: "0.21.14",
        locked: true,
        args: &[WITHOUT_TLS, "--config", QUICK_CHECKSUMS],
        opt_level: "0",
        minutes: "4 to 8 min",
    },
    Tool {
        package: "wasm-bindgen-cli",
        version: "0.2.130",
        locked: false,
        args: &[WITHOUT_TLS],
        opt_level: "1",
        minutes: "3 to 5 min",
    },
    Tool {
        package: "wasm_split_cli_support",
        version: "0.2.4",
        locked: true,
        args: &["--features", "build-binary"],
        opt_level: "1",
        minutes: "about 1 min",
    },
];

/// Trunk's own profile asks for the fastest program, optimised as a whole in one piece. One waits for that longer than a tool that runs
/// for seconds can ever give back. What goes through the whole module itself is optimised a little.
const PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_STRIP", "none"),
];

/// Only mutation testing needs it.
const MUTANTS: Tool = Tool {
    package: "cargo-mutants",
    version: "27.1.0",
    locked: true,
    args: &[],
    opt_level: "1",
    minutes: "2 to 5 min",
};

/// Installs what is missing for building the app.
pub fn install() -> Result<()> {
    ensure(&TOOLS)
}

/// Installs cargo-mutants if it is missing.
pub fn install_mutants() -> Result<()> {
    ensure(&[MUTANTS])
}

fn ensure(tools: &[Tool]) -> Result<()> {
    let root = paths::tools()?.join("cargo");
    fs::create_dir_all(&root).with_context(|| format!("cannot create {}", root.display()))?;
    for tool in tools {
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
    cargo.current_dir(root).env_remove("CARGO_TARGET_DIR").envs(PROFILE).args(["install", tool.package]);
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.opt_level);
    cargo.args(["--quiet", "--force", "--version", tool.version, "--root"]).arg(root).args(tool.args);
    if tool.locked {
        cargo.arg("--locked");
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
