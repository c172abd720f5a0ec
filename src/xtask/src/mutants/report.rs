//! `docs/mutants.md`: a part between two marks that the command writes, and explanations that people write.

use super::{
    modules::{MODULES, Module},
    outcomes::Found,
};
use anyhow::{Context, Result};

const START: &str = "<!-- results, written by `cargo xtask mutants` -->\n";
const END: &str = "<!-- end of results -->";
const HEAD: &str = "\
| module | run on | cargo-mutants | mutants | caught | missed | timeout | unviable |
|---|---|---|---:|---:|---:|---:|---:|
";

/// The report with the results of one module in place of its earlier ones. Those of other modules stay.
pub fn with(report: &str, module: &Module, found: &Found) -> Result<String> {
    let (before, old, after) = parts(report)?;
    let row = |of: &Module| {
        let start = row_start(of);
        let known = old.lines().find(|line| line.starts_with(&start)).map(str::to_owned);
        if of.name == module.name { new_row(of, found) } else { known.unwrap_or_else(|| not_yet(of)) }
    };
    let table: String = MODULES.iter().map(|of| row(of) + "\n").collect();
    let kept = bullets(old).filter(|name| !module.owns(file(name)));
    let mut survivors: Vec<&str> = kept.chain(found.survivors.iter().map(String::as_str)).collect();
    survivors.sort_by_key(|name| MODULES.iter().position(|of| of.owns(file(name))));
    let list = if survivors.is_empty() {
        "None survived.\n".to_owned()
    } else {
        survivors.iter().fold(String::new(), |list, name| list + "- `" + name + "`\n")
    };
    Ok(format!("{before}{START}\n{HEAD}{table}\n{list}\n{END}{after}"))
}

/// What does not fit together: survivors of a module that nobody explained, and explanations of mutants that are
/// caught by now. A place that has moved to another line stays explained.
pub fn problems(report: &str, module: &Module) -> Result<Vec<String>> {
    let (_, results, explanations) = parts(report)?;
    let of = |text| {
        let names = bullets(text).filter(|name| module.owns(file(name)));
        names.map(without_place).collect::<Vec<_>>()
    };
    let (survivors, explained) = (of(results), of(explanations));
    let count = |names: &[String], name: &String| names.iter().filter(|other| *other == name).count();
    let more = |these: &[String], than: &[String], problem: &str| {
        let mut names: Vec<_> = these.iter().filter(|name| count(these, name) > count(than, name)).collect();
        names.dedup();
        names.into_iter().map(|name| format!("{problem}: {name}")).collect::<Vec<_>>()
    };
    let mut problems = more(&survivors, &explained, "survived and is not explained");
    problems.extend(more(&explained, &survivors, "is explained and did not survive"));
    Ok(problems)
}

/// Before the results, the results, and after them.
fn parts(report: &str) -> Result<(&str, &str, &str)> {
    let marks = "docs/mutants.md has lost the marks around its results";
    let (before, rest) = report.split_once(START).context(marks)?;
    let (results, after) = rest.split_once(END).context(marks)?;
    Ok((before, results, after))
}

fn row_start(module: &Module) -> String {
    format!("| {} |", module.name)
}

fn new_row(module: &Module, found: &Found) -> String {
    let Found { day, version, caught, timeout, unviable, survivors } = found;
    let (start, all, missed) = (row_start(module), found.all(), survivors.len());
    format!("{start} {day} | {version} | {all} | {caught} | {missed} | {timeout} | {unviable} |")
}

fn not_yet(module: &Module) -> String {
    format!("{} not yet | | | | | | |", row_start(module))
}

/// The names in lines that begin with `- ` and a name in backticks.
fn bullets(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.strip_prefix("- `")?.split_once('`')).map(|(name, _)| name)
}

fn file(name: &str) -> &str {
    name.split(':').next().unwrap_or_default()
}

/// `a.rs:9:5: replace …` and `a.rs: replace …` are both `a.rs: replace …`.
fn without_place(name: &str) -> String {
    let change = name.split_once(": ").map_or("", |(_, change)| change);
    format!("{}: {change}", file(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mutants::outcomes::EXAMPLE;

    const SURVIVOR: &str = "fee/visit.rs: replace > with >= in due";

    fn module(name: &str) -> &'static Module {
        MODULES.iter().find(|module| module.name == name).expect("a module of the table")
    }

    fn written(explanations: &str) -> String {
        let old = format!("# Report\n{START}| telk | 2026-11-21 | 27.1.0 | 2 | 1 | 1 | 0 | 0 |\n");
        let old = format!("{old}- `fee/old.rs:1:1: gone`\n- `telk/mod.rs:1:1: kept`\n{END}\n{explanations}");
        with(&old, module("fee"), &Found::parse(EXAMPLE).expect("the example")).expect("marks")
    }

    #[test]
    fn a_module_is_replaced_and_the_others_stay() {
        let report = written("By hand.\n");
        for part in [
            "# Report\n",
            "| fee | 2026-11-22 | 27.1.0 | 2 | 1 | 1 | 0 | 0 |\n",
            "| telk | 2026-11-21 | 27.1.0 | 2 | 1 | 1 | 0 | 0 |\n",
            "| insurance | not yet |",
            "\n- `fee/visit.rs:9:5: replace > with >= in due`\n- `telk/mod.rs:1:1: kept`\n",
            "By hand.\n",
        ] {
            assert!(report.contains(part), "{part} in {report}");
        }
        assert!(!report.contains("gone"));
    }

    #[test]
    fn a_survivor_needs_an_explanation_whatever_its_line() -> Result<()> {
        let fee = module("fee");
        assert_eq!(problems(&written(""), fee)?, [format!("survived and is not explained: {SURVIVOR}")]);
        assert!(problems(&written(&format!("- `{SURVIVOR}`: both are the same\n")), fee)?.is_empty());
        Ok(())
    }

    #[test]
    fn an_explanation_goes_with_its_survivor() -> Result<()> {
        let twice = format!("- `{SURVIVOR}`: one\n- `{SURVIVOR}`: the other\n");
        assert_eq!(
            problems(&written(&twice), module("fee"))?,
            [format!("is explained and did not survive: {SURVIVOR}")]
        );
        Ok(())
    }

    #[test]
    fn a_report_without_marks_is_not_overwritten() {
        let found = Found::parse(EXAMPLE).expect("the example");
        assert!(with("# Report\n", module("fee"), &found).is_err());
    }
}
