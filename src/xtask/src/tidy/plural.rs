//! The texts of one locale file, flat: key → text, or key → plural forms.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A text: its only form, or its plural forms by category.
#[derive(Debug, PartialEq)]
pub enum Text {
    Single(String),
    Plural(BTreeMap<String, String>),
}

/// Plural categories of whole numbers.
pub fn categories(language: &str) -> &'static [&'static str] {
    if language == "ru" { &["few", "many", "one", "other"] } else { &["one", "other"] }
}

impl Text {
    /// Every form.
    pub fn forms(&self) -> Vec<&str> {
        match self {
            Self::Single(text) => vec![text],
            Self::Plural(forms) => forms.values().map(String::as_str).collect(),
        }
    }

    /// The names between braces, over all forms.
    pub fn placeholders(&self) -> BTreeSet<&str> {
        let of = |form| {
            str::split(form, '{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
        };
        self.forms().into_iter().flat_map(of).collect()
    }

    /// The categories, if it has plural forms.
    pub fn categories(&self) -> Option<Vec<&str>> {
        match self {
            Self::Single(_) => None,
            Self::Plural(forms) => Some(forms.keys().map(String::as_str).collect()),
        }
    }
}

/// Flattens sections: `{"nav": {"home": "…"}}` is the key `nav.home`. An object with the member `other` is a plural. The second
/// part names the keys that are neither.
pub fn flatten(json: &Value) -> (BTreeMap<String, Text>, Vec<String>) {
    let (mut texts, mut strange) = (BTreeMap::new(), Vec::new());
    walk("", json, &mut texts, &mut strange);
    (texts, strange)
}

fn walk(key: &str, value: &Value, texts: &mut BTreeMap<String, Text>, strange: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            texts.insert(key.to_owned(), Text::Single(text.clone()));
        }
        Value::Object(members) if members.get("other").is_some_and(Value::is_string) => {
            let forms =
                members.iter().filter_map(|(name, form)| Some((name.clone(), form.as_str()?.to_owned())));
            texts.insert(key.to_owned(), Text::Plural(forms.collect()));
        }
        Value::Object(members) => {
            for (name, member) in members {
                let inner = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
                walk(&inner, member, texts, strange);
            }
        }
        _ => strange.push(key.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn sections_become_prefixes_and_plurals_stay_together() {
        let (texts, strange) =
            flatten(&json!({ "a": { "b": "{x} of {y}" }, "n": { "one": "1", "other": "{n}" }, "bad": 3 }));
        assert_eq!(texts["a.b"].placeholders().into_iter().collect::<Vec<_>>(), ["x", "y"]);
        assert_eq!(texts["n"].categories(), Some(vec!["one", "other"]));
        assert_eq!(strange, ["bad"]);
    }
}
