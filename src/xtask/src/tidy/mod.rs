//! Rules of this project that no other tool knows. Each rule family is a module with one `check` over the sources.

mod arrows;
mod browser;
mod lengths;
mod locales;
mod plural;
mod portal;
mod rust;
mod signals;
mod source;
mod words;

use crate::{paths, say};
use anyhow::{Result, bail};
#[cfg(test)]
use source::Source;
use std::fmt;

/// Something that is against a rule.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    path: String,
    line: usize,
    message: String,
}

impl Finding {
    fn new(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

/// Prints every finding; an error if there are any.
pub fn run() -> Result<()> {
    let root = paths::root()?;
    let sources = source::read(&root)?;
    let mut findings = arrows::check()?;
    for check in [browser::check, lengths::check, locales::check, portal::check, signals::check, words::check]
    {
        findings.extend(check(&sources));
    }
    findings.sort();
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => say::line(&format!("tidy: {} files, nothing to say", sources.len())),
        count => bail!("tidy: {count} findings"),
    }
    Ok(())
}

/// The messages of a check over one file, for tests.
#[cfg(test)]
fn messages(check: fn(&[Source]) -> Vec<Finding>, path: &str, text: &str) -> Vec<String> {
    let sources = [Source { path: path.to_owned(), text: text.to_owned() }];
    check(&sources).iter().map(ToString::to_string).collect()
}
