//! Reads and checks the locale files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

/// Languages and their plural categories for whole numbers, in the order of the compact files (Unicode CLDR).
pub const LANGUAGES: &[(&str, &[&str])] = &[
    ("bg", &["one", "other"]),
    ("en", &["one", "other"]),
    ("ru", &["one", "few", "many", "other"]),
    ("kk", &["one", "other"]),
];

/// A text: one form, or a form for each plural category.
pub enum Text {
    One(String),
    Plural(BTreeMap<String, String>),
}

pub type Texts = BTreeMap<String, Text>;

/// Reads one file. Sections become prefixes: `{"nav": {"home": "…"}}` is the key `nav.home`.
pub fn read(root: &Path, language: &str, area: &str) -> Texts {
    let path = root.join(language).join(format!("{area}.json"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let value: Value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut texts = Texts::new();
    flatten("", &value, &mut texts, &path);
    texts
}

fn flatten(prefix: &str, value: &Value, texts: &mut Texts, path: &Path) {
    match value {
        Value::String(text) => {
            texts.insert(prefix.to_owned(), Text::One(text.clone()));
        }
        Value::Object(members) if members.contains_key("other") => {
            let form = |value: &Value| match value {
                Value::String(text) => text.clone(),
                _ => panic!("{}: {prefix}: a plural form must be a text", path.display()),
            };
            let forms = members.iter().map(|(name, value)| (name.clone(), form(value))).collect();
            texts.insert(prefix.to_owned(), Text::Plural(forms));
        }
        Value::Object(members) => {
            for (name, value) in members {
                let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
                flatten(&key, value, texts, path);
            }
        }
        _ => panic!("{}: {prefix}: must be a text or an object", path.display()),
    }
}

/// Names of the placeholders of a text, over all its forms.
pub fn placeholders(text: &Text) -> BTreeSet<String> {
    let of = |text: &str| -> BTreeSet<String> {
        text.split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'))
            .map(|(name, _)| name.to_owned())
            .collect()
    };
    match text {
        Text::One(text) => of(text),
        Text::Plural(forms) => forms.values().flat_map(|form| of(form)).collect(),
    }
}

/// Everything in which a language differs from Bulgarian, as lines for a person.
pub fn check(area: &str, texts: &BTreeMap<&str, Texts>) -> Vec<String> {
    let mut problems = Vec::new();
    let model = &texts["bg"];
    for (language, forms) in LANGUAGES {
        let own = &texts[language];
        let mut say =
            |key: &str, what: String| problems.push(format!("{language}/{area}.json: {key}: {what}"));
        for key in own.keys().filter(|key| !model.contains_key(*key)) {
            say(key, "not in bg".to_owned());
        }
        for (key, text) in model {
            let Some(translated) = own.get(key) else {
                say(key, "missing".to_owned());
                continue;
            };
            if placeholders(text) != placeholders(translated) {
                say(
                    key,
                    format!("placeholders {:?}, bg has {:?}", placeholders(translated), placeholders(text)),
                );
            }
            match (text, translated) {
                (Text::One(_), Text::One(_)) => {}
                (Text::Plural(_), Text::Plural(own)) => {
                    let names: Vec<&str> = own.keys().map(String::as_str).collect();
                    let mut wanted = forms.to_vec();
                    wanted.sort_unstable();
                    if names != wanted {
                        say(key, format!("plural forms {names:?}, wanted {wanted:?}"));
                    }
                }
                _ => say(key, "one form here, plural forms in bg, or the other way round".to_owned()),
            }
        }
    }
    problems
}
