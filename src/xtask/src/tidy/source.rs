//! The source tree as git sees it.

use super::rust;
use anyhow::{Context, Result};
use ignore::WalkBuilder;
use std::path::Path;

/// A text file of the project.
pub struct Source {
    /// From the root of the workspace, with slashes.
    pub path: String,
    pub text: String,
}

impl Source {
    /// Its lines, numbered as people number them.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// Whether it lies in that folder.
    pub fn within(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    pub fn has_extension(&self, extensions: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, own)| extensions.contains(&own))
    }

    /// The lines of Rust that are compiled into the product: without comments, and without the tests at the end of the file.
    pub fn code(&self) -> Vec<(usize, String)> {
        let code = rust::without_comments(&self.text);
        let product = code.lines().take_while(|line| !line.trim_start().starts_with("#[cfg(test)]"));
        product.enumerate().map(|(index, line)| (index + 1, line.to_owned())).collect()
    }
}

/// Every text file that git does not ignore.
pub fn read(root: &Path) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    let mut walk = WalkBuilder::new(root);
    walk.hidden(false).require_git(false).filter_entry(|entry| entry.file_name() != ".git");
    for entry in walk.build() {
        let entry = entry.context("cannot walk the sources")?;
        if !entry.file_type().is_some_and(|kind| kind.is_file()) {
            continue;
        }
        // What is not text has no lines to check.
        let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
        let path =
            entry.path().strip_prefix(root).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
        sources.push(Source { path, text });
    }
    Ok(sources)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn product_code_ends_where_the_tests_begin() {
        let text = "fn a() {} // why\n#[cfg(test)]\nmod tests { fn b() {} }\n".to_owned();
        let source = Source { path: "src/portal/src/a.rs".to_owned(), text };
        let code = source.code();
        assert_eq!(code.len(), 1);
        assert_eq!(code[0].1.trim_end(), "fn a() {}");
        assert!(source.within("src/portal") && !source.within("src/port"));
    }
}
