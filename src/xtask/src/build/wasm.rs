//! Making a wasm module small.

use crate::{command, paths};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
};

/// What rustc's target uses, and nothing else: with all features browsers reject the result. As Binaryen's tools call them, and as
/// its library does.
const FEATURES: [(&str, &str); 7] = [
    ("--enable-bulk-memory", "BulkMemory"),
    ("--enable-bulk-memory-opt", "BulkMemoryOpt"),
    ("--enable-multivalue", "Multivalue"),
    ("--enable-mutable-globals", "MutableGlobals"),
    ("--enable-nontrapping-float-to-int", "NontrappingFPToInt"),
    ("--enable-reference-types", "ReferenceTypes"),
    ("--enable-sign-ext", "SignExt"),
];

/// The features, as arguments for a tool of Binaryen's.
pub fn features() -> impl Iterator<Item = &'static str> {
    FEATURES.iter().map(|(flag, _)| *flag)
}

/// Whether a file of that name is a module.
pub fn is_wasm(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| extension == "wasm")
}

/// What is run on node for it. It warns about parts of the name section that it does not know; names are dropped anyway.
const OPTIMISE: &str = include_str!("optimise.mjs");

/// The modules, optimised for size, in the same order. As many at once as there are processors.
pub fn optimise_all(modules: &[PathBuf], scratch: &Path) -> Result<Vec<Vec<u8>>> {
    let mut jobs = Vec::with_capacity(modules.len());
    for module in modules {
        let small = scratch.join(module.file_name().context("a module without a name")?);
        let size = fs::metadata(module).with_context(|| format!("cannot find {}", module.display()))?.len();
        jobs.push((size, module.as_path(), small));
    }
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let done: Result<Vec<()>> = thread::scope(|scope| {
        let running: Vec<_> =
            shares(&jobs, workers).into_iter().map(|share| scope.spawn(|| optimise(share))).collect();
        let ended = |_| anyhow::bail!("the optimiser's thread ended");
        running.into_iter().map(|one| one.join().unwrap_or_else(ended)).collect()
    });
    done?;
    let read = |path: &Path| fs::read(path).with_context(|| format!("cannot read {}", path.display()));
    jobs.iter().map(|(_, _, small)| read(small)).collect()
}

/// Size in bytes, the module, where the small one goes.
type Job<'a> = (u64, &'a Path, PathBuf);

/// The jobs in so many shares of about equal size: the largest first, each to whoever has least.
fn shares<'a, 'b>(jobs: &'b [Job<'a>], workers: usize) -> Vec<Vec<&'b Job<'a>>> {
    let mut shares = vec![(0, Vec::new()); workers.max(1)];
    let mut sorted: Vec<_> = jobs.iter().collect();
    sorted.sort_by_key(|(size, ..)| std::cmp::Reverse(*size));
    for job in sorted {
        if let Some((load, share)) = shares.iter_mut().min_by_key(|(load, _)| *load) {
            *load += job.0;
            share.push(job);
        }
    }
    shares.into_iter().map(|(_, share)| share).filter(|share| !share.is_empty()).collect()
}

fn optimise(share: Vec<&Job<'_>>) -> Result<()> {
    let mut node = Command::new("node");
    node.current_dir(paths::node()?).args(["--input-type=module", "--eval", OPTIMISE, "--"]);
    node.arg(FEATURES.map(|(_, name)| name).join(" "));
    for (_, module, small) in share {
        node.arg(module).arg(small);
    }
    command::quiet(&mut node).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_of_about_equal_size_and_leave_nothing_out() {
        let jobs = [5, 90, 40, 30, 20, 3].map(|size| (size, Path::new("from"), PathBuf::from("to")));
        let sizes = |workers| -> Vec<Vec<u64>> {
            let sizes = |share: Vec<&Job<'_>>| share.into_iter().map(|job| job.0).collect();
            shares(&jobs, workers).into_iter().map(sizes).collect()
        };
        assert_eq!(sizes(2), [vec![90, 5], vec![40, 30, 20, 3]]);
        assert_eq!(sizes(0), [vec![90, 40, 30, 20, 5, 3]]);
        assert_eq!(sizes(9).len(), 6);
    }
}
