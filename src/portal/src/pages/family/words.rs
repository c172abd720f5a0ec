//! From the closed enums of access to words. Codes that this build does not know are shown as they came.

use chrono::NaiveDate;
use contract::access::Grant;
use domain::access::age::thresholds;
use domain::access::{Basis, Deed, NarrowedBy, Refusal, Scope, Scopes, Side, Stage, StateCode, What};
use domain::coded::Coded;
use domain::document::Kind;
use domain::insurance::System;

use super::holding::{last_day, left, scopes};
use crate::i18n::Msg;
use crate::i18n::texts::family as f;
use crate::i18n::texts::log as lo;
use crate::i18n::texts::standing as st;
use crate::words;

/// On which side of a grant the reader stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// It is about the reader's own documents.
    Given,
    /// The reader was let in.
    Held,
}

/// What the reader may do.
pub fn you_may(scopes: Scopes) -> Msg {
    match (scopes.has(Scope::Look), scopes.has(Scope::Act), scopes.has(Scope::Receive)) {
        (_, true, true) => f::may_you_all(),
        (_, true, false) => f::may_you_act(),
        (true, false, true) => f::may_you_look_receive(),
        (true, false, false) => f::may_you_look(),
        (false, false, true) => f::may_you_receive(),
        (false, false, false) => f::may_you_none(),
    }
}

/// What somebody else may do.
pub fn they_may(scopes: Scopes) -> Msg {
    match (scopes.has(Scope::Look), scopes.has(Scope::Act), scopes.has(Scope::Receive)) {
        (_, true, true) => f::may_they_all(),
        (_, true, false) => f::may_they_act(),
        (true, false, true) => f::may_they_look_receive(),
        (true, false, false) => f::may_they_look(),
        (false, false, true) => f::may_they_receive(),
        (false, false, false) => f::may_they_none(),
    }
}

/// What is allowed by scopes, to the reader or to somebody else.
pub fn may(seen: Seen, scopes: Scopes) -> Msg {
    match seen {
        Seen::Given => they_may(scopes),
        Seen::Held => you_may(scopes),
    }
}

/// What is allowed, with the last day of it.
pub fn may_until(may: Msg, last: Option<NaiveDate>) -> Msg {
    match last {
        Some(day) => f::may_until(day, may),
        None => f::may_open(may),
    }
}

/// What a grant allows today, with its last day.
pub fn reach(seen: Seen, grant: &Grant) -> Msg {
    may_until(may(seen, left(grant)), last_day(grant))
}

/// Scopes that this build does not know.
pub fn unknown_scopes(wire: &[Coded<Scope>]) -> Vec<Msg> {
    let codes = wire.iter().filter_map(|scope| match scope {
        Coded::Known(_) => None,
        Coded::Unknown(code) => Some(code.as_str()),
    });
    codes.map(f::scope_unknown).collect()
}

/// Kinds of documents by name, or all of them.
pub fn kinds(wire: Option<&[Coded<Kind>]>) -> Msg {
    named_kinds(wire).map_or_else(f::kinds_all, f::kinds_only)
}

/// The names of the kinds that something is restricted to; `None` where it is not.
pub fn named_kinds(wire: Option<&[Coded<Kind>]>) -> Option<Msg> {
    let names: Vec<Msg> = wire?.iter().map(words::kind).collect();
    listed(names)
}

/// Names one after the other.
fn listed(mut names: Vec<Msg>) -> Option<Msg> {
    let last = names.pop()?;
    let before = names.into_iter().reduce(f::list_comma);
    Some(match before {
        Some(before) => f::list_and(before, last),
        None => last,
    })
}

/// On what access rests.
pub fn basis(basis: &Coded<Basis>) -> Msg {
    match basis {
        Coded::Known(Basis::Parent) => f::basis_parent(),
        Coded::Known(Basis::Guardian) => f::basis_guardian(),
        Coded::Known(Basis::Mandate) => f::basis_mandate(),
        Coded::Unknown(code) => f::basis_unknown(code.as_str()),
    }
}

/// What a grant is now.
pub fn state(seen: Seen, grant: &Grant) -> Msg {
    let Coded::Known(state) = grant.state else { return st::state_unknown(grant.state.code()) };
    match state {
        StateCode::Active => st::state_active(),
        StateCode::Invited => st::state_invited(),
        StateCode::Expired => st::state_expired(),
        StateCode::Declined => st::state_declined(),
        StateCode::EndedByAge => st::state_ended_by_age(),
        StateCode::Revoked => match (seen, grant.revoked_by.as_ref().and_then(Coded::known)) {
            (Seen::Given, Some(Side::Giver)) | (Seen::Held, Some(Side::Receiver)) => st::state_revoked_you(),
            (_, Some(_)) => st::state_revoked_other(grant.other.as_str()),
            (_, None) => st::state_revoked(),
        },
    }
}

/// What time will do to a grant, with the words for when.
pub fn change(seen: Seen, what: &Coded<What>, name: &str, when: Msg) -> Msg {
    let Coded::Known(what) = what else { return st::change_unknown(what.code(), when) };
    match (what, seen) {
        (What::OwnSignIn, Seen::Held) => st::change_own_sign_in_held(name, when),
        (What::OwnSignIn, Seen::Given) => st::change_own_sign_in_given(name, when),
        (What::Narrows, Seen::Held) => st::change_narrows_held(name, when),
        (What::Narrows, Seen::Given) => st::change_narrows_given(name, when),
        (What::EndsByAge, Seen::Held) => st::change_ends_by_age_held(name, when),
        (What::EndsByAge, Seen::Given) => st::change_ends_by_age_given(name, when),
        (What::Expires, Seen::Held) => st::change_expires_held(name, when),
        (What::Expires, Seen::Given) => st::change_expires_given(name, when),
        (What::CodeCloses, _) => st::change_code_closes(when),
    }
}

/// Why a grant reaches less far than it was given; `None` where it reaches as far.
pub fn narrowed(seen: Seen, grant: &Grant) -> Option<Msg> {
    let narrowed = grant.narrowed.as_ref()?;
    let may = may(seen, scopes(&narrowed.scopes));
    Some(match (&narrowed.why, seen) {
        (Coded::Known(NarrowedBy::Age), Seen::Held) => st::narrowed_held(may, grant.other.as_str()),
        (Coded::Known(NarrowedBy::Age), Seen::Given) => st::narrowed_given(may, grant.other.as_str()),
        (Coded::Unknown(code), _) => st::narrowed_unknown(code.as_str(), may),
    })
}

/// The age at which a stage begins. Only Bulgaria's table has the stages between; adults are adults at one age everywhere.
pub fn age_of(stage: Stage) -> usize {
    let threshold = thresholds(Some(System::Bulgaria)).iter().find(|threshold| threshold.stage == stage);
    threshold.map_or(0, |threshold| threshold.age as usize)
}

/// Why something may not be done.
pub fn refusal(refusal: Refusal) -> Msg {
    match refusal {
        Refusal::NotOwn => f::refusal_not_own(),
        Refusal::NotProxy => f::refusal_not_proxy(),
        Refusal::TooYoung(Stage::Child | Stage::OwnSignIn) => f::refusal_young_sign_in(),
        Refusal::TooYoung(stage @ Stage::OwnDecisions) => f::refusal_young_decisions(age_of(stage)),
        Refusal::TooYoung(stage @ Stage::Adult) => f::refusal_young_adult(age_of(stage)),
        Refusal::ScopeMissing(Scope::Look) => f::refusal_scope_look(),
        Refusal::ScopeMissing(Scope::Act) => f::refusal_scope_act(),
        Refusal::ScopeMissing(Scope::Receive) => f::refusal_scope_receive(),
        Refusal::KindNotCovered => f::refusal_kind_not_covered(),
        Refusal::Hidden => f::refusal_hidden(),
        Refusal::StatusForbids => f::refusal_status_forbids(),
        Refusal::BasisForbids => f::refusal_basis_forbids(),
        Refusal::NotAccepted => f::refusal_not_accepted(),
        Refusal::Expired => f::refusal_expired(),
        Refusal::Revoked => f::refusal_revoked(),
        Refusal::EndedByAge => f::refusal_ended_by_age(),
    }
}

/// What somebody did, as the title of an entry of the log.
pub fn deed(deed: &Coded<Deed>) -> Msg {
    let Coded::Known(deed) = deed else { return lo::deed_unknown(deed.code()) };
    match deed {
        Deed::LookedAtList => lo::deed_looked_at_list(),
        Deed::Searched => lo::deed_searched(),
        Deed::OpenedDocument => lo::deed_opened_document(),
        Deed::LookedAtInsurance => lo::deed_looked_at_insurance(),
        Deed::LookedAtGp => lo::deed_looked_at_gp(),
        Deed::LookedAtPrevention => lo::deed_looked_at_prevention(),
        Deed::MarkedCheckUp => lo::deed_marked_check_up(),
        Deed::TookMarkBack => lo::deed_took_mark_back(),
        Deed::AnsweredInvitation => lo::deed_answered_invitation(),
        Deed::LookedAtPlan => lo::deed_looked_at_plan(),
        Deed::ChangedPlan => lo::deed_changed_plan(),
        Deed::SentFile => lo::deed_sent_file(),
        Deed::DownloadedFile => lo::deed_downloaded_file(),
        Deed::Reported => lo::deed_reported(),
        Deed::Hid => lo::deed_hid(),
        Deed::ShowedAgain => lo::deed_showed_again(),
        Deed::Invited => lo::deed_invited(),
        Deed::WithdrewInvitation => lo::deed_withdrew_invitation(),
        Deed::Accepted => lo::deed_accepted(),
        Deed::Declined => lo::deed_declined(),
        Deed::ChangedAccess => lo::deed_changed_access(),
        Deed::Revoked => lo::deed_revoked(),
        Deed::GaveUp => lo::deed_gave_up(),
        Deed::AskedRenewal => lo::deed_asked_renewal(),
        Deed::LookedAtLog => lo::deed_looked_at_log(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_act_is_never_said_to_look_only() {
        let act = Scopes::NONE.with(Scope::Act);
        assert_eq!(you_may(act), f::may_you_act());
        assert_eq!(they_may(act.with(Scope::Receive)), f::may_they_all());
        assert_eq!(they_may(act.without(Scope::Look)), f::may_they_none());
    }

    #[test]
    fn kinds_are_listed_with_the_last_one_apart_and_unknown_ones_by_their_code() {
        let known = [Kind::MedicineProtocol, Kind::DeviceApplication].map(Coded::Known);
        let mut wire = known.to_vec();
        wire.push(Coded::Unknown("moon_permit".to_owned()));
        let [first, second, third] = [&wire[0], &wire[1], &wire[2]].map(words::kind);
        assert_eq!(named_kinds(Some(&wire)), Some(f::list_and(f::list_comma(first.clone(), second), third)));
        assert_eq!(named_kinds(Some(&wire[..1])), Some(first));
        assert_eq!(kinds(None), f::kinds_all());
    }

    #[test]
    fn the_ages_are_those_of_the_rules() {
        assert_eq!([Stage::OwnSignIn, Stage::OwnDecisions, Stage::Adult].map(age_of), [14, 16, 18]);
    }
}
