//! Versions of a template: who may do what with them. Nobody approves what they wrote.

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;
use crate::person::Role;

codes! {
    /// Where a version stands.
    pub enum VersionState {
        /// It is being written.
        Draft = "draft",
        /// It waits for approval; nobody changes it.
        Submitted = "submitted",
        /// It may be used.
        Approved = "approved",
        /// It may not; its author can go on with it.
        Rejected = "rejected",
        /// Messages are made of it.
        InUse = "in_use",
        /// Another one is used.
        Superseded = "superseded",
    }
}

codes! {
    /// What somebody does with a version.
    pub enum Deed {
        /// Changes the text.
        Edit = "edit",
        /// Hands it in for approval.
        Submit = "submit",
        /// Takes it back from there.
        TakeBack = "take_back",
        /// Approves it.
        Approve = "approve",
        /// Rejects it.
        Reject = "reject",
        /// Puts it in use; the one in use is superseded.
        PutInUse = "put_in_use",
        /// Puts one in use again that was before.
        RollBack = "roll_back",
    }
}

codes! {
    /// Why not.
    pub enum Refused {
        /// The account has not this role.
        Role = "role",
        /// Whoever wrote it, or any part of it, does not decide about it.
        OwnWork = "own_work",
        /// In this state there is nothing like it to do.
        State = "state",
        /// Something in it must not be sent, or it cannot be filled.
        Blocked = "blocked",
        /// It breaks those who fill it, and nobody confirmed that.
        BreakingNotConfirmed = "breaking_not_confirmed",
        /// Rejecting needs a reason.
        ReasonMissing = "reason_missing",
        /// Another version of the same text is being written or waits for approval.
        AnotherOpen = "another_open",
    }
}

/// The source of the rule of four eyes.
pub const VERSION_SOURCE: Citation = DESIGN;

/// Who does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Staff<'a> {
    /// The account, by opaque id.
    pub id: &'a str,
    /// Its roles.
    pub roles: &'a [Role],
}

/// What of a version and of what is done bears upon it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts; any combination occurs")]
pub struct Case<'a> {
    /// Where it stands.
    pub state: VersionState,
    /// Everybody who wrote on it, by opaque id.
    pub authors: &'a [&'a str],
    /// Something in it must not be sent ([`super::Lint::blocks`]), or it cannot be read or filled.
    pub blocked: bool,
    /// It breaks those who fill it ([`super::alterations`] of the one in use).
    pub breaking: bool,
    /// Whoever puts it in use has confirmed that it breaks.
    pub confirmed: bool,
    /// A reason was given.
    pub reason: bool,
}

impl Case<'_> {
    /// A version of which nothing bears upon what is done but its state.
    #[must_use]
    pub const fn of(state: VersionState) -> Self {
        Self { state, authors: &[], blocked: false, breaking: false, confirmed: false, reason: false }
    }
}

/// What a version becomes.
///
/// ```
/// use domain::notification::template::{Deed, Refused, Staff, VersionState, step, version::Case};
/// use domain::person::Role;
/// let case = Case { state: VersionState::Submitted, authors: &["ana"], blocked: false, breaking: false, confirmed: false, reason: false };
/// let roles = &[Role::Editor, Role::Approver];
/// assert_eq!(step(case, Deed::Approve, Staff { id: "ana", roles }), Err(Refused::OwnWork));
/// assert_eq!(step(case, Deed::Approve, Staff { id: "boris", roles }), Ok(VersionState::Approved));
/// ```
///
/// # Errors
/// [`Refused`], what weighs most first: role, state, own work, then the version itself.
pub fn step(case: Case<'_>, deed: Deed, who: Staff<'_>) -> Result<VersionState, Refused> {
    use VersionState::{Approved, Draft, InUse, Rejected, Submitted, Superseded};
    let (role, from, to): (Role, &[VersionState], VersionState) = match deed {
        Deed::Edit => (Role::Editor, &[Draft, Rejected], Draft),
        Deed::Submit => (Role::Editor, &[Draft], Submitted),
        Deed::TakeBack => (Role::Editor, &[Submitted], Draft),
        Deed::Approve => (Role::Approver, &[Submitted], Approved),
        Deed::Reject => (Role::Approver, &[Submitted], Rejected),
        Deed::PutInUse => (Role::Approver, &[Approved], InUse),
        Deed::RollBack => (Role::Approver, &[Superseded], InUse),
    };
    if !who.roles.contains(&role) {
        return Err(Refused::Role);
    }
    if !from.contains(&case.state) {
        return Err(Refused::State);
    }
    let own = case.authors.contains(&who.id);
    match deed {
        // Who wrote it may take it back, but a rejection is a decision about it too.
        Deed::Approve | Deed::Reject if own => return Err(Refused::OwnWork),
        Deed::Reject if !case.reason => return Err(Refused::ReasonMissing),
        Deed::Submit | Deed::Approve | Deed::PutInUse | Deed::RollBack if case.blocked => {
            return Err(Refused::Blocked);
        }
        // A version that was in use before breaks just as well, if the one in use asks for other values.
        Deed::PutInUse | Deed::RollBack if case.breaking && !case.confirmed => {
            return Err(Refused::BreakingNotConfirmed);
        }
        _ => {}
    }
    Ok(to)
}

impl VersionState {
    /// Whether it is being written or waits for approval. Of the versions of one text only one is, so that nobody approves one
    /// thing while another is being put in its place.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Submitted)
    }
}

/// Whether somebody may begin a version, or go on with a rejected one, beside the other versions of the same text.
///
/// # Errors
/// [`Refused::Role`], [`Refused::AnotherOpen`].
pub fn may_open(others: &[VersionState], who: Staff<'_>) -> Result<(), Refused> {
    if !who.roles.contains(&Role::Editor) {
        return Err(Refused::Role);
    }
    if others.iter().any(|other| other.is_open()) {
        return Err(Refused::AnotherOpen);
    }
    Ok(())
}

impl Staff<'_> {
    /// Whether they may look at the catalogue at all.
    #[must_use]
    pub fn may_look(&self) -> bool {
        self.roles.iter().any(|role| matches!(role, Role::Editor | Role::Approver))
    }

    /// Whether they may say what messages cost.
    #[must_use]
    pub fn may_set_tariff(&self) -> bool {
        self.roles.contains(&Role::Approver)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Code;

    const CASE: Case<'_> = Case {
        state: VersionState::Draft,
        authors: &["ana"],
        blocked: false,
        breaking: false,
        confirmed: false,
        reason: true,
    };
    const BOTH: &[Role] = &[Role::Editor, Role::Approver];

    #[test]
    fn nothing_comes_into_use_that_its_author_approved() {
        // Every way from a draft to use leads through an approval, and that is never the author's.
        for deed in Deed::ALL {
            for state in VersionState::ALL {
                let said = step(Case { state: *state, ..CASE }, *deed, Staff { id: "ana", roles: BOTH });
                if said == Ok(VersionState::InUse) {
                    assert!(matches!(state, VersionState::Approved | VersionState::Superseded));
                }
                assert_ne!(said, Ok(VersionState::Approved));
            }
        }
    }

    #[test]
    fn what_must_not_be_sent_is_neither_submitted_nor_used() {
        let boris = Staff { id: "boris", roles: BOTH };
        for (deed, state) in [
            (Deed::Submit, VersionState::Draft),
            (Deed::Approve, VersionState::Submitted),
            (Deed::PutInUse, VersionState::Approved),
            (Deed::RollBack, VersionState::Superseded),
        ] {
            assert_eq!(step(Case { state, blocked: true, ..CASE }, deed, boris), Err(Refused::Blocked));
            assert!(step(Case { state, ..CASE }, deed, boris).is_ok());
        }
    }

    #[test]
    fn what_breaks_is_confirmed_first() {
        let boris = Staff { id: "boris", roles: &[Role::Approver] };
        let case = Case { state: VersionState::Approved, breaking: true, ..CASE };
        assert_eq!(step(case, Deed::PutInUse, boris), Err(Refused::BreakingNotConfirmed));
        let confirmed = Case { confirmed: true, ..case };
        assert_eq!(step(confirmed, Deed::PutInUse, boris), Ok(VersionState::InUse));
    }

    #[test]
    fn an_editor_does_not_approve_and_a_patient_does_nothing() {
        let submitted = Case { state: VersionState::Submitted, ..CASE };
        let editor = Staff { id: "boris", roles: &[Role::Editor] };
        assert_eq!(step(submitted, Deed::Approve, editor), Err(Refused::Role));
        for deed in Deed::ALL {
            let patient = Staff { id: "maria", roles: &[Role::Patient] };
            assert_eq!(step(CASE, *deed, patient), Err(Refused::Role));
        }
    }

    #[test]
    fn one_version_of_a_text_is_open_at_a_time() {
        use VersionState::{Approved, Draft, InUse, Rejected, Submitted, Superseded};
        let (editor, approver) =
            (Staff { id: "ana", roles: BOTH }, Staff { id: "b", roles: &[Role::Approver] });
        assert_eq!(may_open(&[InUse, Superseded, Rejected, Approved], editor), Ok(()));
        for open in [Draft, Submitted] {
            assert_eq!(may_open(&[InUse, open], editor), Err(Refused::AnotherOpen));
        }
        assert_eq!(may_open(&[], approver), Err(Refused::Role));
    }

    #[test]
    fn staff_look_and_only_who_approves_sets_prices() {
        let of = |role| {
            let roles = [role];
            let staff = Staff { id: "ana", roles: &roles };
            (staff.may_look(), staff.may_set_tariff())
        };
        assert_eq!(
            [Role::Patient, Role::Editor, Role::Approver].map(of),
            [(false, false), (true, false), (true, true)]
        );
    }
}
