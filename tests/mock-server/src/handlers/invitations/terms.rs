//! What of the terms of a mandate cannot be taken, by field.

use chrono::NaiveDate;
use contract::problem::FieldProblem;
use domain::access::{Scope, Scopes, Terms, TermsProblem, check};
use domain::coded::{Code as _, Coded};
use domain::document::Kind;

use crate::refusal::Refusal;

/// Codes in the terms that are in no list: a mandate is never taken for less or more than it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unknown {
    scopes: bool,
    kinds: bool,
}

impl Unknown {
    /// Those among the codes that were sent.
    #[must_use]
    pub fn among(scopes: Option<&[Coded<Scope>]>, kinds: Option<&[Coded<Kind>]>) -> Self {
        Self {
            scopes: scopes.is_some_and(|scopes| scopes.iter().any(|scope| scope.known().is_none())),
            kinds: kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind.known().is_none())),
        }
    }
}

/// Refuses terms that cannot be taken, all problems at once.
///
/// # Errors
/// `invalid_fields`.
pub fn checked(terms: Terms<'_>, unknown: Unknown, today: NaiveDate) -> Result<(), Refusal> {
    let mut problems: Vec<TermsProblem> = check(terms, today)
        .into_iter()
        // What is empty only because nothing of it is known is not empty.
        .filter(|problem| !(unknown.scopes && *problem == TermsProblem::ScopesEmpty))
        .filter(|problem| !(unknown.kinds && *problem == TermsProblem::KindsEmpty))
        .collect();
    problems.extend(unknown.scopes.then_some(TermsProblem::ScopesUnknown));
    problems.extend(unknown.kinds.then_some(TermsProblem::KindsUnknown));
    Refusal::of_fields(problems.into_iter().map(field).collect())
}

/// The field of a problem is the first word of its code.
#[must_use]
pub fn field(problem: TermsProblem) -> FieldProblem {
    let code = problem.code();
    let name = code.split('.').next().unwrap_or_default();
    FieldProblem::new(format!("/{name}"), code)
}

/// Scopes as they are kept, with what they bring along.
#[must_use]
pub fn wire(scopes: Scopes) -> Vec<Coded<Scope>> {
    scopes.iter().map(Coded::Known).collect()
}
