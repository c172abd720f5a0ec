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
        let own: Vec<String> =
            placeholders(text).into_iter().filter(|name| !(plural && name == "n")).collect();
        let mut parameters: Vec<String> = own.iter().map(|name| format!("{name}: impl Into<Arg>")).collect();
        if plural {
            parameters.insert(0, "n: usize".to_owned());
        }
        let count = if plural { "Some(n)" } else { "None" };
        let arguments: Vec<String> = own.iter().map(|name| format!("\"{name}\", {name}.into()")).collect();
        // Each is called at many places: the fewer it has to do there, the smaller is the app.
        let message = match own.len() {
            0 if !plural => format!("Msg::plain({number}, {id})"),
            0 => format!("Msg::counted({number}, {id}, n)"),
            1 => format!("Msg::one({number}, {id}, {count}, {})", arguments.join(", ")),
            2 => format!("Msg::two({number}, {id}, {count}, {})", arguments.join(", ")),
            _ => {
                let pairs: Vec<String> = arguments.iter().map(|pair| format!("({pair})")).collect();
                format!("Msg::new({number}, {id}, {count}, vec![{}])", pairs.join(", "))
            }
        };
        let _ = writeln!(
            code,
            "    /// `{key}`\n    pub fn {name}({}) -> Msg {{ {message} }}",
            parameters.join(", "),
        );
    }
    code.push_str("}\n");
    code
}
