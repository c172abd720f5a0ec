//! The kinds of values, and which placeholders there are for a subject.

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;
use crate::notification::sender::Sender;
use crate::notification::subject::{Subject, Valid};

codes! {
    /// The kinds of values.
    pub enum Type {
        /// The name of a person.
        Name = "name",
        /// The number of a document.
        Number = "number",
        /// A day, `DD.MM.YYYY`.
        Day = "day",
        /// A time of day, `HH:MM`.
        Time = "time",
        /// An office, a practice, a place.
        Office = "office",
        /// A code that somebody has to type.
        Code = "code",
        /// An address of the portal itself, and of nothing else.
        Portal = "portal",
        /// The kind of a document.
        Kind = "kind",
        /// A number of days or minutes.
        Count = "count",
        /// Yes or no: it is for conditionals only.
        Flag = "flag",
    }
}

/// A placeholder and the kind of its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// Its name, as [`super::name_of`] gives it.
    pub name: String,
    /// The kind.
    pub kind: Type,
    /// Where it is optional: whether it is there as a rule. A usual message is measured with it, or without.
    pub usual: bool,
}

impl Declared {
    /// A placeholder that, where it is optional, is mostly not there.
    #[must_use]
    pub fn new(name: &str, kind: Type) -> Self {
        Self { name: name.to_owned(), kind, usual: false }
    }
}

/// The source of [`offered`].
pub const OFFERED_SOURCE: Citation = DESIGN;

/// The placeholders for a subject. What the fund writes has the number of the document and until when it is valid: it said
/// that its messages have these.
#[must_use]
pub fn offered(subject: Subject) -> Vec<Declared> {
    let mut names = vec![("person", Type::Name), ("for_other", Type::Flag)];
    if subject.of_document() {
        names.extend([("number", Type::Number), ("kind", Type::Kind), ("office", Type::Office)]);
    }
    if subject.sender() == Sender::Fund {
        names.push(("valid_to", Type::Day));
    }
    if subject.valid() == Valid::ThroughItsDay {
        names.extend([
            ("day", Type::Day),
            ("time", Type::Time),
            ("place", Type::Office),
            ("days", Type::Count),
        ]);
    }
    if subject.carries_code() {
        names.extend([("code", Type::Code), ("minutes", Type::Count)]);
    }
    if subject.sender() != Sender::Fund && !subject.carries_code() {
        names.push(("portal", Type::Portal));
    }
    names.into_iter().map(|(name, kind)| Declared::new(name, kind)).collect()
}

/// The kind of a placeholder; `None` if there is none of the name.
#[must_use]
pub fn kind_of(name: &str, declared: &[Declared]) -> Option<Type> {
    declared.iter().find(|one| one.name == name).map(|one| one.kind)
}

/// Whether an address is one of the portal's own: `portals` are their beginnings, with scheme and host and without a slash at
/// the end. A host that only begins alike is another.
///
/// ```
/// use domain::notification::template::placeholder::is_portal;
/// assert!(is_portal("https://portal.example/visits", &["https://portal.example"]));
/// assert!(!is_portal("https://portal.example.top/visits", &["https://portal.example"]));
/// ```
#[must_use]
pub fn is_portal(address: &str, portals: &[&str]) -> bool {
    let own = |portal: &str| {
        address.strip_prefix(portal).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    portals.iter().any(|portal| own(portal))
}

impl Type {
    /// Whether a text can be a value of the kind. Of names, offices and kinds anything that is one line can be; of an address,
    /// whether it is the portal's own says [`is_portal`].
    #[must_use]
    pub fn takes(self, text: &str) -> bool {
        let digits =
            |text: &str, count: usize| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
        let parts = |by: char, counts: &[usize]| {
            let parts: Vec<&str> = text.split(by).collect();
            parts.len() == counts.len() && parts.iter().zip(counts).all(|(part, count)| digits(part, *count))
        };
        let line = !text.trim().is_empty() && !text.contains(['\n', '\r']) && !text.contains("((");
        line && match self {
            Self::Name | Self::Office | Self::Kind => true,
            Self::Number => text.chars().any(|c| c.is_ascii_digit()),
            Self::Day => parts('.', &[2, 2, 4]),
            Self::Time => parts(':', &[2, 2]),
            Self::Code => text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == ' '),
            Self::Portal => text.starts_with("https://") && !text.contains(char::is_whitespace),
            Self::Count => text.bytes().all(|b| b.is_ascii_digit()),
            Self::Flag => false,
        }
    }
}
