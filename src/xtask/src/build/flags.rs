//! What rustc is told for the release build.

use crate::paths;
use anyhow::Result;
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// The splitter needs the relocations and the names. Erased component types cost next to nothing at run time and save a tenth of
/// the main module and a quarter of a chunk.
const ALWAYS: &str = "-C link-arg=--emit-relocs -C strip=none --cfg erase_components";

/// All flags, for `RUSTFLAGS`. Panic messages carry source paths: without the folders of this machine they are shorter, and the same
/// everywhere.
pub fn release() -> Result<String> {
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
