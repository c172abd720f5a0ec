//! The four languages say the same, each in its own words.

use super::{
    Finding,
    plural::{Text, categories, flatten},
    source::Source,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const FOLDER: &str = "src/portal/locales";
/// Texts that may be equal in two languages: `"<area>.<key>": "<reason>"`.
const SAME: &str = "src/portal/locales/same.json";
const MODEL: &str = "bg";
const LANGUAGES: [&str; 4] = ["bg", "en", "ru", "kk"];
/// Letters Kazakh has and Russian has not.
const KAZAKH: &str = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";
/// From this length on a Kazakh text nearly always has one of them.
const LONG: usize = 25;

type File = BTreeMap<String, Text>;

/// Checks the locale files against the Bulgarian ones, and against each other.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut files: BTreeMap<(String, String), (&Source, File)> = BTreeMap::new();
    for source in sources.iter().filter(|source| source.within(FOLDER) && source.path != SAME) {
        let name = source.path.trim_start_matches(FOLDER).trim_matches('/');
        let Some((language, area)) = name.strip_suffix(".json").and_then(|name| name.split_once('/')) else {
            continue;
        };
        match serde_json::from_str(&source.text) {
            Ok(json) => {
                let (texts, strange) = flatten(&json);
                findings.extend(strange.iter().map(|key| at(source, key, "neither a text nor plural forms")));
                files.insert((area.to_owned(), language.to_owned()), (source, texts));
            }
            Err(error) => {
                findings.push(Finding::new(&source.path, error.line(), format!("not JSON: {error}")));
            }
        }
    }
    let areas: BTreeSet<&str> = files.keys().map(|(area, _)| area.as_str()).collect();
    let get = |area: &str, language: &str| files.get(&(area.to_owned(), language.to_owned()));
    for area in &areas {
        let Some((model_source, model)) = get(area, MODEL) else {
            findings.push(Finding::new(&format!("{FOLDER}/{MODEL}/{area}.json"), 1, "missing"));
            continue;
        };
        for language in LANGUAGES {
            match get(area, language) {
                Some((source, texts)) => {
                    findings.extend(against(model_source, model, source, texts, language));
                }
                None => {
                    findings.push(Finding::new(&format!("{FOLDER}/{language}/{area}.json"), 1, "missing"));
                }
            }
        }
        if let Some((source, texts)) = get(area, "kk") {
            findings.extend(kazakh(source, texts));
        }
    }
    findings.extend(equal_texts(sources, &files));
    findings
}

/// Keys, placeholders and plural categories.
fn against(
    model_source: &Source,
    model: &File,
    source: &Source,
    texts: &File,
    language: &str,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for key in model.keys().filter(|key| !texts.contains_key(*key)) {
        findings.push(at(source, "", &format!("{key} is missing (it is in {})", model_source.path)));
    }
    for (key, text) in texts {
        let Some(own) = model.get(key) else {
            findings.push(at(source, key, "not in bg"));
            continue;
        };
        if text.placeholders() != own.placeholders() {
            findings.push(at(
                source,
                key,
                &format!("placeholders {:?}, bg has {:?}", text.placeholders(), own.placeholders()),
            ));
        }
        match (text.categories(), own.categories().is_some()) {
            (Some(found), true) if found != categories(language) => {
                findings.push(at(
                    source,
                    key,
                    &format!("plural forms {found:?}, {language} has {:?}", categories(language)),
                ));
            }
            (found, expected) if found.is_some() != expected => {
                findings.push(at(source, key, "plural in one language only"));
            }
            _ => {}
        }
    }
    findings
}

/// Texts that read like Russian throughout were not translated.
fn kazakh(source: &Source, texts: &File) -> Option<Finding> {
    let long: Vec<&str> = texts
        .values()
        .flat_map(Text::forms)
        .filter(|text| text.chars().count() >= LONG && has_letters(text))
        .collect();
    let kazakh = long.iter().filter(|text| text.chars().any(|c| KAZAKH.contains(c))).count();
    // Four of five, and no verdict over a handful.
    (long.len() >= 5 && kazakh * 5 < long.len() * 4).then(|| {
        at(source, "", &format!("only {kazakh} of {} longer texts have letters of Kazakh", long.len()))
    })
}

fn equal_texts(sources: &[Source], files: &BTreeMap<(String, String), (&Source, File)>) -> Vec<Finding> {
    let same = sources.iter().find(|source| source.path == SAME);
    let reasons = same.and_then(|source| serde_json::from_str::<BTreeMap<String, Value>>(&source.text).ok());
    let reasons = reasons.unwrap_or_default();
    let mut needed = BTreeSet::new();
    let mut findings = Vec::new();
    for ((area, language), (source, texts)) in files {
        // Each pair once: a language against those before it.
        for earlier in LANGUAGES.iter().take_while(|earlier| *earlier != language) {
            let Some((_, others)) = files.get(&(area.clone(), (*earlier).to_owned())) else { continue };
            for (key, _) in
                texts.iter().filter(|(key, text)| others.get(*key).is_some_and(|other| alike(text, other)))
            {
                let name = format!("{area}.{key}");
                if reasons.get(&name).and_then(Value::as_str).is_none_or(|reason| reason.trim().is_empty()) {
                    findings.push(at(
                        source,
                        key,
                        &format!("the same text as in {earlier}; if it has to be, say why in {SAME}"),
                    ));
                }
                needed.insert(name);
            }
        }
    }
    let stale = reasons.keys().filter(|name| !needed.contains(*name));
    findings.extend(
        stale.map(|name| Finding::new(SAME, 1, format!("{name} differs in every language: take it out"))),
    );
    findings
}

fn alike(text: &Text, other: &Text) -> bool {
    text == other && text.forms().iter().any(|form| has_letters(form))
}

/// Letters outside of placeholders.
fn has_letters(text: &str) -> bool {
    let mut inside = false;
    text.chars().any(|c| {
        inside = (inside || c == '{') && c != '}';
        !inside && c.is_alphabetic()
    })
}

/// A finding at the line where the last part of the key stands first.
fn at(source: &Source, key: &str, message: &str) -> Finding {
    let last = format!("\"{}\"", key.rsplit('.').next().unwrap_or_default());
    let line = source
        .lines()
        .find(|(_, line)| !key.is_empty() && line.contains(&last))
        .map_or(1, |(number, _)| number);
    let name = if key.is_empty() { String::new() } else { format!("{key}: ") };
    Finding::new(&source.path, line, format!("{name}{message}"))
}

#[cfg(test)]
mod tests;
