//! Random tokens and fingerprints.

use std::fmt::Write as _;

use contract::problem::ProblemCode;
use sha2::{Digest, Sha256};

use crate::refusal::Refusal;

/// So many random bytes.
///
/// # Errors
/// When the system has no randomness to give.
pub fn bytes<const COUNT: usize>() -> Result<[u8; COUNT], Refusal> {
    let mut bytes = [0_u8; COUNT];
    getrandom::fill(&mut bytes).map_err(|error| {
        eprintln!("randomness: {error}");
        Refusal::from(ProblemCode::Internal)
    })?;
    Ok(bytes)
}

/// A token of 32 hexadecimal digits that nobody can guess.
///
/// # Errors
/// When the system has no randomness to give.
pub fn token() -> Result<String, Refusal> {
    Ok(hex(&bytes::<16>()?))
}

/// The first 32 hexadecimal digits of the SHA-256 of the parts, each set off from the next.
#[must_use]
pub fn fingerprint(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    hex(&hash.finalize()[..16])
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_cannot_run_into_each_other() {
        assert_ne!(fingerprint(&[b"ab", b"c"]), fingerprint(&[b"a", b"bc"]));
        assert_eq!(fingerprint(&[b"ab"]).len(), 32);
    }

    #[test]
    fn tokens_differ() {
        assert_ne!(token().unwrap(), token().unwrap());
    }
}
