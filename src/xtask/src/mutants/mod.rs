//! Mutation testing of the rules: each rule is made wrong in many small ways, and every time a test has to fail.

mod modules;
mod outcomes;
mod report;

use crate::{command, paths, say, setup};
use anyhow::{Context, Result, bail};
use modules::{EXAMPLES, MODULES, Module, PACKAGE};
use outcomes::Found;
use std::{
    fs,
    path::{Path, PathBuf},
};

const REPORT: &str = "docs/mutants.md";
/// A wrong rule shows in few tries or in none, and every mutant waits for them.
const TRIES: &str = "64";

/// What is to be tried.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wish<'a> {
    only: Option<&'a str>,
    /// Only what was not caught last time: for somebody who adds tests.
    again: bool,
    /// For cargo-mutants. What they leave out is not known, so with flags there is one run with all tests of the
    /// module, and nothing is written.
    flags: &'a [&'a str],
}

/// Tries every module, or only one, and writes the report; an error if a survivor is not explained there.
pub fn run(arguments: &[&str]) -> Result<()> {
    let wish = wish(arguments)?;
    let chosen: Vec<&Module> =
        MODULES.iter().filter(|module| wish.only.is_none_or(|only| only == module.name)).collect();
    if chosen.is_empty() {
        bail!("no such module; there are {}", MODULES.map(|module| module.name).join(", "));
    }
    setup::cargo_mutants()?;
    let mut problems = Vec::new();
    for module in chosen {
        say::step(module.name, "about 3 s per mutant on 2 cores, and it has up to 160", || {
            if wish.flags.is_empty() {
                problems.extend(written(module, &tried(module, wish.again)?)?);
                return Ok(());
            }
            mutate(module, &all_tests(module), wish.flags, &folder("flags")?)
        })?;
    }
    for problem in &problems {
        println!("{problem}");
    }
    if problems.is_empty() { Ok(()) } else { bail!("{REPORT} does not fit what was found") }
}

fn wish<'a>(arguments: &'a [&'a str]) -> Result<Wish<'a>> {
    match arguments {
        [] => Ok(Wish::default()),
        ["--", flags @ ..] => Ok(Wish { flags, ..Wish::default() }),
        ["--only", module, rest @ ..] => Ok(Wish { only: Some(module), ..wish(rest)? }),
        ["--again", rest @ ..] => Ok(Wish { again: true, ..wish(rest)? }),
        [other, ..] => {
            bail!("`cargo xtask mutants` does not know {other}; flags of cargo-mutants go after --")
        }
    }
}

/// Writes what was found of a module into the report. Returns what does not fit together there.
fn written(module: &Module, found: &Found) -> Result<Vec<String>> {
    let file = paths::root()?.join(REPORT);
    let old = fs::read_to_string(&file).with_context(|| format!("cannot read {REPORT}"))?;
    let new = report::with(&old, module, found)?;
    fs::write(&file, &new).with_context(|| format!("cannot write {REPORT}"))?;
    report::problems(&new, module)
}

/// The examples are quick and catch nearly all, so they come first, and the rest of the tests see the rest.
fn tried(module: &Module, again: bool) -> Result<Found> {
    let folder = folder(module.name)?;
    let kept = folder.join("found.json");
    let pass = |tests: &[String], flags: &[&str]| {
        mutate(module, tests, flags, &folder)?;
        let text = fs::read_to_string(folder.join("mutants.out/outcomes.json"))?;
        Found::parse(&text)
    };
    let first = if again {
        let text = fs::read_to_string(&kept).context("there is no earlier run: leave out --again")?;
        serde_json::from_str(&text).context("the earlier run cannot be read: leave out --again")?
    } else {
        pass(&[EXAMPLES.to_owned()], &[])?
    };
    let found = if first.survivors.is_empty() {
        first
    } else {
        first.then(pass(&all_tests(module), &["--iterate"])?)
    };
    fs::write(&kept, serde_json::to_string(&found)?).context("cannot keep what was found")?;
    Ok(found)
}

fn all_tests(module: &Module) -> Vec<String> {
    std::iter::once(EXAMPLES.to_owned()).chain(module.tests()).collect()
}

fn mutate(module: &Module, tests: &[String], flags: &[&str], output: &Path) -> Result<()> {
    let mut cargo = command::cargo()?;
    cargo.env("PATH", command::path_with(&[&paths::tools()?.join("cargo/bin")])?);
    // Outside the mutated copy, so that every run finds what the rules depend on already built.
    cargo.env("CARGO_TARGET_DIR", folder("builds")?).env("PROPTEST_CASES", TRIES);
    cargo.args(["mutants", "--package", PACKAGE]).arg("--output").arg(output);
    cargo.args(module.globs().flat_map(|glob| ["--file".to_owned(), glob]));
    // As flags of cargo, not of the tests: else every test is built, and only these are run.
    cargo.args(tests.iter().map(|test| format!("--cargo-arg={test}"))).args(flags);
    let status = cargo.status().context("cannot start cargo-mutants")?;
    match status.code() {
        // 2: some were missed, 3: some ran into the time limit.
        Some(0 | 2 | 3) => Ok(()),
        _ => bail!("cargo-mutants ended with {status}"),
    }
}

/// A folder for what cargo-mutants leaves.
fn folder(name: &str) -> Result<PathBuf> {
    let folder = paths::target()?.join("mutants").join(name);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_module_is_an_error_that_names_those_there_are() {
        let error = run(&["--only", "frobnicate"]).map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| text.contains("fee") && text.contains("dates")));
    }

    #[test]
    fn only_what_stands_after_dashes_goes_to_cargo_mutants() -> Result<()> {
        let arguments = ["--only", "fee", "--again", "--", "--jobs", "2"];
        let expected = Wish { only: Some("fee"), again: true, flags: &["--jobs", "2"] };
        assert_eq!(wish(&arguments)?, expected);
        assert_eq!(wish(&[])?, Wish::default());
        assert!(wish(&["--jobs", "2"]).is_err());
        Ok(())
    }
}
