//! Writes the functions and the compact files.

use std::fmt::Write;

use crate::locale::{Text, Texts, placeholders};

/// Separates plural forms within one text of a compact file.
const FORM_SEPARATOR: char = '\u{1f}';

/// A compact file: the texts in the order of their keys, plural forms joined.
pub fn array(texts: &Texts, forms: &[&str]) -> String {
    let joined: Vec<String> = texts
        .values()
        .map(|text| match text {
            Text::One(text) => text.clone(),
            Text::Plural(own) => {
                let parts: Vec<&str> = forms.iter().map(|form| own[*form].as_str()).collect();
                parts.join(&FORM_SEPARATOR.to_string())
            }
        })
        .collect();
    serde_json::to_string(&joined).unwrap_or_else(|error| panic!("{error}"))
}

/// One function for each key, which takes what the text has placeholders for.
pub fn functions(number: usize, area: &str, texts: &Texts) -> String {
    let mut code =
        format!("/// Texts of the area `{area}`.\npub mod {area} {{\n    use super::{{Arg, Msg}};\n");
    for (id, (key, text)) in texts.iter().enumerate() {
        let name = key.replace('.', "_");
        let plural = matches!(text, Text::Plural(_));
        let mut parameters = Vec::new();
        let mut arguments = Vec::new();
        for placeholder in placeholders(text) {
            if plural && placeholder == "n" {
                continue;
            }
            parameters.push(format!("{placeholder}: impl Into<Arg>"));
            arguments.push(format!("(\"{placeholder}\", {placeholder}.into())"));
        }
        if plural {
            parameters.insert(0, "n: usize".to_owned());
        }
        let count = if plural { "Some(n)" } else { "None" };
        let _ = writeln!(
            code,
            "    /// `{key}`\n    pub fn {name}({}) -> Msg {{ Msg::new({number}, {id}, {count}, vec![{}]) }}",
            parameters.join(", "),
            arguments.join(", "),
        );
    }
    code.push_str("}\n");
    code
}
