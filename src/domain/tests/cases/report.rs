//! Running examples family by family, and what is said about it.

use std::collections::BTreeMap;
use std::fmt;

use crate::case::{Case, Failure, File};
use crate::families::{FAMILIES, check_of, dates};

/// What became of the examples.
#[derive(Debug, Default)]
pub struct Report {
    families: BTreeMap<usize, Family>,
    failures: Vec<String>,
    disputed: Vec<String>,
    undated: Vec<String>,
}

#[derive(Debug, Default)]
struct Family {
    name: String,
    title: String,
    passed: usize,
    failed: usize,
    disputed: usize,
}

impl Report {
    /// How many failed; a date without examples counts as one.
    pub fn failed(&self) -> usize {
        self.families.values().map(|family| family.failed).sum::<usize>() + self.undated.len()
    }
}

/// The families that have examples.
pub fn names(files: &[File]) -> Vec<&'static str> {
    let has = |name: &str| files.iter().any(|file| file.family == name && !file.cases.is_empty());
    FAMILIES.iter().map(|(name, _)| *name).filter(|name| has(name)).collect()
}

/// Runs the examples of the families that are asked for. Of the project's own examples it also asks that they
/// have both sides of every date in every series.
pub fn run(files: &[File], selects: impl Fn(&str) -> bool, own: bool) -> Report {
    let mut report = Report::default();
    for file in files.iter().filter(|file| selects(&file.family)) {
        let order = FAMILIES.iter().position(|(name, _)| *name == file.family).unwrap_or_default();
        let family = report.families.entry(order).or_default();
        family.name.clone_from(&file.family);
        family.title.clone_from(&file.title);
        for case in &file.cases {
            let counted = match tried(case, &file.family) {
                Ok(()) => &mut family.passed,
                Err(problem) => {
                    report.failures.push(format!("{} ({}): {problem}", case.id, case.name));
                    &mut family.failed
                }
            };
            *counted += 1;
            if let Some(disputed) = &case.disputed {
                family.disputed += 1;
                report.disputed.push(format!("{}: {}\n    {}", case.id, case.name, disputed.reason));
            }
        }
    }
    if own && selects("dates") {
        report.undated = dates::missing(files);
    }
    report
}

/// The example holds, and if it is disputed, the other reading does not: else there is nothing to dispute.
fn tried(case: &Case, family: &str) -> Result<(), String> {
    let check = check_of(family).ok_or("no such family")?;
    check(case).map_err(|failure| match failure {
        Failure::Malformed(problem) => format!("malformed, {problem}"),
        Failure::Differs(differences) => differences,
    })?;
    match case.disputed.as_ref().map(|disputed| check(&case.by(disputed))) {
        None | Some(Err(Failure::Differs(_))) => Ok(()),
        Some(Ok(())) => Err("disputed, but both readings hold".to_owned()),
        Some(Err(Failure::Malformed(problem))) => Err(format!("malformed other reading, {problem}")),
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for family in self.families.values() {
            let Family { name, title, passed, failed, disputed } = family;
            writeln!(f, "{name:6} {passed:4} passed {failed:3} failed {disputed:3} disputed  {title}")?;
        }
        let lists = [
            ("disputed; the rules follow the reading that the case expects", &self.disputed),
            ("failed", &self.failures),
            ("dates of series without a case of family `dates`", &self.undated),
        ];
        for (head, lines) in lists.iter().filter(|(_, lines)| !lines.is_empty()) {
            writeln!(f, "\n{head}:")?;
            lines.iter().try_for_each(|line| writeln!(f, "  {line}"))?;
        }
        let passed: usize = self.families.values().map(|family| family.passed).sum();
        let failed = self.failed();
        let result = if failed == 0 { "ok" } else { "FAILED" };
        writeln!(f, "\ntest result: {result}. {passed} passed; {failed} failed")
    }
}
