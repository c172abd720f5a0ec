//! What may be agreed when somebody is invited, or a grant is changed.

use chrono::NaiveDate;

use crate::access::scope::{Kinds, Scopes};
use crate::citation::{Citation, DESIGN};
use crate::coded::codes;
use crate::term::Term;

/// A mandate reaches at most so far ahead; it can be renewed as often as one likes.
pub const LONGEST: Term = Term::Months(24);
/// The longest name that an inviter can give an invitation, in characters.
pub const LONGEST_LABEL: usize = 60;
/// The source of these limits.
pub const LIMITS_SOURCE: Citation = DESIGN;

codes! {
    /// What of the terms cannot be taken.
    pub enum TermsProblem {
        /// No scope at all.
        ScopesEmpty = "scopes.empty",
        /// A scope that is not in the list.
        ScopesUnknown = "scopes.unknown",
        /// A restriction to no kind.
        KindsEmpty = "kinds.empty",
        /// A restriction to a kind that is not in the list: it would cover nothing.
        KindsUnknown = "kinds.unknown",
        /// A last day that is over.
        UntilPast = "until.past",
        /// A last day beyond [`LONGEST`].
        UntilTooFar = "until.too_far",
        /// No name to know the invitation by.
        LabelEmpty = "label.empty",
        /// A name longer than [`LONGEST_LABEL`].
        LabelTooLong = "label.too_long",
        /// Only a mandate can be given by invitation.
        BasisNotMandate = "basis.not_mandate",
    }
}

/// Terms of a mandate; what is `None` is not part of the question.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Terms<'a> {
    /// The scopes.
    pub scopes: Option<Scopes>,
    /// The kinds of documents.
    pub kinds: Option<&'a Kinds>,
    /// The last day.
    pub until: Option<NaiveDate>,
    /// The name of the invitation.
    pub label: Option<&'a str>,
}

/// Everything of the terms that cannot be taken on `today`, which is a day in the giver's zone.
#[must_use]
pub fn check(terms: Terms<'_>, today: NaiveDate) -> Vec<TermsProblem> {
    let scopes = terms.scopes.filter(|scopes| scopes.is_empty()).map(|_| TermsProblem::ScopesEmpty);
    let kinds = terms.kinds.filter(|kinds| matches!(kinds, Kinds::Only(kinds) if kinds.is_empty()));
    let until = terms.until.and_then(|until| {
        let far = LONGEST.last_day(today).is_some_and(|longest| until > longest);
        if until < today { Some(TermsProblem::UntilPast) } else { far.then_some(TermsProblem::UntilTooFar) }
    });
    let label = terms.label.and_then(|label| match label.trim().chars().count() {
        0 => Some(TermsProblem::LabelEmpty),
        count => (count > LONGEST_LABEL).then_some(TermsProblem::LabelTooLong),
    });
    let kinds = kinds.map(|_| TermsProblem::KindsEmpty);
    [scopes, kinds, until, label].into_iter().flatten().collect()
}
