//! Reading a folder of examples.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::case::File;
use crate::families::check_of;

/// The project's own examples.
pub fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/data")
}

/// A folder that somebody named: as it is from here, else from the root of the workspace, where cargo is usually
/// called but does not start its tests.
pub fn named(folder: &Path) -> PathBuf {
    let from_root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    if !folder.exists() && from_root.exists() { from_root } else { folder.to_owned() }
}

/// Every `*.json` of a folder, in the order of their names. A folder without cases, a family or field nobody
/// knows, a missing source or an id given twice is an error.
pub fn files(folder: &Path) -> Result<Vec<File>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let files = paths.iter().map(|path| file(path)).collect::<Result<Vec<_>, _>>()?;
    if files.iter().all(|file| file.cases.is_empty()) {
        return Err(format!("{}: no cases", folder.display()));
    }
    let mut ids = BTreeSet::new();
    for case in files.iter().flat_map(|file| &file.cases) {
        if case.id.is_empty() || !ids.insert(&case.id) {
            return Err(format!("id `{}` is empty or given twice", case.id));
        }
    }
    Ok(files)
}

fn file(path: &Path) -> Result<File, String> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let text = std::fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
    let file: File = serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
    if check_of(&file.family).is_none() {
        return Err(format!("{name}: unknown family `{}`", file.family));
    }
    if let Some(case) = file.cases.iter().find(|case| case.source.is_empty() || case.name.is_empty()) {
        return Err(format!("{name}: {} has no name or no source", case.id));
    }
    Ok(file)
}
