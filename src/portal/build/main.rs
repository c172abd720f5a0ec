//! Turns the locale files into typed functions and into compact files, one for each language and area.
//!
//! A missing key, a placeholder that differs between languages, or a plural form that a language lacks ends the
//! build with the file and the key. The app carries no text at all: only the chosen language's file travels.
#![allow(clippy::panic, reason = "a build script ends the build by panicking")]

mod area;
mod generate;
mod locale;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use locale::{LANGUAGES, Texts};

fn main() {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=areas.json");
    let manifest = PathBuf::from(variable("CARGO_MANIFEST_DIR"));
    let root = manifest.join("locales");
    let out = PathBuf::from(variable("OUT_DIR"));
    let areas = area::read(&manifest);
    let files = area::texts(&areas);
    let mut functions = area::table(&areas, &files);
    for (number, area) in files.iter().enumerate() {
        let texts: BTreeMap<&str, Texts> =
            LANGUAGES.iter().map(|(language, _)| (*language, locale::read(&root, language, area))).collect();
        let problems = locale::check(area, &texts);
        assert!(problems.is_empty(), "locale files:\n{}", problems.join("\n"));
        functions.push_str(&generate::functions(number, area, &texts["bg"]));
        for (language, forms) in LANGUAGES {
            let folder = target(&out).join("locales").join(language);
            write(&folder.join(format!("{area}.json")), &generate::array(&texts[language], forms));
        }
    }
    write(&out.join("texts.rs"), &functions);
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The target folder: the topmost one above `OUT_DIR` that cargo marked as a cache (it marks those of triples, too).
fn target(out: &Path) -> PathBuf {
    out.ancestors()
        .filter(|folder| folder.join("CACHEDIR.TAG").exists())
        .last()
        .unwrap_or_else(|| panic!("no target folder above {}", out.display()))
        .to_owned()
}

fn write(path: &Path, text: &str) {
    let parent = path.parent().unwrap_or_else(|| panic!("no folder for {}", path.display()));
    fs::create_dir_all(parent).unwrap_or_else(|error| panic!("{}: {error}", parent.display()));
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
