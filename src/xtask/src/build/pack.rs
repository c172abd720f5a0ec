//! Shared chunks in few files. The splitter makes a chunk of whatever a set of areas shares: hundreds, and most are smaller than
//! what a file of their own costs. Merged ([`super::merge`]) they cost it once.
//!
//! A pack comes whole to every area that needs any of it, so two are put together only where that saves more than it brings to
//! who has no use for it. Nobody says which areas belong together: what they share does. Bytes count by the square of what an area
//! has to load: it is the largest ones that people wait for.

use super::merge::SHARED;
use anyhow::{Context, Result, bail, ensure};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// What a file of its own costs whoever fetches it, in bytes of code as the splitter makes it: its head, its name in the loader,
/// the request.
const FILE: u64 = 2500;

/// Which chunks come in which file.
#[derive(Default)]
pub struct Packs(BTreeMap<String, BTreeSet<String>>);

/// Chunks that come together.
#[derive(Clone)]
struct Pack {
    /// The areas that need any of it, each a bit.
    areas: u128,
    /// Bytes, without the heads.
    size: u64,
    chunks: BTreeSet<String>,
}

impl Pack {
    /// What is saved over all areas if the two come in one file, less what comes to who does not need it.
    fn saved_with(&self, other: &Self, weights: &Weights) -> Option<u128> {
        let saved = u128::from(FILE) * weights.of(self.areas & other.areas);
        let to_this = u128::from(other.size) * weights.of(self.areas & !other.areas);
        let to_other = u128::from(self.size) * weights.of(other.areas & !self.areas);
        saved.checked_sub(to_this + to_other).filter(|left| *left > 0)
    }

    fn with(&self, other: &Self) -> Self {
        let chunks = self.chunks.union(&other.chunks).cloned().collect();
        Self { areas: self.areas | other.areas, size: self.size + other.size, chunks }
    }
}

/// How much a byte counts for each area.
struct Weights(Vec<u128>);

impl Weights {
    /// The square of the kilobytes that each area has to load, its own code among them.
    fn new(loads: impl Iterator<Item = u64>) -> Self {
        Self(loads.map(|load| u128::from(load / 1024 + 1).pow(2)).collect())
    }

    /// Of all areas whose bit is set.
    fn of(&self, areas: u128) -> u128 {
        self.0.iter().enumerate().filter(|(place, _)| areas >> place & 1 == 1).map(|(_, weight)| weight).sum()
    }
}

/// Puts packs together as long as that saves anything, what saves most first.
fn together(mut packs: Vec<Option<Pack>>, weights: &Weights) -> Vec<Pack> {
    let mut offers = BinaryHeap::new();
    let offer = |packs: &[Option<Pack>], one: usize, offers: &mut BinaryHeap<_>| {
        let Some(Some(new)) = packs.get(one) else { return };
        for (place, other) in packs.iter().enumerate().take(one) {
            if let Some(saved) = other.as_ref().and_then(|other| new.saved_with(other, weights)) {
                offers.push((saved, Reverse(place), Reverse(one)));
            }
        }
    };
    for one in 0..packs.len() {
        offer(&packs, one, &mut offers);
    }
    while let Some((_, Reverse(one), Reverse(other))) = offers.pop() {
        // What was put together meanwhile has offers of its own.
        if let (Some(first), Some(second)) = (packs[one].clone(), packs[other].clone()) {
            (packs[one], packs[other]) = (None, None);
            packs.push(Some(first.with(&second)));
            offer(&packs, packs.len() - 1, &mut offers);
        }
    }
    packs.into_iter().flatten().collect()
}

impl Packs {
    /// Packs for what the loader says that areas share; `size` is that of a chunk.
    ///
    /// # Errors
    /// When there are more areas than are counted here.
    pub fn new(loader: &str, size: impl Fn(&str) -> Option<usize>) -> Result<Self> {
        let sharing = sharing(loader);
        let areas: BTreeSet<&str> = sharing.iter().flat_map(|(_, areas)| areas.iter().copied()).collect();
        ensure!(areas.len() < 128, "more areas than are counted in a pack");
        let bit =
            |area: &&str| areas.iter().position(|other| other == area).map_or(0, |place| 1_u128 << place);
        let bytes = |chunk: &str| size(chunk).and_then(|size| u64::try_from(size).ok());
        let head = sharing.iter().filter_map(|(chunk, _)| bytes(chunk)).min().unwrap_or_default();
        let single = |(chunk, areas): &(String, Vec<&str>)| {
            let size = bytes(chunk)? - head;
            let areas = areas.iter().map(bit).fold(0, |all, one| all | one);
            Some(Some(Pack { areas, size, chunks: BTreeSet::from([chunk.clone()]) }))
        };
        let chunks: Vec<_> = sharing.iter().filter_map(single).collect();
        let shared = |place: usize| -> u64 {
            let needed = |pack: &&Pack| pack.areas >> place & 1 == 1;
            chunks.iter().flatten().filter(needed).map(|pack| pack.size).sum()
        };
        let own = |area: &str| bytes(&format!("split_{area}.wasm")).unwrap_or_default();
        let weights = Weights::new(areas.iter().enumerate().map(|(place, area)| shared(place) + own(area)));
        let packs = together(chunks, &weights);
        let several = packs.into_iter().filter(|pack| pack.chunks.len() > 1).map(|pack| pack.chunks);
        Ok(Self(
            several
                .enumerate()
                .map(|(number, chunks)| (format!("shared-{number:03}.wasm"), chunks))
                .collect(),
        ))
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
        let out = self.without_code(&out)?;
        let left = |chunk: &String| {
            let name = format!("__{}", chunk.trim_end_matches(".wasm"));
            [",", "]"].iter().any(|end| out.contains(&format!("{name}{end}")))
        };
        if rest.contains("fetch(") || self.0.values().flatten().any(left) {
            bail!("the splitter's loader fetches chunks in another way than is known");
        }
        Ok(out)
    }

    /// The same for areas that have no code of their own and need only what they share.
    fn without_code(&self, loader: &str) -> Result<String> {
        let mut parts = loader.split(NO_CODE);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (needs, after) = part.split_once(']').context("an area that does not say what it needs")?;
            out.extend([NO_CODE, &self.needs(needs), "]", after]);
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

/// Shared chunks, and the areas that share each: the splitter names them above it.
fn sharing(loader: &str) -> Vec<(String, Vec<&str>)> {
    let chunk = |part| -> Option<(String, Vec<&str>)> {
        let part: &str = part;
        let (areas, rest) = part.split_once(" */\nconst __")?;
        let (chunk, _) = rest.split_once(" = ")?;
        Some((format!("{chunk}.wasm"), areas.split(", ").collect()))
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
    const instantiate = __named(name)();
    return (imports) => instantiate({ SHARED: imports.__wasm_split });
}, []);
";

/// An area without code of its own: what it needs follows.
const NO_CODE: &str = "=> ({}), [";
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

    const ALIKE: &str = "/* fees, stays */\nconst __chunk_4 = makeLoad(() => {\n";

    /// A loader in which both chunks are shared, by the same areas.
    fn alike() -> String {
        LOADER.replacen("const __chunk_4 = makeLoad(() => {\n", ALIKE, 1)
    }

    #[test]
    fn what_the_same_areas_share_comes_in_one_file() -> Result<()> {
        let loader = alike();
        let packs = Packs::new(&loader, |_| Some(900))?;
        let all: Vec<_> = packs.all().map(|(pack, chunks)| (pack, chunks.collect::<Vec<_>>())).collect();
        assert_eq!(
            all,
            [("shared-000.wasm", vec!["chunk_3.wasm", "chunk_4.wasm"])],
            "an area's own code stays a file"
        );
        assert_eq!(packs.of("chunk_3.wasm"), Some("shared-000.wasm"));
        assert_eq!(packs.of("split_fees.wasm"), None);
        let loader = packs.loader(&loader)?;
        assert!(loader.contains("const __pack_0 = __merged(\"./shared-000.wasm\");"), "{loader}");
        assert!(loader.contains("instantiate({ shared: imports.__wasm_split })"), "{loader}");
        assert!(!loader.contains("__chunk_3") && !loader.contains("__chunk_4"), "{loader}");
        assert!(loader.contains("makeLoad(__fetched(\"./split_fees.wasm\"), [__pack_0]));"), "{loader}");
        assert!(loader.ends_with("({}), [__pack_0]));\n"), "{loader}");
        Ok(())
    }

    #[test]
    fn a_chunk_alone_stays_a_file() -> Result<()> {
        let packs = Packs::new(LOADER, |_| Some(900))?;
        assert_eq!(packs.all().count(), 0);
        let loader = packs.loader(LOADER)?;
        assert!(
            loader.contains("const __chunk_3 = makeLoad(__fetched(\"./chunk_3.wasm\"), []);"),
            "{loader}"
        );
        Ok(())
    }

    #[test]
    fn two_come_together_only_where_that_saves_more_than_it_brings_to_others() {
        let pack = |areas, size| Pack { areas, size, chunks: BTreeSet::from([format!("{areas}-{size}")]) };
        let alike = Weights(vec![1; 3]);
        let count = |packs: &[Pack]| together(packs.iter().cloned().map(Some).collect(), &alike).len();
        // Two areas save a file each; one would get the other chunk for nothing.
        let saved = pack(0b011, 1000).saved_with(&pack(0b111, 3000), &alike);
        assert_eq!(saved, Some(u128::from(2 * FILE - 1000)));
        assert_eq!(count(&[pack(0b011, 1000), pack(0b111, 3000)]), 1);
        assert_eq!(count(&[pack(0b011, 6000), pack(0b111, 3000)]), 2);
        assert_eq!(count(&[pack(0b001, 1), pack(0b110, 1)]), 2, "they have no area in common");
        // What was put together is asked again with the rest.
        assert_eq!(count(&[pack(0b11, 500), pack(0b11, 500), pack(0b11, 500)]), 1);
        // The one that would get it for nothing has much to load already.
        let heavy = Weights::new([1024, 1024, 9 * 1024].into_iter());
        assert_eq!(pack(0b011, 1000).saved_with(&pack(0b111, 3000), &heavy), None);
    }

    #[test]
    fn a_loader_that_looks_otherwise_ends_the_build() {
        let other = LOADER.replace("src.catch(() => {});", "");
        assert!(Packs::default().loader(&other).is_err());
    }
}
