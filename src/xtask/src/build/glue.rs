//! The seam between the app's wasm and its script, made narrow: names of a letter or two instead of wasm-bindgen's long ones,
//! and nothing that only a server would need.
//!
//! wasm-bindgen keeps what a crate exports to scripts, used or not: the streams that `leptos` brings along for server functions
//! would travel to every patient, 15 kB of code that nothing calls.

use super::module::{EXPORTS, IMPORTS, Reader, list, put, sections, text};
use anyhow::{Result, bail, ensure};
use std::collections::BTreeMap;

/// The classes that nothing makes, as the script and the module name them.
const CLASSES: &str = "IntoUnderlying";
const EXPORTED: &str = "intounderlying";

/// The module without the exports of those classes; what only they need is then nobody's.
pub fn without_classes(module: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(module.len());
    for section in sections(module)? {
        if section.id == EXPORTS {
            let mut rest = Reader(section.body);
            let mut kept = Vec::new();
            for _ in 0..rest.number()? {
                let whole = rest.0;
                let name = rest.text()?;
                rest.take(1)?;
                rest.number()?;
                if !name.contains(EXPORTED) {
                    kept.push(&whole[..whole.len() - rest.0.len()]);
                }
            }
            put(&mut out, EXPORTS, &list(&kept));
        } else {
            out.extend_from_slice(section.whole);
        }
    }
    Ok(out)
}

/// The module with short names for what it imports from `from`, and which name became which.
pub fn short_names(module: &[u8], from: &str) -> Result<(Vec<u8>, BTreeMap<String, String>)> {
    let mut out = Vec::with_capacity(module.len());
    let mut names = BTreeMap::new();
    for section in sections(module)? {
        if section.id == IMPORTS {
            let mut rest = Reader(section.body);
            let mut entries = Vec::new();
            for _ in 0..rest.number()? {
                let (of, name) = (rest.text()?, rest.text()?);
                let whole = rest.0;
                let kind = rest.take(1)?[0];
                // Only functions are imported from the script; tables, memories and globals end the build here.
                ensure!(kind == 0, "an import of kind {kind}: {name}");
                rest.number()?;
                let description = &whole[..whole.len() - rest.0.len()];
                let short = if of == from {
                    let short = short(names.len());
                    names.insert(name.to_owned(), short.clone());
                    short
                } else {
                    name.to_owned()
                };
                entries.push([text(of), text(&short), description.to_vec()].concat());
            }
            put(&mut out, IMPORTS, &list(&entries));
        } else {
            out.extend_from_slice(section.whole);
        }
    }
    Ok((out, names))
}

/// The script that belongs to it: functions under their short names, those that nothing imports left out, and the classes too.
pub fn script(script: &str, names: &BTreeMap<String, String>) -> Result<String> {
    const INDENT: &str = "        ";
    let mut out = String::with_capacity(script.len());
    let mut found = 0;
    let (mut inside, mut skip) = (false, false);
    for line in script.lines() {
        let begins = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if begins {
            skip = line.contains(CLASSES);
        }
        if line.starts_with("    const import0 = {") {
            inside = true;
        } else if line == "    };" {
            inside = false;
        }
        let member = line.strip_prefix(INDENT).filter(|_| inside).and_then(|rest| rest.split_once(": "));
        match member.filter(|(name, _)| name.starts_with("__wb")) {
            Some((name, rest)) => {
                skip = !names.contains_key(name);
                if let Some(short) = names.get(name) {
                    found += 1;
                    out.extend([INDENT, short, ": ", rest, "\n"]);
                }
            }
            None if line == "    };" => {
                skip = false;
                out.push_str("    };\n");
            }
            None if skip => {}
            None => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    if found != names.len() {
        bail!(
            "{} of {} imports are not in wasm-bindgen's script: it is written another way now",
            names.len() - found,
            names.len()
        );
    }
    Ok(out)
}

/// `a` to `z`, `A` to `Z`, then two letters, and so on.
fn short(mut number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.push(char::from(LETTERS[number % LETTERS.len()]));
        if number < LETTERS.len() {
            return name;
        }
        number = number / LETTERS.len() - 1;
    }
}

#[cfg(test)]
mod tests;
