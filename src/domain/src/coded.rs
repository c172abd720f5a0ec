//! Codes from the wire that this build may not know yet.

/// A value of a closed list, or a code that a newer server knows and this build does not.
///
/// The unknown code is kept as it came, so that it can be shown truthfully instead of being dropped or guessed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Coded<T> {
    /// A value of the list.
    Known(T),
    /// A code outside the list, verbatim.
    Unknown(String),
}

impl<T: Copy> Coded<T> {
    /// The value, if this build knows it.
    #[must_use]
    pub fn known(&self) -> Option<T> {
        match self {
            Self::Known(value) => Some(*value),
            Self::Unknown(_) => None,
        }
    }
}

/// A closed list whose members have a stable code on the wire.
pub trait Code: Copy + Sized + 'static {
    /// All members, in the order of their source.
    const ALL: &'static [Self];

    /// The code of this member: lower case, words joined by `_`, groups by `.`.
    fn code(self) -> &'static str;

    /// The member with this code, or the code itself when this build does not know it.
    #[must_use]
    fn from_code(code: &str) -> Coded<Self> {
        Self::ALL
            .iter()
            .find(|member| member.code() == code)
            .map_or_else(|| Coded::Unknown(code.to_owned()), |member| Coded::Known(*member))
    }
}

impl<T: Code> Coded<T> {
    /// The code as it stands on the wire.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Known(member) => member.code(),
            Self::Unknown(code) => code,
        }
    }
}

/// Declares a closed list of codes: the enum, its order and its codes in one table.
///
/// ```
/// domain::coded::codes! {
///     /// Colours of a traffic light.
///     pub enum Light {
///         /// Stop.
///         Red = "red",
///         /// Go.
///         Green = "green",
///     }
/// }
/// use domain::coded::{Code, Coded};
/// assert_eq!(Light::from_code("red"), Coded::Known(Light::Red));
/// assert_eq!(Light::from_code("blue").code(), "blue");
/// ```
#[macro_export]
macro_rules! codes {
    ($(#[$outer:meta])* $vis:vis enum $name:ident { $($(#[$inner:meta])* $member:ident = $code:literal,)+ }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $vis enum $name { $($(#[$inner])* $member,)+ }

        impl $crate::coded::Code for $name {
            const ALL: &'static [Self] = &[$(Self::$member,)+];
            fn code(self) -> &'static str {
                match self { $(Self::$member => $code,)+ }
            }
        }
    };
}
pub use codes;
