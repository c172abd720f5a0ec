//! Nothing in the project tells on which machine it was written.

use super::{Finding, source::Source};

/// Written in two parts, so that this file is not a finding itself.
const PATHS: [&str; 4] =
    [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/Us", "ers/")];
const OUTSIDE: &str = concat!("../sha", "red");

/// Checks every text file.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let lines =
        sources.iter().flat_map(|source| source.lines().map(move |(number, line)| (source, number, line)));
    lines
        .filter_map(|(source, number, line)| {
            problem(line).map(|text| Finding::new(&source.path, number, text))
        })
        .collect()
}

fn problem(line: &str) -> Option<String> {
    if line.contains(OUTSIDE) {
        return Some("a path outside the project".to_owned());
    }
    PATHS.iter().find(|path| starts_a_word(line, path)).map(|path| format!("a path of one machine: {path}…"))
}

/// A folder of that name inside the project is ours; at the start of a path it is a machine's.
fn starts_a_word(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && !"_-.}/".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::messages;

    #[test]
    fn paths_of_a_machine_are_found_and_relative_ones_are_not() {
        let text = format!("cd {}me/a\nsrc/pages{}a\n{}/rules\n", PATHS[2], PATHS[2], OUTSIDE);
        assert_eq!(
            messages(check, "a.md", &text),
            [
                format!("a.md:1: a path of one machine: {}…", PATHS[2]),
                "a.md:3: a path outside the project".to_owned()
            ]
        );
    }
}
