//! From what trunk made to what is served.

use super::{
    APP, assets, chunks, compress, glue,
    merge::merge,
    pack::Packs,
    site::Site,
    tables,
    wasm::{self, is_wasm},
};
use crate::say;
use anyhow::{Context, Result};
use std::{collections::BTreeMap, fs, path::Path};

/// Where the page says which edition of texts and style sheets belongs to it (`Trunk.toml`).
const NO_EDITION: &str = "data-edition=\"\"";

/// Optimises, bundles, names by hash, rewrites the references, compresses; writes the result into a fresh folder.
pub fn run(staging: &Path, split: &Path, out: &Path) -> Result<()> {
    let scratch = out.with_extension("scratch");
    for folder in [out, &scratch] {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    let mut site = Site::read(staging)?;
    let (names, loader) = say::step("smaller modules", "a minute", || modules(&mut site, split, &scratch))?;
    note_chunks(split, &names)?;
    assets::app(&mut site, &loader, &scratch, &names)?;
    assets::styles(&mut site, &scratch)?;
    let boot = assets::script(&site.take("boot.js")?, &scratch)?;
    site.put_hashed("boot.js", boot);
    let edition =
        site.put_edition(|path| path.starts_with("locales/") || path.starts_with("style/areas/"))?;
    site.replace("index.html", NO_EDITION, &NO_EDITION.replace("\"\"", &format!("\"{edition}\"")))?;
    // These keep their names: browsers look for them there.
    if let Ok(worker) = site.take("sw.js") {
        site.put("sw.js", assets::script(&worker, &scratch)?);
        site.rewrite("sw.js")?;
    }
    site.rewrite("index.html")?;
    say::step("compression", "seconds", || write(&site, out))?;
    let _ = fs::remove_dir_all(&scratch);
    Ok(())
}

/// The main module and the chunks, optimised. Returns their new names, and the loader that fetches them.
fn modules(site: &mut Site, split: &Path, scratch: &Path) -> Result<(BTreeMap<String, String>, String)> {
    let (main, script) = (format!("{APP}_bg.wasm"), format!("{APP}.js"));
    let mut names = BTreeMap::new();
    let slim = scratch.join(format!("slim-{main}"));
    fs::write(&slim, glue::without_classes(&site.take(&main)?)?).context("cannot write the main module")?;
    let loader = fs::read_to_string(split.join("__wasm_split.js")).unwrap_or_default();
    let chunks = Site::read(split)?;
    let packs = Packs::new(&loader, |path| chunks.size(path))?;
    let (mut paths, mut modules) = (Vec::new(), vec![slim]);
    for path in chunks.paths(|path| is_wasm(path) && path != format!("{APP}.wasm")) {
        if packs.of(&path).is_none() {
            modules.push(split.join(&path));
            paths.push(path);
        }
    }
    for (pack, chunks) in packs.all() {
        let merged = scratch.join(format!("merged-{pack}"));
        merge(&chunks.map(|chunk| split.join(chunk)).collect::<Vec<_>>(), &merged)?;
        modules.push(merged);
        paths.push(pack.to_owned());
    }
    let mut optimised = wasm::optimise_all(&modules, scratch)?.into_iter();
    let bytes = optimised.next().context("no main module")?;
    let (bytes, short) = glue::short_names(&bytes, &format!("./{APP}_bg.js"))?;
    names.insert(main.clone(), site.put_hashed(&main, bytes));
    let long = String::from_utf8(site.take(&script)?).context("the app's script is not text")?;
    site.put(&script, glue::script(&long, &short)?.into_bytes());
    for (path, bytes) in paths.iter().zip(optimised) {
        site.put(path, bytes);
    }
    // One hash for all of them: the script that names them is in the first load.
    let edition = site.put_edition(|path| paths.iter().any(|own| own == path))?;
    names.extend(paths.into_iter().map(|path| (path.clone(), Site::in_edition(&path, &edition))));
    let packed = packs.all().flat_map(|(pack, chunks)| chunks.map(move |chunk| (chunk, pack)));
    let packed: Vec<_> =
        packed.filter_map(|(chunk, pack)| Some((chunk.to_owned(), names.get(pack)?.clone()))).collect();
    names.extend(packed);
    Ok((names, tables::loader(&packs.loader(&loader)?, &edition)?))
}

fn note_chunks(split: &Path, names: &BTreeMap<String, String>) -> Result<()> {
    let loader = fs::read_to_string(split.join("__wasm_split.js")).unwrap_or_default();
    let mut found = chunks::parse(&loader);
    for files in found.values_mut() {
        for file in files.iter_mut() {
            if let Some(name) = names.get(file) {
                file.clone_from(name);
            }
        }
        files.sort();
        files.dedup();
    }
    chunks::save(&found)
}

fn write(site: &Site, out: &Path) -> Result<()> {
    for (path, bytes) in site.files() {
        let file = out.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
        }
        let put = |name: String, bytes: &[u8]| {
            fs::write(file.with_file_name(&name), bytes).with_context(|| format!("cannot write {name}"))
        };
        let name = file.file_name().context("a file without a name")?.to_string_lossy().into_owned();
        put(name.clone(), bytes)?;
        if compress::worthwhile(path) {
            for (extension, small) in [("br", compress::brotli(bytes)?), ("gz", compress::gzip(bytes)?)] {
                if small.len() < bytes.len() {
                    put(format!("{name}.{extension}"), &small)?;
                }
            }
        }
    }
    Ok(())
}
