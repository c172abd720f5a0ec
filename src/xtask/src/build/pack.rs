//! Tiny shared chunks in few files. The splitter makes a chunk of whatever a set of areas shares, and most of them are smaller
//! than what a request costs: dozens for one area. Merged ([`super::merge`]) they are a fraction of that, and come with one request.
//!
//! What only areas of one company share (those that are shown with the same other area) is nothing to the rest: it comes in a
//! file of its own.

use super::merge::SHARED;
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};

/// Shared chunks below so many bytes, as the splitter makes them, are packed.
pub const TINY: usize = 2500;

/// Area → the area that it is shown with, or itself where others are shown with it.
pub type Companies = BTreeMap<String, String>;

/// Which chunks come in which file.
#[derive(Default)]
pub struct Packs(BTreeMap<String, BTreeSet<String>>);

impl Packs {
    /// Packs for what the loader says that areas share, as far as it is `tiny`.
    pub fn new(loader: &str, companies: &Companies, tiny: impl Fn(&str) -> bool) -> Self {
        let mut packs: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for (chunk, pack) in places(loader, companies).into_iter().filter(|(chunk, _)| tiny(chunk)) {
            packs.entry(pack).or_default().insert(chunk);
        }
        Self(packs)
    }

    /// The file of each pack, and the chunks it is made of.
    pub fn all(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = &str>)> {
        self.0.iter().map(|(pack, chunks)| (pack.as_str(), chunks.iter().map(String::as_str)))
    }

    /// The pack that a chunk comes in.
    pub fn of(&self, chunk: &str) -> Option<&str> {
        self.number(chunk).and_then(|number| self.0.keys().nth(number)).map(String::as_str)
    }

    /// The splitter's loader with the packs in the place of what is in them.
    ///
    /// # Errors
    /// When the loader does not look as it is known.
    pub fn loader(&self, loader: &str) -> Result<String> {
        let mut out = self.helpers();
        let mut rest = loader;
        while let Some((before, after)) = rest.split_once(START) {
            let (path, after) = after.split_once(MIDDLE).context("a chunk without a file")?;
            let path = path.strip_prefix("./").context("a chunk that lies elsewhere")?;
            let after =
                after.strip_prefix(END).context("a chunk that is made in another way than is known")?;
            let (needs, after) = after
                .strip_prefix(", [")
                .and_then(|after| after.split_once(']'))
                .context("a chunk that does not say what it needs")?;
            if self.number(path).is_some() {
                ensure!(needs.is_empty(), "{path} needs other chunks: it cannot come in the pack");
                let (before, _) = before.rsplit_once("const ").context("a chunk without a name")?;
                out.push_str(before);
                rest = after.strip_prefix(");").context("a chunk with more to it")?;
            } else {
                out.push_str(before);
                out.extend(["__fetched(\"./", path, "\"), [", &self.needs(needs), "]"]);
                rest = after;
            }
        }
        out.push_str(rest);
        let left = |chunk: &String| {
            let name = format!("__{}", chunk.trim_end_matches(".wasm"));
            [",", "]"].iter().any(|end| out.contains(&format!("{name}{end}")))
        };
        if rest.contains("fetch(") || self.0.values().flatten().any(left) {
            bail!("the splitter's loader fetches chunks in another way than is known");
        }
        Ok(out)
    }

    /// The number of the pack that a chunk is in.
    fn number(&self, chunk: &str) -> Option<usize> {
        self.0.values().position(|chunks| chunks.contains(chunk))
    }

    /// What an area needs, with packs in the place of what is in them.
    fn needs(&self, needs: &str) -> String {
        let all = needs.split(", ").filter(|need| !need.is_empty());
        let (mut left, mut packs) = (Vec::new(), BTreeSet::new());
        for need in all {
            match self.number(&format!("{}.wasm", need.trim_start_matches('_'))) {
                Some(number) => _ = packs.insert(number),
                None => left.push(need.to_owned()),
            }
        }
        left.into_iter().chain(packs.into_iter().map(pack_name)).collect::<Vec<_>>().join(", ")
    }

    /// What failed is asked for again by the next call: `makeLoad` keeps successes only.
    fn helpers(&self) -> String {
        let packs = self
            .0
            .keys()
            .enumerate()
            .map(|(number, file)| format!("const {} = __merged(\"./{file}\");\n", pack_name(number)));
        HELPERS.replace("SHARED", SHARED) + &packs.collect::<String>()
    }
}

fn pack_name(number: usize) -> String {
    format!("__pack_{number}")
}

/// Chunk → the pack it belongs to, by the areas that share it: the splitter names them above each chunk.
fn places(loader: &str, companies: &Companies) -> BTreeMap<String, String> {
    let chunk = |part: &str| {
        let (areas, rest) = part.split_once(" */\nconst __")?;
        let (chunk, _) = rest.split_once(" = ")?;
        let known = areas.split(", ").map(|area| companies.get(area));
        let companies: BTreeSet<_> = known.collect();
        let name = match (companies.len(), companies.first()) {
            (1, Some(Some(company))) => format!("shared-{company}.wasm"),
            (1, _) => "shared.wasm".to_owned(),
            _ => "shared-all.wasm".to_owned(),
        };
        Some((format!("{chunk}.wasm"), name))
    };
    loader.split("/* ").filter_map(chunk).collect()
}

/// How a file is fetched, and how a merged one is: it has another name for what all share.
const HELPERS: &str = r"const __fetched = (name) => () => {
    const src = fetch(new URL(name, import.meta.url));
    src.catch(() => {});
    return async (imports) => WebAssembly.instantiateStreaming(src, imports);
};
const __merged = (name) => makeLoad(() => {
    const instantiate = __fetched(name)();
    return (imports) => instantiate({ SHARED: imports.__wasm_split });
}, []);
";

const START: &str = "() => {\n    const src = fetch(new URL(\"";
const MIDDLE: &str = "\", import.meta.url));\n";
const END: &str = "    src.catch(() => {});\n    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}\n";

#[cfg(test)]
mod tests {
    use super::*;

    const LOADER: &str = "function makeLoad(fetcher, deps) {}
/* fees, stays */
const __chunk_3 = makeLoad(() => {
    const src = fetch(new URL(\"./chunk_3.wasm\", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
const __chunk_4 = makeLoad(() => {
    const src = fetch(new URL(\"./chunk_4.wasm\", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
export const __wasm_split_load_fees = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL(\"./split_fees.wasm\", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, [__chunk_3, __chunk_4]));
export const __wasm_split_load_tiny = wrapAsyncCb(makeLoad(() => async (_imp) => ({}), [__chunk_4]));
";

    #[test]
    fn tiny_shared_chunks_come_in_the_pack_and_the_rest_as_files() -> Result<()> {
        let packs = Packs::new(LOADER, &Companies::new(), |chunk| chunk != "chunk_4.wasm");
        let all: Vec<_> = packs.all().map(|(pack, chunks)| (pack, chunks.collect::<Vec<_>>())).collect();
        assert_eq!(all, [("shared.wasm", vec!["chunk_3.wasm"])], "an area's own code stays a file");
        assert_eq!(packs.of("chunk_3.wasm"), Some("shared.wasm"));
        assert_eq!(packs.of("chunk_4.wasm"), None);
        let loader = packs.loader(LOADER)?;
        assert!(loader.contains("const __pack_0 = __merged(\"./shared.wasm\");"), "{loader}");
        assert!(loader.contains("instantiate({ shared: imports.__wasm_split })"), "{loader}");
        assert!(!loader.contains("__chunk_3"), "{loader}");
        assert!(
            loader.contains("const __chunk_4 = makeLoad(__fetched(\"./chunk_4.wasm\"), []);"),
            "{loader}"
        );
        assert!(
            loader.contains("makeLoad(__fetched(\"./split_fees.wasm\"), [__chunk_4, __pack_0]));"),
            "{loader}"
        );
        assert!(loader.ends_with("({}), [__chunk_4]));\n"), "{loader}");
        Ok(())
    }

    #[test]
    fn what_one_company_shares_does_not_come_with_what_others_share() {
        let company = |area: &str, with: &str| (area.to_owned(), with.to_owned());
        let of = |companies: &Companies| places(LOADER, companies).get("chunk_3.wasm").cloned();
        assert_eq!(of(&Companies::new()).as_deref(), Some("shared.wasm"));
        let mut companies = Companies::from([company("fees", "calculator")]);
        assert_eq!(of(&companies).as_deref(), Some("shared-all.wasm"));
        companies.extend([company("stays", "calculator")]);
        assert_eq!(of(&companies).as_deref(), Some("shared-calculator.wasm"));
    }

    #[test]
    fn a_loader_that_looks_otherwise_ends_the_build() {
        let other = LOADER.replace("src.catch(() => {});", "");
        assert!(Packs::new(&other, &Companies::new(), |_| true).loader(&other).is_err());
    }
}
