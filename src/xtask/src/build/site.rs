//! The files of a build in memory, by their path, and the names they were given.

use super::hash;
use anyhow::{Context, Result};
use ignore::WalkBuilder;
use std::{collections::BTreeMap, fs, path::Path};

/// Files by path, without a leading slash.
#[derive(Default)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
    renamed: BTreeMap<String, String>,
}

impl Site {
    /// Every file below a folder.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut site = Self::default();
        for entry in WalkBuilder::new(folder).standard_filters(false).build() {
            let entry = entry.with_context(|| format!("cannot walk {}", folder.display()))?;
            if entry.file_type().is_some_and(|kind| kind.is_file()) {
                let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
                let path = path
                    .components()
                    .map(|part| part.as_os_str().to_string_lossy())
                    .collect::<Vec<_>>()
                    .join("/");
                let bytes = fs::read(entry.path())
                    .with_context(|| format!("cannot read {}", entry.path().display()))?;
                site.files.insert(path, bytes);
            }
        }
        Ok(site)
    }

    /// The paths that satisfy a condition.
    pub fn paths(&self, wanted: impl Fn(&str) -> bool) -> Vec<String> {
        self.files.keys().filter(|path| wanted(path)).cloned().collect()
    }

    /// Removes a file and returns it.
    pub fn take(&mut self, path: &str) -> Result<Vec<u8>> {
        self.files.remove(path).with_context(|| format!("the build made no {path}"))
    }

    /// Adds a file under the name it came with.
    pub fn put(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), bytes);
    }

    /// Adds a file under a name with its hash, and remembers the old one for [`Site::rewrite`].
    pub fn put_hashed(&mut self, path: &str, bytes: Vec<u8>) -> String {
        let name = hash::named(path, &bytes);
        self.files.insert(name.clone(), bytes);
        self.renamed.insert(path.to_owned(), name.clone());
        name
    }

    /// Renames all these files after one hash over them, which is returned as it stands in their names: `.0123456789ab`.
    ///
    /// So whoever knows the hash of one knows the names of all.
    pub fn put_edition(&mut self, wanted: impl Fn(&str) -> bool) -> Result<String> {
        let paths = self.paths(wanted);
        let mut all = Vec::new();
        for path in &paths {
            all.extend_from_slice(path.as_bytes());
            all.extend_from_slice(hash::of(self.files.get(path).map_or(&[], Vec::as_slice)).as_bytes());
        }
        let edition = format!(".{}", hash::short(&all));
        for path in paths {
            let bytes = self.take(&path)?;
            self.files.insert(Self::in_edition(&path, &edition), bytes);
        }
        Ok(edition)
    }

    /// What a file is called in an edition.
    pub fn in_edition(path: &str, edition: &str) -> String {
        let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
        format!("{stem}{edition}.{ending}")
    }

    /// Replaces a text that stands in a file exactly once.
    pub fn replace(&mut self, path: &str, old: &str, new: &str) -> Result<()> {
        let text = String::from_utf8(self.take(path)?).with_context(|| format!("{path} is not text"))?;
        anyhow::ensure!(text.matches(old).count() == 1, "{path} should have `{old}` once");
        self.put(path, text.replace(old, new).into_bytes());
        Ok(())
    }

    /// Replaces, in one text, every absolute path of a renamed file by its new one.
    pub fn rewrite(&mut self, path: &str) -> Result<()> {
        let text = String::from_utf8(self.take(path)?).with_context(|| format!("{path} is not text"))?;
        let text = self.renamed.iter().fold(text, |text, (old, new)| replace_path(&text, old, new));
        self.put(path, text.into_bytes());
        Ok(())
    }

    /// How many bytes a file has, if it is there.
    pub fn size(&self, path: &str) -> Option<usize> {
        self.files.get(path).map(Vec::len)
    }

    /// Every file with its path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}

/// `"/old"` becomes `"/new"`, `/older` and `x/old` stay.
fn replace_path(text: &str, old: &str, new: &str) -> String {
    let old = format!("/{old}");
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(&old) {
        let (before, from) = rest.split_at(at);
        let after = &from[old.len()..];
        let starts = before.chars().next_back().is_none_or(|c| "\"'`(= \n".contains(c));
        let ends = after.chars().next().is_none_or(|c| "\"'`)?# >\n".contains(c));
        result.push_str(before);
        if starts && ends {
            result.push('/');
            result.push_str(new);
        } else {
            result.push_str(&old);
        }
        rest = after;
    }
    result.push_str(rest);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_paths_are_replaced() {
        let text = r#"<a href="/app.js"> '/app.js' url(/app.js) "/app.json" "/x/app.js" "/app.js#a""#;
        let expected = r#"<a href="/n.js"> '/n.js' url(/n.js) "/app.json" "/x/app.js" "/n.js#a""#;
        assert_eq!(replace_path(text, "app.js", "n.js"), expected);
    }

    #[test]
    fn a_renamed_file_is_found_under_its_new_name_in_the_page() -> Result<()> {
        let mut site = Site::default();
        let name = site.put_hashed("boot.js", b"1".to_vec());
        site.put("index.html", br#"<script src="/boot.js">"#.to_vec());
        site.rewrite("index.html")?;
        let page = String::from_utf8(site.take("index.html")?)?;
        assert_eq!(page, format!(r#"<script src="/{name}">"#));
        Ok(())
    }

    #[test]
    fn all_files_of_an_edition_have_one_hash_that_changes_with_any_of_them() -> Result<()> {
        let edition = |text: &str| {
            let mut site = Site::default();
            site.put("locales/bg/shell.json", b"[]".to_vec());
            site.put("locales/en/shell.json", text.as_bytes().to_vec());
            let edition = site.put_edition(|path| path.starts_with("locales/"))?;
            let paths = site.paths(|_| true);
            assert_eq!(
                paths,
                [format!("locales/bg/shell{edition}.json"), format!("locales/en/shell{edition}.json")]
            );
            anyhow::Ok(edition)
        };
        assert_ne!(edition("1")?, edition("2")?);
        Ok(())
    }

    #[test]
    fn a_text_that_is_not_there_once_is_an_error() {
        let mut site = Site::default();
        site.put("index.html", b"aa".to_vec());
        assert!(site.replace("index.html", "a", "b").is_err());
    }

    #[test]
    fn a_missing_file_is_named_in_the_error() {
        let error = Site::default().take("portal.js").map_err(|e| e.to_string());
        assert!(error.is_err_and(|text| text.contains("portal.js")));
    }
}
