//! What can be done, and what it needs: one table, asked by [`super::allowed`] alone.

use crate::access::age::Stage;
use crate::access::scope::{Basis, Scope};
use crate::citation::{Citation, DESIGN};
use crate::coded::codes;
use crate::document::Status;

codes! {
    /// What can be done with a person's documents, or with the access to them.
    pub enum Action {
        /// Look at a document, in a list or by itself.
        Look = "look",
        /// Look at the record of health insurance.
        SeeInsurance = "see_insurance",
        /// Look at the GP with whom somebody is registered.
        SeeGp = "see_gp",
        /// Look at the record of check-ups, follow-up and immunisations.
        SeePrevention = "see_prevention",
        /// Mark a check-up as done, take a mark back, or answer an invitation to one.
        KeepPrevention = "keep_prevention",
        /// Look at the plan for TELK.
        SeePlan = "see_plan",
        /// Change the plan for TELK.
        ChangePlan = "change_plan",
        /// Send files to a document.
        SendFiles = "send_files",
        /// Report "this was not me".
        ReportNotMine = "report_not_mine",
        /// Prepare and print what contests a refusal.
        ContestRefusal = "contest_refusal",
        /// Take a document's dates into a calendar.
        ExportCalendar = "export_calendar",
        /// Receive the messages about the documents.
        ReceiveMessages = "receive_messages",
        /// See who looked and did what: oneself all of it, a proxy what they did themselves.
        SeeLog = "see_log",
        /// Hide a document from proxies, or show it again.
        Hide = "hide",
        /// Invite somebody.
        Invite = "invite",
        /// Change scopes, kinds or the last day of a grant.
        ChangeAccess = "change_access",
        /// Take a grant back.
        RevokeAccess = "revoke_access",
        /// Agree that a parent goes on acting after the age at which one decides oneself, or take that back.
        RenewAct = "renew_act",
        /// Give a grant up that one holds.
        GiveUp = "give_up",
        /// Ask for a grant to be renewed that one holds.
        AskRenewal = "ask_renewal",
    }
}

/// Who may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Oneself, and a proxy with any scope.
    AnyScope,
    /// Oneself, and a proxy with this scope.
    Scope(Scope),
    /// Oneself, and a proxy with this scope whose grant is not restricted to kinds of documents: such a grant opens
    /// those and nothing else.
    Unrestricted(Scope),
    /// Oneself alone, from this stage of life on.
    Own(Stage),
    /// A proxy alone: it is about their own access.
    Proxy,
}

/// What an action needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The action.
    pub action: Action,
    /// Who may.
    pub need: Need,
    /// The statuses of the document in which it makes sense; `None` where it does not depend on it.
    pub statuses: Option<&'static [Status]>,
    /// On what the grant may rest that it is done to; `None` where it is not about a grant.
    pub bases: Option<&'static [Basis]>,
    /// Where the rule comes from.
    pub source: Citation,
}

/// Files are of use until the fund has decided: the statuses in which [`crate::attachment::accepting`] takes them.
const UNDECIDED: &[Status] = &[Status::Registered, Status::DocsRequired, Status::DocsReceived];
/// What a person gave, a person takes back; what follows from parenthood or a court's decision is not theirs to end.
const GIVEN: &[Basis] = &[Basis::Mandate];
/// Access that a person did not give themselves.
const NOT_GIVEN: &[Basis] = &[Basis::Parent, Basis::Guardian];

/// The table.
pub const RULES: [Rule; 20] = [
    on_document(Action::Look, Need::Scope(Scope::Look), None),
    on_document(Action::SeeInsurance, Need::Unrestricted(Scope::Look), None),
    on_document(Action::SeeGp, Need::Unrestricted(Scope::Look), None),
    on_document(Action::SeePrevention, Need::Unrestricted(Scope::Look), None),
    on_document(Action::KeepPrevention, Need::Unrestricted(Scope::Act), None),
    on_document(Action::SeePlan, Need::Unrestricted(Scope::Look), None),
    on_document(Action::ChangePlan, Need::Unrestricted(Scope::Act), None),
    on_document(Action::SendFiles, Need::Scope(Scope::Act), Some(UNDECIDED)),
    on_document(Action::ReportNotMine, Need::Scope(Scope::Act), None),
    on_document(Action::ContestRefusal, Need::Scope(Scope::Act), Some(&[Status::Refused])),
    on_document(Action::ExportCalendar, Need::Scope(Scope::Look), None),
    on_document(Action::ReceiveMessages, Need::Scope(Scope::Receive), None),
    on_document(Action::SeeLog, Need::AnyScope, None),
    on_document(Action::Hide, Need::Own(Stage::OwnDecisions), None),
    on_document(Action::Invite, Need::Own(Stage::Adult), None),
    on_grant(Action::ChangeAccess, Need::Own(Stage::Adult), GIVEN),
    on_grant(Action::RevokeAccess, Need::Own(Stage::Adult), GIVEN),
    on_grant(Action::RenewAct, Need::Own(Stage::OwnDecisions), NOT_GIVEN),
    on_grant(Action::GiveUp, Need::Proxy, GIVEN),
    on_grant(Action::AskRenewal, Need::Proxy, &[Basis::Parent, Basis::Guardian, Basis::Mandate]),
];

const fn on_document(action: Action, need: Need, statuses: Option<&'static [Status]>) -> Rule {
    Rule { action, need, statuses, bases: None, source: DESIGN }
}

const fn on_grant(action: Action, need: Need, bases: &'static [Basis]) -> Rule {
    Rule { action, need, statuses: None, bases: Some(bases), source: DESIGN }
}

/// The row of an action.
#[must_use]
pub fn rule(action: Action) -> &'static Rule {
    // The rows stand in the order of the list; a test of this file holds them to it.
    &RULES[action as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Code as _;

    #[test]
    fn every_action_has_its_own_row_with_a_source() {
        assert_eq!(RULES.len(), Action::ALL.len());
        for action in Action::ALL {
            assert_eq!(rule(*action).action, *action);
            assert!(rule(*action).source.is_complete(), "{action:?}");
        }
    }

    #[test]
    fn who_may_send_files_and_what_takes_them_is_told_alike() {
        let taking = crate::attachment::ACCEPTING.iter().filter(|(_, says)| says.is_ok());
        assert_eq!(taking.map(|(status, _)| *status).collect::<Vec<_>>(), UNDECIDED);
    }
}
