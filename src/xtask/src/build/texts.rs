//! The texts of the app lie beside it, one file per language and area. The app's build script makes them; trunk calls [`hook`]
//! after every build to put them in place.

use crate::paths;
use anyhow::{Context, Result};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// Copies the texts into trunk's staging folder.
pub fn hook() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("trunk calls this command, nobody else")?;
    let made = paths::target()?.join("locales");
    if made.exists() { copy(&made, &staging.join("locales")) } else { Ok(()) }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for language in entries(from)? {
        let own = to.join(language.file_name().unwrap_or_default());
        fs::create_dir_all(&own).context("cannot create a folder for texts")?;
        for file in entries(&language)? {
            fs::copy(&file, own.join(file.file_name().unwrap_or_default())).context("cannot copy texts")?;
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let list = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    list.map(|entry| Ok(entry?.path())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_every_language_is_copied() -> Result<()> {
        let root = env::temp_dir().join(format!("yasno-texts-{}", std::process::id()));
        fs::create_dir_all(root.join("from/bg"))?;
        fs::write(root.join("from/bg/shell.json"), "[]")?;
        copy(&root.join("from"), &root.join("to"))?;
        assert_eq!(fs::read_to_string(root.join("to/bg/shell.json"))?, "[]");
        fs::remove_dir_all(&root)?;
        Ok(())
    }
}
