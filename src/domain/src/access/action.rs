//! Whether somebody may do something: the one decision that app and server share.

use crate::access::age::Stage;
use crate::access::grant::State;
use crate::access::rule::{Action, Need, rule};
use crate::access::scope::{Basis, Kinds, Scope, Scopes};
use crate::coded::Coded;
use crate::document::{Kind, Status};

/// Somebody who was let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proxy {
    /// What they may do today ([`super::effective`]).
    pub scopes: Scopes,
    /// With which kinds of documents.
    pub kinds: Kinds,
    /// What their grant is today.
    pub state: State,
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// The person whose documents they are, at this stage of life.
    Own(Stage),
    /// Somebody else.
    Proxy(Proxy),
}

/// What is asked about; what is `None` is not part of the question.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct About<'a> {
    /// The kind of the document.
    pub kind: Option<&'a Coded<Kind>>,
    /// The status of the document.
    pub status: Option<&'a Coded<Status>>,
    /// Whether its owner hid it from proxies.
    pub hidden: bool,
    /// On what the grant rests that is to be changed.
    pub basis: Option<Basis>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Only the person may, signed in for themselves.
    NotOwn,
    /// Only a proxy can: it is about their access.
    NotProxy,
    /// The person may not yet, but from this stage on.
    TooYoung(Stage),
    /// The grant does not go so far.
    ScopeMissing(Scope),
    /// The grant is not about such documents, or only about some.
    KindNotCovered,
    /// The owner hid the document.
    Hidden,
    /// In this status there is nothing to do, or this build does not know the status.
    StatusForbids,
    /// On this basis access is not changed in this way.
    BasisForbids,
    /// The invitation is not accepted yet, or was declined.
    NotAccepted,
    /// The last day of the grant is over.
    Expired,
    /// The grant was taken back or given up.
    Revoked,
    /// The grant ended with the age of the person.
    EndedByAge,
}

impl Refusal {
    /// The code of the reason, for logs and tests; people read words.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotOwn => "not_own",
            Self::NotProxy => "not_proxy",
            Self::TooYoung(_) => "too_young",
            Self::ScopeMissing(_) => "scope_missing",
            Self::KindNotCovered => "kind_not_covered",
            Self::Hidden => "hidden",
            Self::StatusForbids => "status_forbids",
            Self::BasisForbids => "basis_forbids",
            Self::NotAccepted => "not_accepted",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
            Self::EndedByAge => "ended_by_age",
        }
    }
}

/// Whether the holder may do this.
///
/// # Errors
/// The reason that weighs most: first who asks, then what is hidden or not covered, then what the grant lacks, then the
/// document's status. So nobody learns the status of what they may not see.
pub fn allowed(action: Action, who: &Holder, about: About<'_>) -> Result<(), Refusal> {
    let rule = rule(action);
    match who {
        Holder::Own(stage) => of_own(*stage, rule.need)?,
        Holder::Proxy(proxy) => of_proxy(proxy, rule.need, about)?,
    }
    if let (Some(bases), Some(basis)) = (rule.bases, about.basis)
        && !bases.contains(&basis)
    {
        return Err(Refusal::BasisForbids);
    }
    match (rule.statuses, about.status) {
        (Some(statuses), Some(status)) if !status.known().is_some_and(|known| statuses.contains(&known)) => {
            Err(Refusal::StatusForbids)
        }
        _ => Ok(()),
    }
}

fn of_own(stage: Stage, need: Need) -> Result<(), Refusal> {
    let from = match need {
        Need::Proxy => return Err(Refusal::NotProxy),
        Need::Own(from) => from,
        // Whoever may sign in may do with their own what a proxy may be let do.
        Need::AnyScope | Need::Scope(_) | Need::Unrestricted(_) => Stage::OwnSignIn,
    };
    if stage < from { Err(Refusal::TooYoung(from)) } else { Ok(()) }
}

fn of_proxy(proxy: &Proxy, need: Need, about: About<'_>) -> Result<(), Refusal> {
    match proxy.state {
        State::Active => {}
        State::Invited { .. } | State::Declined => return Err(Refusal::NotAccepted),
        State::Expired => return Err(Refusal::Expired),
        State::Revoked { .. } => return Err(Refusal::Revoked),
        State::EndedByAge => return Err(Refusal::EndedByAge),
    }
    let scope = match need {
        Need::Own(_) => return Err(Refusal::NotOwn),
        Need::Proxy => return Ok(()),
        Need::AnyScope => None,
        Need::Scope(scope) => Some(scope),
        Need::Unrestricted(scope) if proxy.kinds == Kinds::All => Some(scope),
        Need::Unrestricted(_) => return Err(Refusal::KindNotCovered),
    };
    if about.hidden {
        return Err(Refusal::Hidden);
    }
    if about.kind.is_some_and(|kind| !proxy.kinds.cover(kind)) {
        return Err(Refusal::KindNotCovered);
    }
    match scope {
        Some(scope) if !proxy.scopes.has(scope) => Err(Refusal::ScopeMissing(scope)),
        None if proxy.scopes.is_empty() => Err(Refusal::ScopeMissing(Scope::Look)),
        _ => Ok(()),
    }
}
