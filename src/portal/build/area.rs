//! Areas of the app: what each needs beside its code (`areas.json`).

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde::Deserialize;

/// Texts that travel with the first load.
pub const FIRST: &str = "shell";

/// What an area needs beside its code.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Text files.
    pub texts: Vec<String>,
    /// Style sheet, if it has one of its own.
    pub style: Option<String>,
    /// Another area that it shows itself with.
    pub with: Option<String>,
}

pub type Areas = BTreeMap<String, Area>;

pub fn read(root: &Path) -> Areas {
    let path = root.join("areas.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names of all text files, the first load's first.
pub fn texts(areas: &Areas) -> Vec<&str> {
    let mut texts = vec![FIRST];
    for name in areas.values().flat_map(|area| &area.texts) {
        if !texts.contains(&name.as_str()) {
            texts.push(name);
        }
    }
    texts
}

/// The table of areas as code.
pub fn table(areas: &Areas, texts: &[&str]) -> String {
    let mut code = format!(
        "/// Text files, by their number.\npub static FILES: [&str; {}] = {texts:?};\n\
         /// What each area needs beside its code.\npub mod areas {{\n    use super::Area;\n",
        texts.len()
    );
    for (name, area) in areas {
        let number = |text: &String| texts.iter().position(|other| other == text);
        let numbers: Vec<usize> = area.texts.iter().filter_map(number).collect();
        let with = area
            .with
            .as_ref()
            .map_or_else(|| "None".to_owned(), |with| format!("Some(&{})", with.to_uppercase()));
        let _ = writeln!(
            code,
            "    /// `{name}`\n    pub static {}: Area = Area {{ texts: &{numbers:?}, style: {:?}, with: {with} }};",
            name.to_uppercase(),
            area.style
        );
    }
    code.push_str("}\n");
    code
}
