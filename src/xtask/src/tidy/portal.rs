//! Rules for the code of the app.

use super::{Finding, source::Source};

const APP: &str = "src/portal/src";

/// A word that may stand in some places only.
struct Rule {
    words: &'static [&'static str],
    /// Files and folders below the app's `src` where it may stand, each with a reason.
    allowed: &'static [(&'static str, &'static str)],
    message: &'static str,
}

const RULES: [Rule; 5] = [
    Rule {
        words: &["style=\"", "style=move", "style=format!", "style={"],
        allowed: &[],
        message: "the content security policy blocks inline styles: use a class",
    },
    Rule { words: &["inner_html"], allowed: &[], message: "markup from strings: build it with view!" },
    Rule {
        words: &["spawn_local("],
        allowed: &[
            ("app.rs", "asks for the session once, for the whole app"),
            ("browser.rs", "forgets a style sheet that failed; nobody waits for it"),
            ("components/chunk.rs", "what comes late says itself that it is on its way or failed"),
            (
                "components/beside/notices.rs",
                "waits for the lock by which one tab shows notices; nobody waits for it",
            ),
            ("job.rs", "what all reading and sending is done with"),
            ("main.rs", "starts the app when its texts are there"),
            ("state", "what outlives every page has no owner a resource could belong to"),
        ],
        message: "read with a `Reading`, send with a `Job`; else name this file and a reason in tidy",
    },
    Rule {
        words: &["gloo_net::http", "fetch_with_str", "fetch_with_request"],
        allowed: &[("api", "the only place that does HTTP")],
        message: "HTTP is done in api/ only",
    },
    Rule {
        words: &["href=\"/", "navigate(\"/", "path!(\"/"],
        allowed: &[("route.rs", "the only place with a URL path")],
        message: "a path as text: use Route",
    },
];

/// What primitives know nothing of.
const ABOVE_UI: [&str; 6] =
    ["leptos_router", "crate::api", "crate::route", "crate::pages", "crate::components", "contract::"];

/// Checks the code of the app, and the page it starts in.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let app = sources.iter().filter(|source| source.within(APP) && source.has_extension(&["rs"]));
    let mut findings: Vec<Finding> = app.filter(|source| !is_test(&source.path)).flat_map(of_code).collect();
    findings.extend(sources.iter().filter(|source| source.path == "index.html").flat_map(of_page));
    findings
}

fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

fn of_code(source: &Source) -> Vec<Finding> {
    let own = source.path.trim_start_matches(APP).trim_start_matches('/');
    let mut findings = Vec::new();
    for (number, line) in source.code() {
        let mut say = |message: &str| findings.push(Finding::new(&source.path, number, message));
        for rule in &RULES {
            let stands = rule.words.iter().any(|word| occurs(&line, word));
            if stands && !rule.allowed.iter().any(|(place, _)| is_at(own, place)) {
                say(rule.message);
            }
        }
        if own.starts_with("ui/")
            && let Some(name) = ABOVE_UI.iter().find(|name| line.contains(*name))
        {
            say(&format!("ui/ knows no {}", name.trim_end_matches("::")));
        }
        if line.chars().any(|c| ('\u{400}'..='\u{4ff}').contains(&c)) {
            say("text belongs into locales/");
        }
    }
    findings
}

/// Whether a file is that place: the file itself, or in that folder, or the folder's own module.
fn is_at(own: &str, place: &str) -> bool {
    let rest = own.strip_prefix(place);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || rest == ".rs")
}

/// A path with a dot in it is a file, not a page.
fn occurs(line: &str, word: &str) -> bool {
    let paths = word.ends_with("\"/");
    line.match_indices(word).any(|(at, _)| {
        let rest = line[at + word.len()..].split('"').next().unwrap_or_default();
        !(paths && rest.contains('.'))
    })
}

fn of_page(source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line) in source.lines() {
        let mut say = |message: &str| findings.push(Finding::new(&source.path, number, message));
        if line.contains(" style=") || line.contains("<style") {
            say("the content security policy blocks inline styles: use a class");
        }
        let script = line
            .split("<script")
            .skip(1)
            .any(|rest| !rest.split('>').next().unwrap_or_default().contains("src="));
        if script || line.contains(" onclick=") || line.contains(" onload=") {
            say("the content security policy blocks inline scripts");
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::messages;

    #[track_caller]
    fn found(path: &str, text: &str, expected: &[&str]) {
        let found = messages(check, path, text);
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.contains(expected), "{found} should contain {expected}");
        }
    }

    #[test]
    fn each_word_is_found_outside_its_place() {
        found("src/portal/src/pages/a.rs", "view! { <p style=\"x\"> }", &["inline styles"]);
        found("src/portal/src/pages/a.rs", "x.set_inner_html(y)", &["markup"]);
        found("src/portal/src/pages/a.rs", "use gloo_net::http::Request;", &["HTTP"]);
        found("src/portal/src/api/session.rs", "use gloo_net::http::Request;", &[]);
        found("src/portal/src/pages/a.rs", "spawn_local(async {})", &["Reading"]);
        found("src/portal/src/components/chunk.rs", "spawn_local(async {})", &[]);
        found("src/portal/src/pages/a.rs", "navigate(\"/fees\")", &["use Route"]);
        found("src/portal/src/route.rs", "navigate(\"/fees\")", &[]);
        found("src/portal/src/ui/icon.rs", "<img src=\"/favicon.svg\">", &[]);
    }

    #[test]
    fn primitives_know_nothing_above_them() {
        found(
            "src/portal/src/ui/button.rs",
            "use contract::Document;\nuse crate::api;",
            &["contract", "api"],
        );
        found("src/portal/src/pages/a.rs", "use contract::Document;", &[]);
    }

    #[test]
    fn text_stands_in_locales_only() {
        found("src/portal/src/pages/a.rs", "// бележка\nlet a = \"Ясно\";", &["a.rs:2: text"]);
        found("src/portal/src/pages/a.rs", "#[cfg(test)]\nmod tests { const A: &str = \"Ясно\"; }", &[]);
        found("src/domain/src/a.rs", "\"Ясно\"", &[]);
    }

    #[test]
    fn the_page_has_no_inline_script() {
        found("index.html", "<script src=\"/a.js\"></script>", &[]);
        found("index.html", "<script>a()</script>\n<p style=\"x\">", &["scripts", "styles"]);
    }
}
