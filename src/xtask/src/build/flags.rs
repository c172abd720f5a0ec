//! What rustc is told for the release build.

use crate::paths;
use anyhow::Result;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The splitter needs the relocations and the names. Erased component types cost next to nothing at run time and save a tenth of
/// the main module and a quarter of a chunk.
const ALWAYS: &str = "-C link-arg=--emit-relocs -C strip=none --cfg erase_components";

/// A panic is a trap, without the text and the place that would go with it: nobody reads them, they may hold what is private, and
/// with the code that writes them they are a tenth of what travels (28 kB of brotli, measured). Rust's standard library has to be
/// built for that.
const TRAPS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// Sets the build of the standard library. These switches of rustc and cargo are not stable yet; the toolchain is pinned, so they mean
/// the same until it is changed.
const STANDARD_LIBRARY: [(&str, &str); 5] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true"),
    ("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort"),
];

/// Tells cargo, in whatever runs it, how to build the release. `sources` says whether the standard library's sources are here.
pub fn set(command: &mut Command, sources: bool) -> Result<()> {
    command.env("CARGO_PROFILE_RELEASE_STRIP", "none");
    let mut flags = release()?;
    if sources {
        flags = format!("{flags} {TRAPS}");
        command.envs(STANDARD_LIBRARY);
    }
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    Ok(())
}

/// All flags, for `RUSTFLAGS`. Messages carry source paths: without the folders of this machine they are shorter, and the same
/// everywhere.
fn release() -> Result<String> {
    let mut folders = registries();
    folders.push(paths::root()?);
    Ok(with_remapped(&folders))
}

/// Where cargo unpacks what it downloads: one folder for each registry.
fn registries() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
    let folders = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let mut folders: Vec<PathBuf> =
        folders.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
}

fn with_remapped(folders: &[PathBuf]) -> String {
    // `RUSTFLAGS` cannot hold a path with a space in it.
    let usable = folders.iter().map(|folder| folder.to_string_lossy()).filter(|folder| !folder.contains(' '));
    usable.fold(ALWAYS.to_owned(), |flags, folder| format!("{flags} --remap-path-prefix={folder}="))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_this_machine_are_cut_off_unless_a_space_forbids_it() {
        let flags = with_remapped(&[PathBuf::from("/a/src"), PathBuf::from("/b c/src")]);
        assert_eq!(flags, format!("{ALWAYS} --remap-path-prefix=/a/src="));
    }
}
