//! Files and views stay short enough to be read at once.

use super::{Finding, rust, source::Source};

const FILE: usize = 400;
const VIEW: usize = 60;

/// Checks the length of files, and of `view!` blocks.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let code = sources.iter().filter(|source| source.has_extension(&["rs", "ts", "js", "css"]));
    code.flat_map(|source| {
        let lines = source.text.lines().count();
        let file = (lines > FILE)
            .then(|| Finding::new(&source.path, FILE, format!("{lines} lines, at most {FILE}")));
        let views = if source.has_extension(&["rs"]) { views(source) } else { Vec::new() };
        file.into_iter().chain(views)
    })
    .collect()
}

fn views(source: &Source) -> Vec<Finding> {
    let code = rust::without_comments_and_strings(&source.text);
    let mut findings = Vec::new();
    let mut from = 0;
    while let Some(found) = code[from..].find("view!") {
        let start = from + found;
        let end = block_end(&code, start);
        let lines = code[start..end].lines().count();
        if lines > VIEW {
            let line = code[..start].lines().count().max(1);
            findings.push(Finding::new(
                &source.path,
                line,
                format!("a view! of {lines} lines, at most {VIEW}"),
            ));
        }
        from = end.max(start + 1);
    }
    findings
}

/// After the brace that closes the first one opened from here on.
fn block_end(code: &str, start: usize) -> usize {
    let mut depth = 0_usize;
    for (offset, c) in code[start..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return start + offset + 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::messages;

    #[test]
    fn a_long_file_is_found_and_one_at_the_limit_is_not() {
        assert!(messages(check, "src/a.rs", &"//\n".repeat(400)).is_empty());
        assert_eq!(
            messages(check, "src/a.rs", &"//\n".repeat(401)),
            ["src/a.rs:400: 401 lines, at most 400"]
        );
        assert!(messages(check, "README.md", &"x\n".repeat(500)).is_empty());
    }

    #[test]
    fn the_outermost_view_counts() {
        let view = |lines: usize| {
            format!("fn a() {{\n  view! {{\n{}  }}\n}}\n", "    <p>{\"}\"}</p>\n".repeat(lines))
        };
        assert!(messages(check, "src/a.rs", &view(58)).is_empty());
        assert_eq!(messages(check, "src/a.rs", &view(59)), ["src/a.rs:2: a view! of 61 lines, at most 60"]);
    }
}
