//! "Is this message genuine?": a text that somebody got, compared on the device with the published templates and with what
//! is never sent.
//!
//! That a text matches says what was published, not who sent it: anybody can copy a text. What is never sent weighs more
//! than any match.

pub mod align;
pub mod pattern;
mod prepared;
pub mod word;

use std::ops::Range;

use crate::citation::{Citation, DESIGN};
use crate::message_check::Finding;
use crate::notification::template::{Declared, Template};

pub use align::Difference;
pub use prepared::Prepared;

/// Words of a text that are compared; a message has far fewer.
pub const LIMIT: usize = 600;
/// Bytes of a text that are looked at: far more than [`LIMIT`] words of any message have, and few enough to be looked at with
/// every key.
pub const LONGEST: usize = 24_000;
/// Of ten words of a template so many must be in place for a text to be close to it.
pub const CLOSE: usize = 7;
/// The source of all three.
pub const GENUINE_SOURCE: Citation = DESIGN;

/// A published template.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Its text.
    pub template: &'a Template,
    /// Its placeholders.
    pub declared: &'a [Declared],
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// There is nothing to compare.
    Empty,
    /// It has more than [`LIMIT`] words, or more than its [beginning].
    TooLong,
    /// It holds what is never sent.
    NeverSent {
        /// The template that it looks like, by place, if it looks like one.
        like: Option<usize>,
    },
    /// It is one of the published ones.
    Matches {
        /// Which, by place.
        template: usize,
    },
    /// It is close to one of them, but differs.
    Differs {
        /// From which, by place.
        template: usize,
        /// Where.
        differences: Vec<Difference>,
    },
    /// It is like none.
    None,
}

/// A text that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// What came of it.
    pub verdict: Verdict,
    /// What is never sent, in bytes of the text.
    pub never: Vec<Finding>,
    /// What stands at the placeholders of the template that it matches or is like: names, and bytes of the text.
    pub values: Vec<(String, Range<usize>)>,
    /// Words that mix letters of two scripts, as nobody does who writes honestly; in bytes of the text.
    pub mixed: Vec<Range<usize>>,
}

/// What of a text is looked at: all of it, unless it is longer than [`LONGEST`]. It ends between two words, for half a number
/// may look like another one.
///
/// ```
/// use domain::notification::genuine::{LONGEST, beginning};
/// assert_eq!(beginning("Протокол 123/2026"), "Протокол 123/2026");
/// assert!(beginning(&"дума ".repeat(LONGEST)).ends_with("дума"));
/// ```
#[must_use]
pub fn beginning(text: &str) -> &str {
    if text.len() <= LONGEST {
        return text;
    }
    let head = &text[..text.floor_char_boundary(LONGEST)];
    head.rfind(char::is_whitespace).map_or(head, |end| head[..end].trim_end())
}

/// Compares a text with the published templates. Case, blanks, quotation marks and punctuation do not matter, nor whether it
/// is written in Cyrillic or in Latin letters by the law, nor letters that only look like those. `portals` are the portal's
/// own addresses (`https://portal.example`): a link to one of them, where the template has its address, is none that is
/// never sent.
///
/// ```
/// use domain::notification::genuine::{Known, Verdict, look};
/// use domain::notification::template::{Declared, Type, parse};
/// let template = parse("Протокол ((number)) е одобрен и важи до ((valid_to)).").unwrap();
/// let declared = [("number", Type::Number), ("valid_to", Type::Day)];
/// let declared = declared.map(|(name, kind)| Declared::new(name, kind));
/// let known = [Known { template: &template, declared: &declared }];
/// let said = look("ПРОТОКОЛ 123/2026 е одобрен и важи до 01.03.2027", &known, &[]);
/// assert_eq!(said.verdict, Verdict::Matches { template: 0 });
/// let said = look("Protokol 123/2026 e odobren i vazhi do 01.03.2027. Platete 5 lv!", &known, &[]);
/// assert_eq!(said.verdict, Verdict::NeverSent { like: Some(0) });
/// ```
///
/// Whoever looks more than once [prepares](Prepared) the templates first.
#[must_use]
pub fn look(text: &str, known: &[Known<'_>], portals: &[&str]) -> Looked {
    Prepared::new(known).look(text, portals)
}
