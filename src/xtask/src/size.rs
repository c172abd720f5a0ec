//! What travels to the patient, against the budget: everything a first visit loads, and every area that comes later.

use crate::{
    build::{
        chunks::{self, Chunks},
        site::Site,
    },
    paths,
};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;

/// Everything until the signed-in list is usable, in bytes of brotli.
const FIRST_VISIT: usize = 170_000;
/// An area's code with its texts in one language, in bytes of brotli.
const AREA: usize = 60_000;
/// The language most patients use.
const LANGUAGE: &str = "bg";
/// Areas of text the first page needs.
const FIRST_TEXTS: [&str; 1] = ["shell"];

/// Prints the tables; an error if a budget is broken.
pub fn run() -> Result<()> {
    let dist = Site::read(&paths::dist()?).context("no build: run `cargo xtask build` first")?;
    let page = text(&dist, "index.html").context("no build: run `cargo xtask build` first")?;
    let (first, later) = (first_visit(&dist, &page), areas(&dist, &page, &chunks::load()?));
    let mut over = Vec::new();
    let mut report = |title: &str, files: &[String], budget: usize| {
        let sum = print(&dist, title, files);
        println!("  {:>9} {:>9} {sum:>9}  of {budget}\n", "", "");
        if sum > budget {
            over.push(format!("{title}: {sum} of {budget}"));
        }
    };
    report("first visit", &first, FIRST_VISIT);
    for (area, files) in &later {
        report(area, files, AREA);
    }
    if over.is_empty() { Ok(()) } else { bail!("over the budget, in bytes of brotli: {}", over.join(", ")) }
}

fn print(dist: &Site, title: &str, files: &[String]) -> usize {
    println!("{title}\n  {:>9} {:>9} {:>9}", "raw", "gzip", "brotli");
    files.iter().fold(0, |sum, path| {
        let raw = length(dist, path).unwrap_or(0);
        let of = |extension: &str| length(dist, &format!("{path}.{extension}")).unwrap_or(raw);
        println!("  {raw:>9} {:>9} {:>9}  {path}", of("gz"), of("br"));
        sum + of("br")
    })
}

/// The page, what it names in its head, and the texts that the app fetches at once.
fn first_visit(dist: &Site, page: &str) -> Vec<String> {
    let mut files = BTreeSet::from(["index.html".to_owned()]);
    let attributes = [" href=\"", " src=\"", " data-js=\"", " data-wasm=\""];
    let named = attributes
        .iter()
        .flat_map(|start| page.split(start).skip(1))
        .filter_map(|rest| rest.split('"').next());
    let first_texts = FIRST_TEXTS.iter().filter_map(|area| texts(page, area));
    for path in named.map(str::to_owned).chain(first_texts) {
        let path = path.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
        if length(dist, path).is_some() {
            files.insert(path.to_owned());
        }
    }
    files.into_iter().collect()
}

/// Every area with its chunks and, where there are such, its texts.
fn areas(dist: &Site, page: &str, chunks: &Chunks) -> Vec<(String, Vec<String>)> {
    let files = |area: &String, wasm: &Vec<String>| {
        let texts = texts(page, area).map(|path| path.trim_start_matches('/').to_owned());
        wasm.iter().cloned().chain(texts).filter(|path| length(dist, path).is_some()).collect()
    };
    chunks.iter().map(|(area, wasm)| (area.clone(), files(area, wasm))).collect()
}

/// Where the page says the texts of an area are.
fn texts(page: &str, area: &str) -> Option<String> {
    let (_, rest) = page.split_once("data-texts='")?;
    let json: serde_json::Value = serde_json::from_str(rest.split('\'').next()?).ok()?;
    json.get(LANGUAGE)?.get(area)?.as_str().map(str::to_owned)
}

fn length(dist: &Site, path: &str) -> Option<usize> {
    dist.files().find(|(name, _)| *name == path).map(|(_, bytes)| bytes.len())
}

fn text(dist: &Site, path: &str) -> Option<String> {
    let (_, bytes) = dist.files().find(|(name, _)| *name == path)?;
    String::from_utf8(bytes.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<link rel="icon" href="/favicon.svg"><a href="/nowhere">
        <script src="/boot.1.js" data-js="/portal.2.js" data-wasm="/portal_bg.3.wasm"
        data-texts='{"bg":{"shell":"/locales/bg/shell.4.json","fees":"/locales/bg/fees.5.json"}}'></script>"#;

    fn dist() -> Site {
        let mut site = Site::default();
        let files = [
            "index.html",
            "favicon.svg",
            "boot.1.js",
            "portal.2.js",
            "portal_bg.3.wasm",
            "split_fees.6.wasm",
        ];
        for path in files.into_iter().chain(["locales/bg/shell.4.json", "locales/bg/fees.5.json"]) {
            site.put(path, vec![0; 10]);
        }
        site
    }

    #[test]
    fn a_first_visit_is_the_page_what_it_names_and_its_texts() {
        let expected = [
            "boot.1.js",
            "favicon.svg",
            "index.html",
            "locales/bg/shell.4.json",
            "portal.2.js",
            "portal_bg.3.wasm",
        ];
        assert_eq!(first_visit(&dist(), PAGE), expected);
    }

    #[test]
    fn an_area_is_its_code_with_its_texts() {
        let chunks = Chunks::from([("fees".to_owned(), vec!["split_fees.6.wasm".to_owned()])]);
        let expected = vec!["split_fees.6.wasm".to_owned(), "locales/bg/fees.5.json".to_owned()];
        assert_eq!(areas(&dist(), PAGE, &chunks), [("fees".to_owned(), expected)]);
    }
}
