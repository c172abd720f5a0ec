//! Programs from the system's own packages.

use crate::{command, say};
use anyhow::{Result, bail};
use std::{path::Path, process::Command};

/// Installs the packages whose program is missing, if this user may; says what to type otherwise.
pub fn need(programs: &[(&str, &str)]) -> Result<()> {
    let missing: Vec<&str> = programs
        .iter()
        .filter(|(name, _)| command::which(name).is_none())
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let by_hand =
        format!("missing on this machine: {list}. Install it, on Debian with: apt-get install {list}");
    if command::which("apt-get").is_none() {
        bail!(by_hand);
    }
    let Some(prefix) = privilege() else { bail!(by_hand) };
    say::step(&format!("packages: {list}"), "1 to 3 min", || install(prefix, &missing))
}

/// Installs the package of a program that is missing, where it can be had; says otherwise what is `without` it.
pub fn prefer((name, package): (&str, &str), without: &str) {
    if command::which(name).is_some() {
        return;
    }
    let prefix = command::which("apt-get").and_then(|_| privilege());
    let installed = prefix
        .is_some_and(|prefix| say::step(package, "under a minute", || install(prefix, &[package])).is_ok());
    if !installed {
        say::line(&format!("{package} cannot be had: {without}"));
    }
}

fn install(prefix: &[&str], packages: &[&str]) -> Result<()> {
    // Old lists often suffice.
    let _ = command::quiet(&mut apt(prefix, &["update"]));
    let mut args = vec!["install", "--yes", "--no-install-recommends"];
    args.extend(packages);
    command::quiet(&mut apt(prefix, &args)).map(drop)
}

fn apt(prefix: &[&str], args: &[&str]) -> Command {
    let words: Vec<&str> = prefix.iter().chain(&["apt-get"]).chain(args).copied().collect();
    let (program, rest) = words.split_first().map_or(("apt-get", &[][..]), |(first, rest)| (*first, rest));
    let mut command = Command::new(program);
    command.args(rest).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// What has to stand before apt-get, if this user may call it at all.
fn privilege() -> Option<&'static [&'static str]> {
    let root = Path::new("/proc/self").metadata().is_ok_and(|meta| owner(&meta) == Some(0));
    if root {
        return Some(&[]);
    }
    let sudo =
        command::which("sudo").is_some() && command::quiet(Command::new("sudo").args(["-n", "true"])).is_ok();
    sudo.then_some(&["sudo", "-n"])
}

#[cfg(unix)]
#[allow(clippy::unnecessary_wraps, reason = "elsewhere there is no owner")]
fn owner(meta: &std::fs::Metadata) -> Option<u32> {
    Some(std::os::unix::fs::MetadataExt::uid(meta))
}

#[cfg(not(unix))]
fn owner(_: &std::fs::Metadata) -> Option<u32> {
    None
}
