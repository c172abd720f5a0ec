//! Browser tests wait for what they expect, and all of them run, once.

use super::{Finding, source::Source};

const FORBIDDEN: [(&str, &str); 7] = [
    ("waitForTimeout", "wait for what is expected, not for a time"),
    ("test.only", "all tests run"),
    ("describe.only", "all tests run"),
    ("test.skip", "all tests run"),
    ("test.fixme", "all tests run"),
    ("test.slow", "find out why it is slow"),
    ("describe.skip", "all tests run"),
];

/// Checks the browser tests.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let ours = sources
        .iter()
        .filter(|source| source.within("tests/e2e") && source.has_extension(&["ts", "js", "mjs"]));
    ours.flat_map(|source| source.lines().filter_map(|(number, line)| problem(source, number, line)))
        .collect()
}

fn problem(source: &Source, number: usize, line: &str) -> Option<Finding> {
    if let Some((word, advice)) = FORBIDDEN.iter().find(|(word, _)| line.contains(word)) {
        return Some(Finding::new(&source.path, number, format!("{word}: {advice}")));
    }
    let retries = line.split_once("retries:")?.1.trim_start();
    let none = retries.strip_prefix('0').is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
    (!none).then(|| {
        Finding::new(&source.path, number, "retries: a test that passes sometimes is a failing test")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::messages;

    #[test]
    fn waiting_skipping_and_retrying_are_found() {
        let text =
            "await page.waitForTimeout(5);\ntest.only('a');\nretries: process.env.CI ? 2 : 0,\nretries: 0,\n";
        let found = messages(check, "tests/e2e/a.spec.ts", text);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[2].starts_with("tests/e2e/a.spec.ts:3: retries"));
    }

    #[test]
    fn other_folders_are_not_browser_tests() {
        assert!(messages(check, "src/portal/a.ts", "test.only").is_empty());
    }
}
