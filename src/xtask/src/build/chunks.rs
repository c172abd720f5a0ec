//! Which files an area of the app consists of. The splitter says it in the loader it writes, `__wasm_split.js`.

use crate::paths;
use anyhow::{Context, Result};
use std::{collections::BTreeMap, fs};

/// Area → the wasm files that are fetched when it is opened.
pub type Chunks = BTreeMap<String, Vec<String>>;

/// Reads the loader. An area is `export const __wasm_split_load_<area> = … fetch(new URL("./<file>", …)) … [<shared>, …]))`,
/// a shared part `const <name> = makeLoad(… fetch(new URL("./<file>", …)) …`.
pub fn parse(loader: &str) -> Chunks {
    let mut shared = BTreeMap::new();
    let mut areas = Vec::new();
    // Statements of the loader itself start a line.
    let statements = loader.replace("\nexport const ", "\nconst ");
    for statement in statements.split("\nconst ").skip(1) {
        let Some((name, value)) = statement.split_once(" = ") else { continue };
        let file =
            value.split_once("URL(\"./").and_then(|(_, rest)| rest.split_once('"')).map(|(file, _)| file);
        if let Some(area) = name.strip_prefix("__wasm_split_load_") {
            let needs = value
                .rsplit_once('[')
                .and_then(|(_, rest)| rest.split_once(']'))
                .map_or("", |(list, _)| list);
            areas.push((area, file, needs.split(", ").filter(|need| !need.is_empty()).collect::<Vec<_>>()));
        } else if let (true, Some(file)) = (value.starts_with("makeLoad("), file) {
            shared.insert(name, file);
        }
    }
    let files = |own: Option<&str>, needs: Vec<&str>| {
        own.into_iter()
            .chain(needs.iter().filter_map(|need| shared.get(need).copied()))
            .map(str::to_owned)
            .collect()
    };
    areas.into_iter().map(|(area, own, needs)| (area.to_owned(), files(own, needs))).collect()
}

/// Keeps them beside the build.
pub fn save(chunks: &Chunks) -> Result<()> {
    let text = serde_json::to_string_pretty(chunks).context("chunks as JSON")?;
    fs::write(paths::work()?.join("chunks.json"), text).context("cannot keep the list of chunks")
}

/// Those of the last build.
pub fn load() -> Result<Chunks> {
    let file = paths::work()?.join("chunks.json");
    let text = fs::read_to_string(file).context("no list of chunks: run `cargo xtask build` first")?;
    serde_json::from_str(&text).context("the list of chunks is broken")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADER: &str = r#"function makeLoad(fetcher, deps) { const loader = async () => { const imports = getSharedImports(); }; }
/* fees, stays */
const __chunk_3 = makeLoad(() => {
    const src = fetch(new URL("./chunk_3.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
export const __wasm_split_load_stays = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_stays.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, [__chunk_3]));
export const __wasm_split_load_tiny = wrapAsyncCb(makeLoad(() => async (_imp) => ({}), []));
"#;

    #[test]
    fn an_area_has_its_own_file_and_the_shared_ones() {
        let chunks = parse(LOADER);
        assert_eq!(chunks.keys().collect::<Vec<_>>(), ["stays", "tiny"]);
        assert_eq!(chunks["stays"], ["split_stays.wasm", "chunk_3.wasm"]);
        assert!(chunks["tiny"].is_empty());
    }
}
