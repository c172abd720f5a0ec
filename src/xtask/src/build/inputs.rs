//! Whether a build would come out as before.

use super::hash;
use crate::paths;
use anyhow::{Context, Result};
use ignore::WalkBuilder;
use std::{fs, path::Path};

/// Everything the app is made from, and what makes it.
const INPUTS: [&str; 13] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "public",
    "rust-toolchain.toml",
    "src/contract",
    "src/domain",
    "src/portal",
    "src/xtask/src/build",
    "style",
    "tests/e2e/package-lock.json",
];

/// One hash over the names and contents of all of them.
pub fn fingerprint() -> Result<String> {
    over(&paths::root()?, &INPUTS)
}

fn over(root: &Path, inputs: &[&str]) -> Result<String> {
    let mut lines = Vec::new();
    for input in inputs.iter().map(|input| root.join(input)).filter(|input| input.exists()) {
        for entry in WalkBuilder::new(input).hidden(false).build() {
            let entry = entry.context("cannot walk the sources")?;
            if entry.file_type().is_some_and(|kind| kind.is_file()) {
                let bytes = fs::read(entry.path())
                    .with_context(|| format!("cannot read {}", entry.path().display()))?;
                let name = entry.path().strip_prefix(root).unwrap_or(entry.path());
                lines.push(format!("{} {}", name.display(), hash::of(&bytes)));
            }
        }
    }
    lines.sort();
    Ok(hash::of(lines.join("\n").as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_a_renamed_and_a_new_file_change_the_fingerprint() -> Result<()> {
        let root = std::env::temp_dir().join(format!("yasno-inputs-{}", std::process::id()));
        fs::create_dir_all(root.join("a"))?;
        fs::write(root.join("a/one"), "1")?;
        let mut seen = vec![over(&root, &["a", "missing"])?];
        fs::write(root.join("a/one"), "2")?;
        seen.push(over(&root, &["a"])?);
        fs::rename(root.join("a/one"), root.join("a/two"))?;
        seen.push(over(&root, &["a"])?);
        fs::write(root.join("a/three"), "")?;
        seen.push(over(&root, &["a"])?);
        fs::remove_dir_all(&root)?;
        assert!(seen.iter().enumerate().all(|(i, hash)| !seen[..i].contains(hash)), "{seen:?}");
        Ok(())
    }
}
