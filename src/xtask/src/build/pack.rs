//! Tiny shared chunks in few files. The splitter makes a chunk of whatever a set of areas shares, and most of them are smaller
//! than what a request costs: dozens for one area. Together they compress to a fraction, and come with one request.
//!
//! What only areas of one company share (those that are shown with the same other area) is nothing to the rest: it comes in a
//! file of its own.

use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};

/// Shared chunks below so many bytes are packed.
const TINY: usize = 1500;

/// Area → the area that it is shown with, or itself where others are shown with it.
pub type Companies = BTreeMap<String, String>;

/// Several chunks in one file.
#[derive(Default)]
struct Pack {
    /// All of them, one after the other.
    bytes: Vec<u8>,
    /// Their names and lengths, in the same order.
    chunks: Vec<(String, usize)>,
}

/// The packs, by the names of their files before the hash.
pub struct Packs {
    packs: BTreeMap<String, Pack>,
    /// Chunk → its pack.
    places: BTreeMap<String, String>,
}

impl Packs {
    /// Packs for what the loader says that areas share.
    pub fn new(loader: &str, companies: &Companies) -> Self {
        Self { packs: BTreeMap::new(), places: places(loader, companies) }
    }

    /// Takes a chunk if it is a tiny shared one.
    pub fn take(&mut self, path: &str, bytes: &[u8]) -> bool {
        let Some(place) = self.places.get(path).filter(|_| bytes.len() < TINY) else { return false };
        let pack = self.packs.entry(place.clone()).or_default();
        pack.bytes.extend_from_slice(bytes);
        pack.chunks.push((path.to_owned(), bytes.len()));
        true
    }

    /// The files, to be put where they are served from. `put` answers with the name that a file got.
    pub fn put(&mut self, mut put: impl FnMut(&str, Vec<u8>) -> String) -> BTreeMap<String, String> {
        let mut names = BTreeMap::new();
        let packs = std::mem::take(&mut self.packs);
        for (place, mut pack) in packs {
            let name = put(&place, std::mem::take(&mut pack.bytes));
            names.extend(pack.chunks.iter().map(|(chunk, _)| (chunk.clone(), name.clone())));
            self.packs.insert(name, pack);
        }
        names
    }

    /// The splitter's loader with the packs, under the names they have now, in the place of what is in them.
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
            if self.place(path).is_some() {
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
        let left = |(path, _): &(String, usize)| {
            let name = format!("__{}", path.trim_end_matches(".wasm"));
            [",", "]"].iter().any(|end| out.contains(&format!("{name}{end}")))
        };
        if rest.contains("fetch(") || self.packs.values().flat_map(|pack| &pack.chunks).any(left) {
            bail!("the splitter's loader fetches chunks in another way than is known");
        }
        Ok(out)
    }

    /// The number of the pack that a chunk is in.
    fn place(&self, path: &str) -> Option<usize> {
        self.packs.values().position(|pack| pack.chunks.iter().any(|(own, _)| own == path))
    }

    /// What an area needs, with packs in the place of what is in them.
    fn needs(&self, needs: &str) -> String {
        let all = needs.split(", ").filter(|need| !need.is_empty());
        let (mut left, mut packs) = (Vec::new(), BTreeSet::new());
        for need in all {
            match self.place(&format!("{}.wasm", need.trim_start_matches('_'))) {
                Some(place) => _ = packs.insert(place),
                None => left.push(need.to_owned()),
            }
        }
        left.into_iter().chain(packs.into_iter().map(pack_name)).collect::<Vec<_>>().join(", ")
    }

    /// What failed is asked for again by the next call: `makeLoad` keeps successes only.
    fn helpers(&self) -> String {
        let packs = self.packs.iter().enumerate().map(|(place, (name, pack))| {
            let lengths: Vec<String> = pack.chunks.iter().map(|(_, length)| length.to_string()).collect();
            format!("const {} = __unpacked(\"./{name}\", [{}]);\n", pack_name(place), lengths.join(", "))
        });
        HELPERS.to_owned() + &packs.collect::<String>()
    }
}

fn pack_name(place: usize) -> String {
    format!("__pack_{place}")
}

/// Chunk → the pack it belongs to, by the areas that share it: the splitter names them above each chunk.
fn places(loader: &str, companies: &Companies) -> BTreeMap<String, String> {
    let chunk = |part: &str| {
        let (areas, rest) = part.split_once(" */\nconst __")?;
        let (chunk, _) = rest.split_once(" = ")?;
        let known = areas.split(", ").map(|area| companies.get(area));
        let companies: BTreeSet<_> = known.collect();
        let name = match (companies.len(), companies.first()) {
            (1, Some(Some(company))) => format!("shared-{company}.bin"),
            (1, _) => "shared.bin".to_owned(),
            _ => "shared-all.bin".to_owned(),
        };
        Some((format!("{chunk}.wasm"), name))
    };
    loader.split("/* ").filter_map(chunk).collect()
}

/// How a file is fetched, and how a pack is.
const HELPERS: &str = r"const __fetched = (name) => () => {
    const src = fetch(new URL(name, import.meta.url));
    src.catch(() => {});
    return async (imports) => WebAssembly.instantiateStreaming(src, imports);
};
const __unpacked = (name, lengths) => makeLoad(() => {
    const src = fetch(new URL(name, import.meta.url)).then((answer) => {
        if (!answer.ok) throw new TypeError(answer.status);
        return answer.arrayBuffer();
    });
    src.catch(() => {});
    return async (imports) => {
        const bytes = await src;
        let at = 0;
        const made = (length) => WebAssembly.instantiate(bytes.slice(at, (at += length)), imports);
        return Promise.all(lengths.map(made));
    };
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
        let mut pack = Packs::new(LOADER, &Companies::new());
        assert!(pack.take("chunk_3.wasm", &[1; 20]));
        assert!(!pack.take("chunk_4.wasm", &[2; TINY]));
        assert!(!pack.take("split_fees.wasm", &[3; 5]), "an area's own code stays a file");
        let names = pack.put(|name, bytes| format!("{}.{name}", bytes.len()));
        assert_eq!(names, BTreeMap::from([("chunk_3.wasm".to_owned(), "20.shared.bin".to_owned())]));
        let loader = pack.loader(LOADER)?;
        assert!(loader.contains("const __pack_0 = __unpacked(\"./20.shared.bin\", [20]);"), "{loader}");
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
        assert_eq!(of(&Companies::new()).as_deref(), Some("shared.bin"));
        let mut companies = Companies::from([company("fees", "calculator")]);
        assert_eq!(of(&companies).as_deref(), Some("shared-all.bin"));
        companies.extend([company("stays", "calculator")]);
        assert_eq!(of(&companies).as_deref(), Some("shared-calculator.bin"));
    }

    #[test]
    fn a_loader_that_looks_otherwise_ends_the_build() {
        let other = LOADER.replace("src.catch(() => {});", "");
        assert!(Packs::new(&other, &Companies::new()).loader(&other).is_err());
    }
}
