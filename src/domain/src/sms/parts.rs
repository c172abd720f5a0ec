//! Counting units and parts.

use std::ops::Range;

use crate::coded::codes;
use crate::sms::alphabet::{Encoding, encoding_of, is_basic, is_extended};

codes! {
    /// Why a character costs more than its own unit.
    pub enum Why {
        /// The 7-bit alphabet lacks it: because of it the whole message is written in UCS-2.
        NotInAlphabet = "not_in_alphabet",
        /// It stands in the extension table and takes two units.
        Extension = "extension",
        /// It takes two units of UCS-2, as emoji do; it is not in the 7-bit alphabet either.
        TwoUnits = "two_units",
    }
}

/// A character that costs more than one unit of the 7-bit alphabet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Costly {
    /// Where it stands, in bytes of the text.
    pub at: usize,
    /// The character.
    pub character: char,
    /// Why.
    pub why: Why,
}

/// What a text makes as an SMS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// How it is written.
    pub encoding: Encoding,
    /// Units of its characters: septets, or pairs of octets.
    pub units: usize,
    /// The parts, as ranges of bytes of the text. An empty text has none.
    pub parts: Vec<Range<usize>>,
    /// Units that are still free in the last part; in an empty text, in the first.
    pub free: usize,
    /// The characters that cost, in the order of the text. In UCS-2 a character of the extension table costs
    /// nothing more and is not among them.
    pub costly: Vec<Costly>,
}

/// Counts a text. A pair of units (escape and character, or two surrogates) is never split between parts, so
/// that parts may be left one unit short.
///
/// ```
/// let text = format!("{}[{}", "a".repeat(152), "a".repeat(152));
/// let count = domain::sms::count(&text);
/// assert_eq!((count.units, count.parts.len()), (306, 3));
/// ```
#[must_use]
pub fn count(text: &str) -> Count {
    let encoding = encoding_of(text);
    let units: usize = text.chars().map(|character| encoding.units(character)).sum();
    let size = if units <= encoding.single() { encoding.single() } else { encoding.joined() };
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut free = 0;
    for (at, character) in text.char_indices() {
        let needed = encoding.units(character);
        let end = at + character.len_utf8();
        match parts.last_mut() {
            Some(part) if needed <= free => part.end = end,
            _ => {
                parts.push(at..end);
                free = size;
            }
        }
        free -= needed;
    }
    let free = if parts.is_empty() { size } else { free };
    Count { encoding, units, parts, free, costly: costly(text, encoding) }
}

fn costly(text: &str, encoding: Encoding) -> Vec<Costly> {
    let why = |character| match encoding {
        Encoding::Gsm7 => is_extended(character).then_some(Why::Extension),
        Encoding::Ucs2 if encoding.units(character) == 2 => Some(Why::TwoUnits),
        Encoding::Ucs2 => (!is_basic(character) && !is_extended(character)).then_some(Why::NotInAlphabet),
    };
    text.char_indices()
        .filter_map(|(at, character)| Some(Costly { at, character, why: why(character)? }))
        .collect()
}
