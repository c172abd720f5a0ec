//! Cursors of pages: opaque, bound to the query they came from, and sealed.

use contract::problem::ProblemCode;

use crate::refusal::Refusal;
use crate::secret::fingerprint;

/// How many entries a page has when nobody says.
const DEFAULT: u16 = 50;
/// How many it can have.
const LARGEST: u16 = 200;

/// How many entries are asked for.
///
/// # Errors
/// `malformed` for none, or for more than a page can have.
pub fn limit(asked: Option<u16>) -> Result<u16, Refusal> {
    let limit = asked.unwrap_or(DEFAULT);
    if (1..=LARGEST).contains(&limit) { Ok(limit) } else { Err(ProblemCode::Malformed.into()) }
}

/// What seals cursors. A mock has no secrets; a real server takes a key of its own.
const SEAL: &[u8] = b"mock";

/// The place of a document in a list: everything after it goes on the next page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// When it came to its status, in microseconds, as lists are sorted.
    pub sorted_at: i64,
    /// Its id, which decides between equals.
    pub id: String,
}

impl Place {
    /// The cursor for this place in the answers to `query`.
    #[must_use]
    pub fn cursor(&self, query: &str) -> String {
        let plain = format!("{:x}.{}", self.sorted_at, self.id);
        format!("{plain}.{}", seal(&plain, query))
    }

    /// Reads a cursor that was given for the same query.
    ///
    /// # Errors
    /// `malformed` when it was not.
    pub fn read(cursor: &str, query: &str) -> Result<Self, Refusal> {
        let malformed = || Refusal::from(ProblemCode::Malformed);
        let (plain, sealed) = cursor.rsplit_once('.').ok_or_else(malformed)?;
        if seal(plain, query) != sealed {
            return Err(malformed());
        }
        let (sorted_at, id) = plain.split_once('.').ok_or_else(malformed)?;
        let sorted_at = u64::from_str_radix(sorted_at, 16).map_err(|_| malformed())?;
        Ok(Self { sorted_at: sorted_at.cast_signed(), id: id.to_owned() })
    }
}

fn seal(plain: &str, query: &str) -> String {
    fingerprint(&[SEAL, plain.as_bytes(), query.as_bytes()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_serves_its_own_query_only() {
        for sorted_at in [0, 1_795_000_000_000_000, -5] {
            let place = Place { sorted_at, id: "d-1".to_owned() };
            let cursor = place.cursor("kind=a");
            assert_eq!(Place::read(&cursor, "kind=a"), Ok(place));
            assert!(Place::read(&cursor, "kind=b").is_err());
            assert!(Place::read(&cursor.replace("d-1", "d-2"), "kind=a").is_err());
        }
        assert!(Place::read("", "").is_err());
        assert!(Place::read("x", "").is_err());
    }
}
