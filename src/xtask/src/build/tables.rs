//! What an area needs, written short. The loader is part of the first visit, and lists for each of seventy areas which of two
//! hundred files it needs: as names in a script that is half of all scripts.
//!
//! The files are numbered in the order in which they stand, and an area's list is a text with one character for each: how far the
//! next number is from the one before. So most characters are alike, and compress well.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;

/// How far a file is from the one before is written as so many places after this character, the one after which no quote comes.
const ZERO: char = '#';
const FETCHED: &str = "makeLoad(__fetched(\"./";
const MERGED: &str = "__merged(\"./";
const NO_CODE: &str = "makeLoad(() => async (_imp) => ({}), [";
const AREA: &str = "export const __wasm_split_load_";

/// The loader with packs ([`super::pack`]) with tables in the place of its lists. `edition` is what the names of files have
/// before their ending.
///
/// # Errors
/// When the loader does not look as it is known.
pub fn loader(loader: &str, edition: &str) -> Result<String> {
    let mut numbers = BTreeMap::new();
    let (mut files, mut areas, mut rest) = (Vec::new(), Vec::new(), String::new());
    for statement in statements(loader) {
        if let Some(area) = statement.strip_prefix(AREA) {
            areas.push(area);
        } else if let Some((name, file)) = shared(statement) {
            numbers.insert(name, files.len());
            files.push(file);
        } else {
            rest.extend([statement, "\n"]);
        }
    }
    // Only what was a table may still name a file.
    let named = [".wasm\"", "__pack_", "__chunk_"].iter().any(|name| rest.contains(name));
    ensure!(!named, "the loader names files in another way than is known");
    let files = format!("const __shared = {:?}.split(\" \").map(__file);\n", files.join(" "));
    let helpers = HELPERS.replace("EDITION", edition).replace("ZERO", &(ZERO as u32).to_string());
    let mut out = vec![rest, helpers, files];
    for area in areas {
        let (name, value) = area.split_once(" = wrapAsyncCb(").context("an area that is loaded otherwise")?;
        let own = if value.starts_with(NO_CODE) { "null".to_owned() } else { own(value)? };
        let (_, needs) = value.rsplit_once('[').context("an area without a list")?;
        let (needs, _) = needs.split_once(']').context("a list without an end")?;
        let needs = steps(needs, &numbers)?;
        out.push(format!("{AREA}{name} = __area({own}, {needs:?});\n"));
    }
    Ok(out.concat())
}

/// The statements of a loader: those of its own begin a line, and what follows indented or closes them belongs to them.
fn statements(loader: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = vec![0];
    for (place, _) in loader.match_indices('\n') {
        let next = &loader[place + 1..];
        let begins = next.starts_with(AREA) || next.starts_with("const __") || next.starts_with("/*");
        let after = loader[..place].rsplit('\n').next().unwrap_or_default();
        if begins || after.ends_with(';') && !next.starts_with([' ', '}', ',']) {
            starts.push(place + 1);
        }
    }
    starts.push(loader.len());
    let all = starts.windows(2).map(|pair| loader[pair[0]..pair[1]].trim_end());
    all.filter(|statement| !statement.is_empty() && !is_note(statement)).collect()
}

/// Which areas share a chunk, said above it.
fn is_note(statement: &str) -> bool {
    statement.starts_with("/*") && statement.ends_with("*/")
}

/// A file that areas share: its name in the loader, and that of the file without its ending, where a merged one begins with a sign.
fn shared(statement: &str) -> Option<(&str, String)> {
    let (name, value) = statement.strip_prefix("const ")?.split_once(" = ")?;
    let known = name.starts_with("__pack_") || name.starts_with("__chunk_");
    let merged = value.strip_prefix(MERGED).map(|rest| ("*", rest));
    let (sign, rest) = merged.or_else(|| value.strip_prefix(FETCHED).map(|rest| ("", rest)))?;
    let (file, _) = rest.split_once(".wasm\"")?;
    known.then(|| (name, format!("{sign}{file}")))
}

/// The name of an area's own file.
fn own(value: &str) -> Result<String> {
    let rest = value.strip_prefix(FETCHED).context("an area whose code is fetched otherwise")?;
    let (file, _) = rest.split_once(".wasm\"").context("an area whose code is no module")?;
    Ok(format!("\"{file}\""))
}

/// What an area needs, as steps from number to number.
fn steps(needs: &str, numbers: &BTreeMap<&str, usize>) -> Result<String> {
    let number = |need: &str| numbers.get(need).copied().with_context(|| format!("nothing is called {need}"));
    let mut all: Vec<usize> =
        needs.split(", ").filter(|need| !need.is_empty()).map(number).collect::<Result<_>>()?;
    all.sort_unstable();
    let mut from = None;
    let mut step = |to: usize| {
        let step = from.map_or(to + 1, |from| to - from);
        from = Some(to);
        u32::try_from(step).ok().and_then(|step| char::from_u32(ZERO as u32 + step))
    };
    all.into_iter().map(|to| step(to).context("too many files")).collect()
}

/// How a file that areas share is loaded, and an area with those it needs.
const HELPERS: &str = r#"const __named = (name) => __fetched(`./${name}EDITION.wasm`);
const __file = (name) => (name[0] == "*" ? __merged(name.slice(1)) : makeLoad(__named(name), []));
const __area = (own, needs) => {
    let at = -1;
    const shared = [...needs].map((step) => __shared[at += step.charCodeAt() - ZERO]);
    return wrapAsyncCb(makeLoad(own ? __named(own) : () => async () => ({}), shared));
};
"#;

#[cfg(test)]
mod tests {
    use super::*;

    const LOADER: &str = r#"const __fetched = (name) => () => {
    const src = fetch(new URL(name, import.meta.url));
    src.catch(() => {});
};
const __pack_0 = __merged("./shared-000.wasm");
import { initSync } from "./portal.js";

let sharedImports = undefined;
function makeLoad(fetcher, deps) {
    const loader = 1;
}
/* fees, stays */
const __chunk_3 = makeLoad(__fetched("./chunk_3.wasm"), []);
const __chunk_9 = makeLoad(__fetched("./chunk_9.wasm"), []);
export const __wasm_split_load_fees = wrapAsyncCb(makeLoad(__fetched("./split_fees.wasm"), [__chunk_9, __pack_0]));
export const __wasm_split_load_tiny = wrapAsyncCb(makeLoad(() => async (_imp) => ({}), [__chunk_3]));
"#;

    #[test]
    fn an_area_says_by_steps_what_it_needs() -> Result<()> {
        let short = loader(LOADER, ".0a1b")?;
        for expected in [
            "const __shared = \"*shared-000 chunk_3 chunk_9\".split(\" \").map(__file);\n",
            "export const __wasm_split_load_fees = __area(\"split_fees\", \"$%\");\n",
            "export const __wasm_split_load_tiny = __area(null, \"%\");\n",
            "__fetched(`./${name}.0a1b.wasm`)",
            "step.charCodeAt() - 35",
            "function makeLoad(fetcher, deps) {\n    const loader = 1;\n}\n",
            "    src.catch(() => {});\n};\n",
        ] {
            assert!(short.contains(expected), "{expected} is not in {short}");
        }
        assert!(!short.contains("__pack_0") && !short.contains("__chunk_3"), "{short}");
        Ok(())
    }

    #[test]
    fn a_loader_that_looks_otherwise_ends_the_build() {
        for (old, new) in [
            ("[__chunk_9, __pack_0]", "[__chunk_8]"),
            ("const __chunk_3 = makeLoad(", "const __chunk_3 = otherwise("),
            ("= wrapAsyncCb(makeLoad(__fetched", "= makeLoad((__fetched"),
        ] {
            assert!(loader(&LOADER.replace(old, new), "").is_err(), "{new}");
        }
    }
}
