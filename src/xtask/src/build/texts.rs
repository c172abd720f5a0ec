//! The texts of the app lie beside it, one file per language and area. The app's build script makes them; trunk calls [`hook`]
//! after every build to put them in place and to write their names into the page.

use crate::paths;
use anyhow::{Context, Result};
use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

/// Language → area → path.
type Paths = BTreeMap<String, BTreeMap<String, String>>;

const EMPTY: &str = "data-texts='{}'";

/// Copies the texts into trunk's staging folder.
pub fn hook() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("trunk calls this command, nobody else")?;
    let made = paths::target()?.join("locales");
    if !made.exists() {
        return Ok(());
    }
    let paths = copy(&made, &staging.join("locales"))?;
    let index = staging.join("index.html");
    let page = fs::read_to_string(&index).context("trunk made no index.html")?;
    fs::write(&index, with_paths(&page, &paths)?).context("cannot write index.html")
}

fn copy(from: &Path, to: &Path) -> Result<Paths> {
    let mut paths = Paths::new();
    for language in entries(from)? {
        let code = name(&language);
        fs::create_dir_all(to.join(&code)).context("cannot create a folder for texts")?;
        for file in entries(&language)? {
            let file_name = name(&file);
            let Some(area) = file_name.strip_suffix(".json") else { continue };
            fs::copy(&file, to.join(&code).join(&file_name)).context("cannot copy texts")?;
            let path = format!("/locales/{code}/{file_name}");
            paths.entry(code.clone()).or_default().insert(area.to_owned(), path);
        }
    }
    Ok(paths)
}

fn with_paths(page: &str, paths: &Paths) -> Result<String> {
    anyhow::ensure!(page.contains(EMPTY), "the script in Trunk.toml has no {EMPTY}");
    let json = serde_json::to_string(paths).context("paths as JSON")?;
    Ok(page.replace(EMPTY, &format!("data-texts='{json}'")))
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let list = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    list.map(|entry| Ok(entry?.path())).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_every_text_by_language_and_area() -> Result<()> {
        let area = |path: &str| BTreeMap::from([("shell".to_owned(), path.to_owned())]);
        let paths = Paths::from([("bg".to_owned(), area("/b")), ("en".to_owned(), area("/e"))]);
        let page = with_paths("<script data-texts='{}'></script>", &paths)?;
        assert_eq!(page, r#"<script data-texts='{"bg":{"shell":"/b"},"en":{"shell":"/e"}}'></script>"#);
        Ok(())
    }

    #[test]
    fn a_page_without_a_place_for_them_is_an_error() {
        assert!(with_paths("<script></script>", &Paths::new()).is_err());
    }
}
