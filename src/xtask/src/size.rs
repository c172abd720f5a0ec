//! What travels to the patient, against the budget: everything a first visit loads, and every area that comes later.

use crate::{
    build::{
        areas::{self, Areas},
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
/// The texts that the app fetches at once.
const FIRST_TEXTS: &str = "shell";

/// Prints the tables; an error if a budget is broken.
pub fn run() -> Result<()> {
    let dist = Site::read(&paths::dist()?).context("no build: run `cargo xtask build` first")?;
    let page = text(&dist, "index.html").context("no build: run `cargo xtask build` first")?;
    let (first, later) = (first_visit(&dist, &page), later(&dist, &areas::read()?, &chunks::load()?));
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
    for path in named.map(str::to_owned).chain(texts(dist, FIRST_TEXTS)) {
        let path = path.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
        if length(dist, path).is_some() {
            files.insert(path.to_owned());
        }
    }
    files.into_iter().collect()
}

/// Every area with its chunks, its texts and its style sheet. What it is shown with is an area of its own.
fn later(dist: &Site, table: &Areas, chunks: &Chunks) -> Vec<(String, Vec<String>)> {
    let beside = |area: &String| {
        let needs = table.get(area);
        let texts = needs.into_iter().flat_map(|area| &area.texts).filter_map(|area| texts(dist, area));
        let style = needs.and_then(|area| area.style.as_ref());
        let style = style.and_then(|style| find(dist, &format!("style/areas/{style}.")));
        texts.chain(style).collect::<Vec<_>>()
    };
    let files = |area: &String, wasm: &Vec<String>| {
        let all = wasm.iter().cloned().chain(beside(area));
        all.filter(|path| length(dist, path).is_some()).collect()
    };
    chunks.iter().map(|(area, wasm)| (area.clone(), files(area, wasm))).collect()
}

/// The file with the texts of an area.
fn texts(dist: &Site, area: &str) -> Option<String> {
    find(dist, &format!("locales/{LANGUAGE}/{area}."))
}

/// The file whose path begins so, and not one of its compressed forms.
fn find(dist: &Site, start: &str) -> Option<String> {
    let compressed = |path: &str| matches!(path.rsplit_once('.'), Some((_, "br" | "gz")));
    let plain = |path: &str| path.starts_with(start) && !compressed(path);
    dist.paths(plain).into_iter().next()
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
        <script src="/boot.1.js" data-js="/portal.2.js" data-wasm="/portal_bg.3.wasm" data-edition=".4"></script>"#;

    fn dist() -> Site {
        let mut site = Site::default();
        for path in [
            "index.html",
            "favicon.svg",
            "boot.1.js",
            "portal.2.js",
            "portal_bg.3.wasm",
            "split_fees.6.wasm",
            "style/areas/calculator.4.css",
            "locales/bg/shell.4.json",
            "locales/bg/shell.4.json.br",
            "locales/bg/fees.4.json",
            "locales/en/fees.4.json",
        ] {
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
    fn an_area_is_its_code_with_its_texts_and_its_style_sheet() {
        let chunks = Chunks::from([("fees".to_owned(), vec!["split_fees.6.wasm".to_owned()])]);
        let table = serde_json::from_str(r#"{"fees": {"texts": ["fees"], "style": "calculator"}}"#).unwrap();
        let expected = ["split_fees.6.wasm", "locales/bg/fees.4.json", "style/areas/calculator.4.css"];
        let expected: Vec<String> = expected.map(str::to_owned).into();
        assert_eq!(later(&dist(), &table, &chunks), [("fees".to_owned(), expected)]);
    }
}
