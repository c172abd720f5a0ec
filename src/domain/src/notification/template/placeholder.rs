//! The kinds of values. Which placeholders there are for a subject is no rule but data: the values that the systems which
//! send its messages can give. It stands beside the texts.

use crate::coded::codes;

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
        /// A number of days, minutes or years.
        Count = "count",
        /// A browser and a system, as the list of sign-ins names them.
        Device = "device",
        /// A phone number or an e-mail address of which parts are hidden by `*`, so that nobody can write or call there. An SMS
        /// in Latin letters would be dearer with any other sign for it.
        Contact = "contact",
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
    /// Whether a text can be a value of the kind. Of names, offices, kinds and devices anything that is one line can be; of an
    /// address, whether it is the portal's own says [`is_portal`].
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
            Self::Name | Self::Office | Self::Kind | Self::Device => true,
            Self::Number => text.chars().any(|c| c.is_ascii_digit()),
            Self::Day => parts('.', &[2, 2, 4]),
            Self::Time => parts(':', &[2, 2]),
            Self::Code => text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == ' '),
            Self::Portal => text.starts_with("https://") && !text.contains(char::is_whitespace),
            Self::Count => text.bytes().all(|b| b.is_ascii_digit()),
            // What hides nothing could be called or written to by whoever reads it.
            Self::Contact => text.contains('*'),
            Self::Flag => false,
        }
    }
}
