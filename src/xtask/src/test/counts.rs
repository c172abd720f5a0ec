//! How many tests passed and failed, read from what the runners print.

use std::ops::Add;

/// Passed and failed tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: usize,
    pub failed: usize,
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl Counts {
    /// `test result: ok. 12 passed; 0 failed; …`, one line per test binary. The runner for wasm prints the same.
    pub fn from_cargo(output: &str) -> Self {
        Self::sum(
            output.lines().filter_map(|line| line.split_once("test result: ").map(|(_, rest)| rest)),
            ';',
        )
    }

    /// `Summary [ 1.2s] 12 tests run: 11 passed (1 slow), 1 failed, 2 skipped`.
    pub fn from_nextest(output: &str) -> Self {
        Self::sum(output.lines().filter_map(|line| line.split_once(" run: ").map(|(_, rest)| rest)), ',')
    }

    /// `  12 passed (3.4s)` and `  1 failed`, each on its own line. A flaky, interrupted or left-out test did not pass.
    pub fn from_playwright(output: &str) -> Self {
        let summary = output.lines().filter(|line| line.starts_with("  "));
        Self::sum(summary.filter(|line| !line.trim_start().starts_with("at ")), '\n')
    }

    fn sum<'a>(lines: impl Iterator<Item = &'a str>, separator: char) -> Self {
        let parts = lines.flat_map(|line| line.split(separator));
        parts.fold(Self::default(), |sum, part| sum + Self::part(part))
    }

    /// `12 passed`, with whatever stands around it.
    fn part(text: &str) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        let found = words.windows(2).find_map(|pair| Some((pair[0].parse::<usize>().ok()?, pair[1])));
        match found {
            Some((count, "passed")) => Self { passed: count, failed: 0 },
            Some((count, "failed" | "flaky" | "interrupted" | "did" | "timed" | "exec")) => {
                Self { passed: 0, failed: count }
            }
            _ => Self::default(),
        }
    }
}

/// The text without terminal colours.
pub fn plain(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        all + part.split_once(|c: char| c.is_ascii_alphabetic()).map_or("", |(_, rest)| rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: usize, failed: usize) -> Counts {
        Counts { passed, failed }
    }

    #[test]
    fn cargo_prints_a_line_per_binary() {
        let output = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured\n\
                      test result: FAILED. 3 passed; 1 failed; 0 ignored";
        assert_eq!(Counts::from_cargo(output), counts(5, 1));
    }

    #[test]
    fn nextest_prints_one_summary() {
        let output =
            "     Summary [   0.1s] 15 tests run: 11 passed (1 slow), 3 failed, 1 timed out, 2 skipped";
        assert_eq!(Counts::from_nextest(output), counts(11, 4));
        assert_eq!(
            Counts::from_nextest("     Summary [ 0.1s] 1 test run: 1 passed, 0 skipped"),
            counts(1, 0)
        );
    }

    #[test]
    fn playwright_prints_a_line_per_outcome() {
        let output = "Running 14 tests using 2 workers\n\n  ✓  1 a.ts:3:1 › 5 passed exams (1s)\n  1 failed\n    a.ts:1:1 › b\n\
                      \x20 2 flaky\n  3 skipped\n  1 did not run\n  7 passed (3.4s)\n";
        assert_eq!(Counts::from_playwright(output), counts(7, 4));
    }

    #[test]
    fn colours_are_taken_off() {
        assert_eq!(plain("\u{1b}[32m  7 passed\u{1b}[39m\u{1b}[2m (1s)\u{1b}[22m"), "  7 passed (1s)");
    }
}
