//! What access consists of: scopes, their basis, and the kinds of documents it is restricted to.

use crate::coded::{Code, Coded, codes};
use crate::document::Kind;

codes! {
    /// What a proxy is let do.
    pub enum Scope {
        /// Look at documents.
        Look = "look",
        /// Act in the person's name: send files, contest, report.
        Act = "act",
        /// Receive the messages about the documents.
        Receive = "receive",
    }
}

codes! {
    /// On what access rests.
    pub enum Basis {
        /// Parental responsibility.
        Parent = "parent",
        /// Guardianship or trusteeship.
        Guardian = "guardian",
        /// A mandate that the person gave.
        Mandate = "mandate",
    }
}

codes! {
    /// The two sides of a grant.
    pub enum Side {
        /// Whose documents they are.
        Giver = "giver",
        /// Who was let in.
        Receiver = "receiver",
    }
}

/// A set of scopes. Who may act may look: nobody acts on what they cannot see.
///
/// ```
/// use domain::access::{Scope, Scopes};
/// let act = Scopes::NONE.with(Scope::Act);
/// assert!(act.has(Scope::Look));
/// assert!(!act.without(Scope::Look).has(Scope::Act));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Scopes(u8);

const fn bit(scope: Scope) -> u8 {
    match scope {
        Scope::Look => 1,
        Scope::Act => 2,
        Scope::Receive => 4,
    }
}

impl Scopes {
    /// None.
    pub const NONE: Self = Self(0);
    /// All.
    pub const ALL: Self = Self(7);

    /// The set with a scope, and with what it brings along.
    #[must_use]
    pub const fn with(self, scope: Scope) -> Self {
        match scope {
            Scope::Act => Self(self.0 | bit(Scope::Act) | bit(Scope::Look)),
            one => Self(self.0 | bit(one)),
        }
    }

    /// The set without a scope, and without what cannot be had without it.
    #[must_use]
    pub const fn without(self, scope: Scope) -> Self {
        match scope {
            Scope::Look => Self(self.0 & !(bit(Scope::Act) | bit(Scope::Look))),
            one => Self(self.0 & !bit(one)),
        }
    }

    /// Whether a scope is in it.
    #[must_use]
    pub const fn has(self, scope: Scope) -> bool {
        self.0 & bit(scope) != 0
    }

    /// Whether it is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether all of it is in the other.
    #[must_use]
    pub const fn within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Its scopes, in the order of the list.
    pub fn iter(self) -> impl Iterator<Item = Scope> {
        Scope::ALL.iter().copied().filter(move |scope| self.has(*scope))
    }
}

impl FromIterator<Scope> for Scopes {
    fn from_iter<I: IntoIterator<Item = Scope>>(scopes: I) -> Self {
        scopes.into_iter().fold(Self::NONE, Self::with)
    }
}

/// The kinds of documents that a grant is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kinds {
    /// All, those too that this build does not know.
    All,
    /// Only these.
    Only(Vec<Kind>),
}

impl Kinds {
    /// Whether documents of a kind are covered. A kind that this build does not know can be in no list of it, so only
    /// [`Kinds::All`] covers it.
    #[must_use]
    pub fn cover(&self, kind: &Coded<Kind>) -> bool {
        match self {
            Self::All => true,
            Self::Only(kinds) => kind.known().is_some_and(|kind| kinds.contains(&kind)),
        }
    }
}
