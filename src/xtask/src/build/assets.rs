//! Scripts and styles, bundled and minified by esbuild.

use super::{APP, site::Site};
use crate::{command, paths};
use anyhow::{Context, Result};
use std::{collections::BTreeMap, fs, path::Path};

/// wasm-bindgen's script, the splitter's loader and their snippets become one module: one request fewer, and the two, which import
/// each other, need no hashes in each other's names.
pub fn app(site: &mut Site, loader: &str, scratch: &Path, wasm: &BTreeMap<String, String>) -> Result<()> {
    let sources = scratch.join("js");
    let entry = format!("{APP}.js");
    write(&sources.join("__wasm_split.js"), renamed(loader.to_owned(), wasm).as_bytes())?;
    let main = String::from_utf8(site.take(&entry)?).context("the app's script is not text")?;
    write(&sources.join(&entry), renamed(main, wasm).as_bytes())?;
    for path in site.paths(|path| path.starts_with("snippets/")) {
        write(&sources.join(&path), &site.take(&path)?)?;
    }
    let small = scratch.join(&entry);
    let mut esbuild = command::node("esbuild")?;
    esbuild.args(["--bundle", "--format=esm", "--minify", "--target=es2022", "--log-level=error"]);
    command::quiet(esbuild.arg(sources.join(&entry)).arg(format!("--outfile={}", small.display())))?;
    site.put_hashed(&entry, fs::read(&small).context("esbuild wrote no script")?);
    Ok(())
}

/// A script that stands alone.
pub fn script(bytes: &[u8], scratch: &Path) -> Result<Vec<u8>> {
    let (from, to) = (scratch.join("script.js"), scratch.join("script.min.js"));
    write(&from, bytes)?;
    let mut esbuild = command::node("esbuild")?;
    esbuild.args(["--minify", "--target=es2022", "--log-level=error"]).arg(&from);
    command::quiet(esbuild.arg(format!("--outfile={}", to.display())))?;
    fs::read(&to).context("esbuild wrote no script")
}

/// The style sheets become one, and one for each area; what they refer to lies beside them under hashed names.
pub fn styles(site: &mut Site, scratch: &Path) -> Result<()> {
    let style = paths::root()?.join("style");
    let out = scratch.join("css");
    let mut areas: Vec<_> = fs::read_dir(style.join("areas"))
        .context("no style sheets of areas")?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    areas.sort();
    let mut esbuild = command::node("esbuild")?;
    esbuild.args(["--bundle", "--minify", "--log-level=error", "--asset-names=[name].[hash]"]);
    esbuild.args(["--loader:.woff2=file", "--loader:.svg=file", "--loader:.png=file"]);
    esbuild.arg(style.join("index.css")).args(areas);
    esbuild.arg(format!("--outbase={}", style.display()));
    command::quiet(esbuild.arg(format!("--outdir={}", out.display())))?;
    for path in site.paths(|path| path.starts_with("style/")) {
        site.take(&path)?;
    }
    let mut made = Site::read(&out)?;
    site.put_hashed("style/index.css", made.take("index.css")?);
    for (path, bytes) in made.files() {
        site.put(&format!("style/{path}"), bytes.to_vec());
    }
    Ok(())
}

fn renamed(text: String, names: &BTreeMap<String, String>) -> String {
    names.iter().fold(text, |text, (old, new)| text.replace(old, new))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
