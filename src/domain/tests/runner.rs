//! The runner of the written examples refuses what it cannot check.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(dead_code, reason = "the runner's modules are tried, not run")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

#[path = "cases/case.rs"]
mod case;
#[path = "cases/families/mod.rs"]
mod families;
#[path = "cases/load.rs"]
mod load;
#[path = "cases/report.rs"]
mod report;

const GOOD: &str = r#"{"id": "a", "name": "2 lev", "given": {"lev": "2.00"}, "expect": {"converted": "1.02 EUR"}, "source": "s"}"#;

/// What is said of a folder with one file of one family and these cases: its load error, or how many fail.
fn tried(name: &str, family: &str, cases: &str) -> Result<usize, String> {
    let folder = std::env::temp_dir().join(format!("domain-cases-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let text = format!(r#"{{"family": "{family}", "title": "t", "cases": [{cases}]}}"#);
    std::fs::write(folder.join("a.json"), text).unwrap();
    let files = load::files(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    Ok(report::run(&files?, |_| true, false).failed())
}

#[test]
fn a_right_case_passes_and_a_wrong_one_fails() {
    assert_eq!(tried("right", "T19", GOOD), Ok(0));
    assert_eq!(tried("wrong", "T19", &GOOD.replace("1.02", "1.03")), Ok(1));
}

#[test]
fn what_nobody_knows_fails() {
    assert!(tried("family", "T99", GOOD).unwrap_err().contains("unknown family"));
    assert!(tried("field", "T19", &GOOD.replace("source", "sauce")).unwrap_err().contains("unknown field"));
    assert_eq!(tried("given", "T19", &GOOD.replace("lev\"", "leva\"")), Ok(1));
    assert_eq!(tried("expect", "T19", &GOOD.replace("converted", "conversion")), Ok(1));
    assert_eq!(tried("nothing", "T19", &GOOD.replace(r#""converted": "1.02 EUR""#, "")), Ok(1));
}

#[test]
fn a_folder_without_cases_and_cases_without_source_or_with_one_id_fail() {
    assert!(tried("empty", "T19", "").unwrap_err().contains("no cases"));
    assert!(tried("source", "T19", &GOOD.replace("\"s\"", "\"\"")).is_err());
    assert!(tried("twice", "T19", &format!("{GOOD}, {GOOD}")).unwrap_err().contains("twice"));
    assert!(load::files(std::path::Path::new("no such folder")).is_err());
}

#[test]
fn a_dispute_has_two_readings_that_differ() {
    let with = |other: &str| {
        let disputed = format!(r#""s", "disputed": {{"other": {{"converted": "{other}"}}, "reason": "r"}}"#);
        tried(&format!("dispute-{other}"), "T19", &GOOD.replace("\"s\"", &disputed))
    };
    assert_eq!(with("1.03 EUR"), Ok(0));
    assert_eq!(with("1.02 EUR"), Ok(1));
}

#[test]
fn a_date_without_example_is_missed() {
    let one = r#"{"family": "dates", "title": "t", "cases": []}"#;
    let files: Vec<case::File> = vec![serde_json::from_str(one).unwrap()];
    let missing = families::dates::missing(&files);
    for day in ["2025-04-17", "2025-04-18", "2025-04-25", "2025-04-26"] {
        assert!(missing.contains(&format!("fee.stay_day on {day}")), "{day}");
    }
    assert!(families::dates::missing(&load::files(&load::data()).unwrap()).is_empty());
}

#[test]
fn every_series_of_the_source_is_in_the_registry() {
    fn declared(folder: &std::path::Path) -> usize {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let count = |path: std::path::PathBuf| {
            if path.is_dir() {
                return declared(&path);
            }
            let text = std::fs::read_to_string(path).unwrap();
            let end = text.find("#[cfg(test)]").unwrap_or(text.len());
            let lines = text[..end].lines().map(str::trim_start);
            lines
                .filter(|line| {
                    line.contains("static ") && line.contains(": Series<") && !line.starts_with("//")
                })
                .count()
        };
        entries.map(count).sum()
    }
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    assert_eq!(declared(&source), domain::rules::registry::all().count());
}
