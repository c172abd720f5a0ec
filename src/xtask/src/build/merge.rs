//! Many tiny chunks made one module. The splitter makes a chunk of whatever a set of areas shares: more than a hundred, and most of
//! each is its head, the same in all of them.
//!
//! Every chunk imports the memory, the table of functions and the stack's pointer, and wasm-merge would leave each with its own. So
//! the first of those merged is a module that imports the three once, under another name, and hands them on to the rest.

use super::module::{EXPORTS, IMPORTS, Reader, list, put, sections, text};
use crate::command;
use anyhow::{Context, Result};
use std::{collections::BTreeMap, fs, path::Path};

/// What the splitter calls that which all chunks share.
const SPLITTER: &str = "__wasm_split";
/// What a merged module calls it.
pub const SHARED: &str = "shared";

/// Merges modules into the file `out`.
///
/// # Errors
/// When one of them imports something that is not shared by all, or the tool fails.
pub fn merge<P: AsRef<Path>>(modules: &[P], out: &Path) -> Result<()> {
    let mut shared = BTreeMap::new();
    for module in modules {
        let module = module.as_ref();
        let bytes = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
        shared.extend(imports(&bytes)?);
    }
    let seam = out.with_extension("seam");
    fs::write(&seam, hand_on(&shared)).context("cannot write the seam of merged chunks")?;
    let mut tool = command::node("wasm-merge")?;
    tool.args(super::wasm::features()).arg(&seam).arg(SPLITTER);
    for (number, module) in modules.iter().enumerate() {
        tool.arg(module.as_ref()).arg(format!("chunk_{number}"));
    }
    command::quiet(tool.arg("-o").arg(out))?;
    Ok(())
}

/// What a module imports from the splitter: name → kind with description, in bytes.
fn imports(module: &[u8]) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    for section in sections(module)?.iter().filter(|section| section.id == IMPORTS) {
        let mut rest = Reader(section.body);
        for _ in 0..rest.number()? {
            let (of, name) = (rest.text()?, rest.text()?);
            let whole = rest.0;
            match rest.take(1)?[0] {
                0 => _ = rest.number()?,
                1 => {
                    rest.take(1)?;
                    limits(&mut rest)?;
                }
                2 => limits(&mut rest)?,
                _ => _ = rest.take(2)?,
            }
            if of == SPLITTER {
                found.insert(name.to_owned(), whole[..whole.len() - rest.0.len()].to_vec());
            }
        }
    }
    Ok(found)
}

/// Reads over the least and, if there is one, the greatest size.
fn limits(rest: &mut Reader) -> Result<()> {
    let bounded = rest.take(1)?[0] & 1 == 1;
    rest.number()?;
    if bounded {
        rest.number()?;
    }
    Ok(())
}

/// A module that imports these things and exports them under the same names.
fn hand_on(shared: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let imports = shared.iter().map(|(name, what)| [text(SHARED), text(name), what.clone()].concat());
    let kind = |what: &Vec<u8>| what.first().copied().unwrap_or_default();
    let exports = shared.iter().enumerate().map(|(place, (name, what))| {
        let before = shared.values().take(place).filter(|other| kind(other) == kind(what)).count();
        [text(name), vec![kind(what)], super::module::number(before)].concat()
    });
    let mut module = b"\0asm\x01\0\0\0".to_vec();
    put(&mut module, IMPORTS, &list(&imports.collect::<Vec<_>>()));
    put(&mut module, EXPORTS, &list(&exports.collect::<Vec<_>>()));
    module
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_share_is_handed_on_under_its_name() -> Result<()> {
        let entry = |of: &str, name: &str, what: &[u8]| [text(of), text(name), what.to_vec()].concat();
        let entries = [
            entry(SPLITTER, "memory", &[2, 0, 18]),
            entry(SPLITTER, "stack", &[3, 0x7f, 1]),
            entry(SPLITTER, "base", &[3, 0x7f, 0]),
            entry(SPLITTER, "table", &[1, 0x70, 1, 2, 9]),
            entry("elsewhere", "function", &[0, 4]),
        ];
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        put(&mut module, IMPORTS, &list(&entries));
        let shared = imports(&module)?;
        assert_eq!(shared.keys().collect::<Vec<_>>(), ["base", "memory", "stack", "table"]);
        let seam = hand_on(&shared);
        let seam = sections(&seam)?;
        let entry = |name: &str, what: &[u8]| [text(SHARED), text(name), what.to_vec()].concat();
        let expected = [
            entry("base", &[3, 0x7f, 0]),
            entry("memory", &[2, 0, 18]),
            entry("stack", &[3, 0x7f, 1]),
            entry("table", &[1, 0x70, 1, 2, 9]),
        ];
        assert_eq!(seam[1].body, list(&expected));
        let out = |name: &str, kind, number| [text(name), vec![kind, number]].concat();
        let expected = [out("base", 3, 0), out("memory", 2, 0), out("stack", 3, 1), out("table", 1, 0)];
        assert_eq!(seam[2].body, list(&expected));
        Ok(())
    }
}
