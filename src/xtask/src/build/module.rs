//! The binary form of a wasm module, as far as the build has to read and write it.

use anyhow::{Context, Result, ensure};

/// The section of imports.
pub const IMPORTS: u8 = 2;
/// The section of exports.
pub const EXPORTS: u8 = 7;

/// A section of a module.
pub struct Section<'a> {
    /// What it holds.
    pub id: u8,
    /// What is in it.
    pub body: &'a [u8],
    /// The same with its head.
    pub whole: &'a [u8],
}

/// The sections of a module in their order; the first is the head of the module itself.
///
/// # Errors
/// When it is no module.
pub fn sections(module: &[u8]) -> Result<Vec<Section<'_>>> {
    ensure!(module.starts_with(b"\0asm\x01\0\0\0"), "not a wasm module");
    // The head goes with the first section as it is.
    let mut sections = vec![Section { id: u8::MAX, body: &[], whole: &module[..8] }];
    let mut rest = Reader(&module[8..]);
    while !rest.0.is_empty() {
        let start = rest.0;
        let id = rest.take(1)?[0];
        let length = rest.number()?;
        let body = rest.take(length)?;
        sections.push(Section { id, body, whole: &start[..start.len() - rest.0.len()] });
    }
    Ok(sections)
}

/// Reads from the front; holds what is not read yet.
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    /// So many bytes.
    pub fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).context("a wasm module that ends too early")?;
        self.0 = rest;
        Ok(taken)
    }

    /// A number in LEB128.
    pub fn number(&mut self) -> Result<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.take(1)?[0];
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
            shift += 7;
            ensure!(shift < 35, "a number longer than wasm allows");
        }
    }

    /// A name.
    pub fn text(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).context("a name that is no text")
    }
}

/// A number in LEB128.
pub fn number(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let byte = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            bytes.push(byte);
            return bytes;
        }
        bytes.push(byte | 0x80);
    }
}

/// A name.
pub fn text(text: &str) -> Vec<u8> {
    [number(text.len()), text.as_bytes().to_vec()].concat()
}

/// Entries with their count before them.
pub fn list(entries: &[impl AsRef<[u8]>]) -> Vec<u8> {
    entries.iter().fold(number(entries.len()), |mut list, entry| {
        list.extend_from_slice(entry.as_ref());
        list
    })
}

/// Appends a section.
pub fn put(module: &mut Vec<u8>, id: u8, body: &[u8]) {
    module.push(id);
    module.extend(number(body.len()));
    module.extend_from_slice(body);
}
