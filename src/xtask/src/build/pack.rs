//! Tiny shared chunks in one file. The splitter makes a chunk of whatever a set of areas shares, and most of them are smaller than
//! what a request costs: dozens for one area. Together they compress to a fraction, and come with one request.

use anyhow::{Context, Result, bail, ensure};

/// Shared chunks below so many bytes are packed.
const TINY: usize = 1500;

/// The name of the file before its hash.
pub const NAME: &str = "shared.bin";

/// Several chunks in one file.
#[derive(Default)]
pub struct Pack {
    /// All of them, one after the other.
    pub bytes: Vec<u8>,
    /// Their names and lengths, in the same order.
    chunks: Vec<(String, usize)>,
}

impl Pack {
    /// Takes a chunk if it is a tiny shared one.
    pub fn take(&mut self, path: &str, bytes: &[u8]) -> bool {
        let tiny = path.starts_with("chunk_") && bytes.len() < TINY;
        if tiny {
            self.bytes.extend_from_slice(bytes);
            self.chunks.push((path.to_owned(), bytes.len()));
        }
        tiny
    }

    /// The splitter's loader with this pack, which is called `name` now, in the place of what is in it.
    ///
    /// # Errors
    /// When the loader does not look as it is known.
    pub fn loader(&self, loader: &str, name: &str) -> Result<String> {
        let mut out = self.helpers(name);
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
            if self.has(path) {
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
        if rest.contains("fetch(") || self.chunks.iter().any(left) {
            bail!("the splitter's loader fetches chunks in another way than is known");
        }
        Ok(out)
    }

    fn has(&self, path: &str) -> bool {
        self.chunks.iter().any(|(own, _)| own == path)
    }

    /// What an area needs, with the pack in the place of what is in it.
    fn needs(&self, needs: &str) -> String {
        let packed = |need: &&str| self.has(&format!("{}.wasm", need.trim_start_matches('_')));
        let all = || needs.split(", ").filter(|need| !need.is_empty());
        let pack = all().any(|need| packed(&need)).then_some("__pack");
        all().filter(|need| !packed(need)).chain(pack).collect::<Vec<_>>().join(", ")
    }

    /// What failed is asked for again by the next call: `makeLoad` keeps successes only.
    fn helpers(&self, name: &str) -> String {
        let lengths: Vec<String> = self.chunks.iter().map(|(_, length)| length.to_string()).collect();
        format!(
            r#"const __fetched = (name) => () => {{
    const src = fetch(new URL(name, import.meta.url));
    src.catch(() => {{}});
    return async (imports) => WebAssembly.instantiateStreaming(src, imports);
}};
const __pack = makeLoad(() => {{
    const src = fetch(new URL("./{name}", import.meta.url)).then((answer) => {{
        if (!answer.ok) throw new TypeError(answer.status);
        return answer.arrayBuffer();
    }});
    src.catch(() => {{}});
    return async (imports) => {{
        const bytes = await src;
        let at = 0;
        const made = (length) => WebAssembly.instantiate(bytes.slice(at, (at += length)), imports);
        return Promise.all([{}].map(made));
    }};
}}, []);
"#,
            lengths.join(", ")
        )
    }
}

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
        let mut pack = Pack::default();
        assert!(pack.take("chunk_3.wasm", &[1; 20]));
        assert!(!pack.take("chunk_4.wasm", &[2; TINY]));
        assert!(!pack.take("split_fees.wasm", &[3; 5]), "an area's own code stays a file");
        assert_eq!(pack.bytes.len(), 20);
        let loader = pack.loader(LOADER, "shared.1.bin")?;
        assert!(loader.contains("Promise.all([20].map(made))"), "{loader}");
        assert!(!loader.contains("__chunk_3"), "{loader}");
        assert!(
            loader.contains("const __chunk_4 = makeLoad(__fetched(\"./chunk_4.wasm\"), []);"),
            "{loader}"
        );
        assert!(
            loader.contains("makeLoad(__fetched(\"./split_fees.wasm\"), [__chunk_4, __pack]));"),
            "{loader}"
        );
        assert!(loader.ends_with("({}), [__chunk_4]));\n"), "{loader}");
        assert!(loader.contains("./shared.1.bin"));
        Ok(())
    }

    #[test]
    fn a_loader_that_looks_otherwise_ends_the_build() {
        let other = LOADER.replace("src.catch(() => {});", "");
        assert!(Pack::default().loader(&other, "shared.1.bin").is_err());
    }
}
