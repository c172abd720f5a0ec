//! Terms as they are typed and not sent yet. They live as long as the session: looking at another page loses nothing.

use chrono::{Datelike, NaiveDate};
use contract::GrantId;
use contract::access::{Grant, GrantPatch, NewInvitation};
use domain::access::{Basis, Scopes};
use domain::coded::Coded;
use domain::document::Kind;
use domain::written::parse_day;
use leptos::prelude::*;

use super::holding::scopes;

/// Terms as a grant has them, or as they would be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The scopes.
    pub scopes: Scopes,
    /// The kinds, those that this build knows; `None` for all.
    pub kinds: Option<Vec<Kind>>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

impl Saved {
    /// The terms of a grant.
    pub fn of(grant: &Grant) -> Self {
        let kinds = grant.kinds.as_ref().map(|kinds| in_order(kinds.iter().filter_map(Coded::known)));
        Self { scopes: scopes(&grant.scopes), kinds, until: grant.until }
    }
}

/// Kinds in the order of their list.
fn in_order(kinds: impl Iterator<Item = Kind>) -> Vec<Kind> {
    use domain::coded::Code as _;
    let kinds: Vec<Kind> = kinds.collect();
    Kind::ALL.iter().copied().filter(|kind| kinds.contains(kind)).collect()
}

/// What is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The grant that is to be changed; `None` for an invitation.
    pub of: Option<GrantId>,
    /// How the invitation is called.
    pub label: String,
    /// The scopes.
    pub scopes: Scopes,
    /// Whether it is for some kinds only.
    pub only: bool,
    /// The kinds that are ticked.
    pub kinds: Vec<Kind>,
    /// The last day as it is written.
    pub until: String,
    /// The terms that the person saw; anything else is somebody's change that they do not know of yet.
    pub over: Option<Saved>,
}

impl Draft {
    /// An invitation of which nothing is typed.
    pub fn invitation() -> Self {
        let (label, until) = (String::new(), String::new());
        Self { of: None, label, scopes: Scopes::NONE, only: false, kinds: Vec::new(), until, over: None }
    }

    /// The terms of a grant, to be changed.
    pub fn change(grant: &Grant) -> Self {
        let over = Saved::of(grant);
        Self {
            of: Some(grant.id.clone()),
            label: String::new(),
            scopes: over.scopes,
            only: over.kinds.is_some(),
            kinds: over.kinds.clone().unwrap_or_default(),
            until: over.until.map(written).unwrap_or_default(),
            over: Some(over),
        }
    }

    /// The terms that it asks for.
    pub fn asked(&self) -> Saved {
        let kinds = self.only.then(|| in_order(self.kinds.iter().copied()));
        Saved { scopes: self.scopes, kinds, until: parse_day(&self.until).ok() }
    }

    /// The invitation that it asks for; `None` without a last day.
    pub fn new_invitation(&self) -> Option<NewInvitation> {
        let Saved { scopes, kinds, until } = self.asked();
        Some(NewInvitation {
            basis: Coded::Known(Basis::Mandate),
            scopes: scopes.iter().map(Coded::Known).collect(),
            kinds: kinds.map(wire),
            until: until?,
            label: self.label.trim().to_owned(),
        })
    }

    /// What of a grant it changes. What is as the person saw it is not sent: so nothing is taken away that this build does not
    /// know.
    pub fn patch(&self) -> GrantPatch {
        let asked = self.asked();
        let over = self.over.as_ref();
        let kinds = over.is_none_or(|over| over.kinds != asked.kinds);
        GrantPatch {
            until: asked.until.filter(|until| over.is_none_or(|over| over.until != Some(*until))),
            scopes: over
                .is_none_or(|over| over.scopes != asked.scopes)
                .then(|| asked.scopes.iter().map(Coded::Known).collect()),
            all_kinds: kinds && asked.kinds.is_none(),
            kinds: asked.kinds.filter(|_| kinds).map(wire),
        }
    }
}

fn wire(kinds: Vec<Kind>) -> Vec<Coded<Kind>> {
    kinds.into_iter().map(Coded::Known).collect()
}

/// A day as people type it: 31.05.2027.
fn written(day: NaiveDate) -> String {
    format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
}

/// All that is typed.
#[derive(Clone, Copy, Default)]
pub struct Drafts(RwSignal<Vec<Draft>>);

impl Drafts {
    /// What is typed for a grant, or for an invitation; tracked.
    pub fn get(self, of: Option<&GrantId>) -> Option<Draft> {
        self.0.with(|all| all.iter().find(|draft| draft.of.as_ref() == of).cloned())
    }

    /// Keeps what is typed.
    pub fn put(self, draft: Draft) {
        self.0.update(|all| {
            all.retain(|other| other.of != draft.of);
            all.push(draft);
        });
    }

    /// Forgets what is typed. The session may be over by then, and with it all of them.
    pub fn forget(self, of: Option<&GrantId>) {
        self.0.try_update(|all| all.retain(|draft| draft.of.as_ref() != of));
    }
}

#[cfg(test)]
mod tests {
    use domain::access::Scope;
    use domain::rules::day;

    use super::*;

    fn example() -> Grant {
        serde_json::from_str(include_str!("../../../../contract/examples/grant.json")).unwrap()
    }

    #[test]
    fn only_what_was_changed_is_sent() {
        let mut draft = Draft::change(&example());
        assert_eq!(draft.until, "28.02.2027");
        assert_eq!(draft.patch(), GrantPatch::default());
        draft.until = "30.11.2027".to_owned();
        draft.only = false;
        let patch = draft.patch();
        assert_eq!((patch.until, patch.all_kinds), (Some(day!("2027-11-30")), true));
        assert_eq!((patch.scopes, patch.kinds), (None, None));
    }

    #[test]
    fn kinds_that_this_build_does_not_know_stay_unless_the_kinds_are_changed() {
        let mut grant = example();
        grant.kinds =
            Some(vec![Coded::Known(Kind::MedicineProtocol), Coded::Unknown("moon_permit".to_owned())]);
        let mut draft = Draft::change(&grant);
        draft.scopes = draft.scopes.with(Scope::Receive);
        assert_eq!(draft.patch().kinds, None);
        assert!(draft.patch().scopes.is_some());
        draft.kinds.push(Kind::RepairApplication);
        assert_eq!(draft.patch().kinds.map(|kinds| kinds.len()), Some(2));
    }

    #[test]
    fn an_invitation_needs_a_last_day() {
        let mut draft = Draft::invitation();
        assert_eq!(draft.new_invitation(), None);
        draft.until = "31.5.2027".to_owned();
        draft.label = " My daughter ".to_owned();
        let invitation = draft.new_invitation().unwrap();
        assert_eq!((invitation.label.as_str(), invitation.kinds), ("My daughter", None));
    }
}
