//! Templates of messages: text with placeholders.
//!
//! The way of writing them is that of GOV.UK Notify. In full:
//!
//! ```text
//! template    = { words | field | conditional }
//! field       = "((" name "))"                  a value
//! conditional = "((" name "??" inner "))"       what is within, if the flag is set or the optional value is there
//! inner       = { words | field }               not empty; one level: no conditional within a conditional
//! name        = letters, digits, "_", "-" and blanks; case does not matter, blanks and "-" are "_"
//! words       = any text without "((" and "))"
//! ```
//!
//! The first `))` after a `((` closes it. Of a longer row of opening brackets the last two open, the others are words.
//!
//! A conditional asks for a flag, or for an optional value, which counts as set if it is there and not blank:
//! `((until?? Valid until ((until)).))`. A placeholder that stands only in conditionals of its own name is optional.
//! Everywhere else, in a conditional of another name too, it is mandatory; asking whether a mandatory value is there is a
//! wrong use, for the answer is always yes.
//!
//! What cannot be read is an error with its place, never a guess; what has no value is an error, never an empty place or a
//! question mark.

pub mod change;
pub mod cost;
pub mod diff;
pub mod draft;
pub mod latin;
pub mod lint;
pub mod measure;
pub mod parse;
pub mod placeholder;
pub mod publish;
pub mod render;
pub mod sample;
pub mod trial;
pub mod version;

pub use change::{Alteration, alterations};
pub use cost::{PriceProblem, Tariff, per_thousand};
pub use diff::{Part, PartKind, diff};
pub use draft::{Draft, Fault, Objection, Place, TitleProblem, objections};
pub use latin::{Saving, latin, saving};
pub use lint::{Lint, Text, lint};
pub use measure::{Measure, Size, measure, too_long};
pub use parse::{Atom, Inner, ParseError, ParseProblem, Piece, Template, What, name_of, parse};
pub use placeholder::{Declared, Type};
pub use publish::{Chosen, Published, choose, is_shown};
pub use render::{RenderError, RenderProblem, Value, render};
pub use sample::{Length, sample};
pub use trial::may_try;
pub use version::{Deed, Refused, Staff, VersionState, may_open, step};
