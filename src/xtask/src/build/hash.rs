//! Hashes of contents.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// How many hex digits of it stand in a file name.
const IN_NAME: usize = 12;

/// The SHA-256 of these bytes, in hex.
pub fn of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        // Writing into a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// As much of the hash as stands in a name.
pub fn short(bytes: &[u8]) -> String {
    of(bytes)[..IN_NAME].to_owned()
}

/// `a/name.js` with the hash of its contents: `a/name.0123456789ab.js`. Such a file never changes, so it may be kept for ever.
pub fn named(path: &str, bytes: &[u8]) -> String {
    let short = short(bytes);
    let (folder, file) = path.rsplit_once('/').map_or(("", path), |(folder, file)| (folder, file));
    let slash = if folder.is_empty() { "" } else { "/" };
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
    let dot = if extension.is_empty() { "" } else { "." };
    format!("{folder}{slash}{stem}.{short}{dot}{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_stands_before_the_extension() {
        assert_eq!(named("a.b/shell.json", b"x"), "a.b/shell.2d711642b726.json");
        assert_eq!(named("boot.js", b"x"), "boot.2d711642b726.js");
        assert_eq!(named("plain", b"x"), "plain.2d711642b726");
    }

    #[test]
    fn other_contents_have_another_name() {
        assert_ne!(named("a.js", b"1"), named("a.js", b"2"));
    }
}
