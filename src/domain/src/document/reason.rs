//! Why a document moved, as a code, what that means for the patient, and whom to ask. The fund's own words travel beside it.

use crate::citation::{Citation, DESIGN};
use crate::coded::{Coded, codes};
use crate::document::family::Family;
use crate::document::kind::Kind;
use crate::document::status::Status;

codes! {
    /// Reasons the portal can put into plain words.
    ///
    /// The fund publishes no list of codes ([`SOURCE`]): a reason outside this list is shown in the fund's words.
    pub enum Reason {
        /// A document is missing from the file.
        DocumentMissing = "document_missing",
        /// A document was filled in wrongly or cannot be read.
        DocumentFaulty = "document_faulty",
        /// The conditions for this treatment or device are not met.
        CriteriaNotMet = "criteria_not_met",
        /// The right to care paid by the fund was interrupted.
        InsuranceInterrupted = "insurance_interrupted",
        /// The same was already approved in another document.
        Duplicate = "duplicate",
        /// It was registered by mistake.
        EnteredInError = "entered_in_error",
        /// The treatment was changed or ended.
        TreatmentChanged = "treatment_changed",
        /// New information made the fund look again.
        Reopened = "reopened",
        /// Validity was extended for everybody.
        ExtendedForAll = "extended_for_all",
        /// The validity ran out.
        ValidityOver = "validity_over",
    }
}

/// The source of the list, and of what is made of it: a design decision.
pub const SOURCE: Citation = DESIGN;

codes! {
    /// What can be done about a reason.
    pub enum Remedy {
        /// Hand in what is missing; a new application may be needed.
        HandIn = "hand_in",
        /// Have it written again, correctly.
        Correct = "correct",
        /// Show that the conditions are met, or talk about another treatment.
        ShowConditions = "show_conditions",
        /// Pay or clear up what is owed, so that the rights come back.
        RestoreRights = "restore_rights",
        /// Use the other document.
        UseOther = "use_other",
        /// Ask for a new one if it is still needed.
        AskForNew = "ask_for_new",
        /// Nothing: it is done, or it goes on by itself.
        Nothing = "nothing",
    }
}

codes! {
    /// Whom to ask.
    pub enum Ask {
        /// The regional office of the fund (РЗОК) of one's residence.
        RegionalFund = "regional_fund",
        /// The doctor, or the commission, that made the document.
        Doctor = "doctor",
        /// The practice that was asked.
        Practice = "practice",
        /// The commission on lasting incapacity (ТЕЛК), or its register (РКМЕ).
        Telk = "telk",
        /// The pharmacy.
        Pharmacy = "pharmacy",
        /// The revenue agency (НАП), for contributions.
        RevenueAgency = "revenue_agency",
        /// The institute that pays for sick leave (НОИ).
        SocialInsurance = "social_insurance",
    }
}

/// A reason, what can be done, and whom to ask first; `None` for whoever answers for the document.
struct Row {
    reason: Reason,
    remedy: Remedy,
    ask: Option<Ask>,
}

const fn row(reason: Reason, remedy: Remedy, ask: Option<Ask>) -> Row {
    Row { reason, remedy, ask }
}

/// In the order of the list; all of it is [`SOURCE`].
static ROWS: [Row; 10] = [
    row(Reason::DocumentMissing, Remedy::HandIn, Some(Ask::Doctor)),
    row(Reason::DocumentFaulty, Remedy::Correct, Some(Ask::Doctor)),
    row(Reason::CriteriaNotMet, Remedy::ShowConditions, Some(Ask::Doctor)),
    row(Reason::InsuranceInterrupted, Remedy::RestoreRights, Some(Ask::RevenueAgency)),
    row(Reason::Duplicate, Remedy::UseOther, None),
    row(Reason::EnteredInError, Remedy::AskForNew, None),
    row(Reason::TreatmentChanged, Remedy::AskForNew, Some(Ask::Doctor)),
    row(Reason::Reopened, Remedy::Nothing, None),
    row(Reason::ExtendedForAll, Remedy::Nothing, None),
    row(Reason::ValidityOver, Remedy::AskForNew, Some(Ask::Doctor)),
];

// A table out of order does not compile.
const _: () = {
    let mut at = 0;
    while at < ROWS.len() {
        assert!(ROWS[at].reason as usize == at);
        at += 1;
    }
};

/// What a reason means for the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advice {
    /// What can be done; `None` for a reason that this build does not know, or none at all.
    pub remedy: Option<Remedy>,
    /// Whom to ask first.
    pub first: Ask,
    /// Whom to ask how and until when it can be contested, if that is somebody else.
    pub contest: Option<Ask>,
}

/// Who answers for a document of this kind. Of a kind that this build does not know, the regional fund.
#[must_use]
pub fn answers_for(kind: &Coded<Kind>) -> Ask {
    match kind.known().map_or(Family::Any, Kind::family) {
        Family::Protocol | Family::Aid | Family::Any => Ask::RegionalFund,
        Family::TelkProtocol | Family::TelkDecision => Ask::Telk,
        Family::Lkk | Family::Referral | Family::Record => Ask::Doctor,
        Family::Prescription => Ask::Pharmacy,
        Family::SickSheet => Ask::SocialInsurance,
        Family::Practice => Ask::Practice,
    }
}

/// What a reason means on a document of this kind.
#[must_use]
pub fn advice(kind: &Coded<Kind>, reason: Option<&Coded<Reason>>) -> Advice {
    let decides = answers_for(kind);
    let known = reason.and_then(Coded::known).map(|reason| &ROWS[reason as usize]);
    let first = known.and_then(|row| row.ask).unwrap_or(decides);
    Advice { remedy: known.map(|row| row.remedy), first, contest: (first != decides).then_some(decides) }
}

/// What can be done about a refusal; `None` for a document that stands anywhere else.
#[must_use]
pub fn after_refusal(
    kind: &Coded<Kind>,
    status: &Coded<Status>,
    reason: Option<&Coded<Reason>>,
) -> Option<Advice> {
    (*status == Coded::Known(Status::Refused)).then(|| advice(kind, reason))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Code;

    #[test]
    fn only_a_refusal_has_something_to_be_done_about_it() {
        let kind = Coded::Known(Kind::MedicineProtocol);
        let reason = Coded::Known(Reason::InsuranceInterrupted);
        let told = after_refusal(&kind, &Coded::Known(Status::Refused), Some(&reason));
        assert_eq!(told, Some(advice(&kind, Some(&reason))));
        assert_eq!(after_refusal(&kind, &Coded::Known(Status::Terminated), Some(&reason)), None);
        assert_eq!(after_refusal(&kind, &Status::from_code("on_hold"), Some(&reason)), None);
    }

    #[test]
    fn a_reason_nobody_knows_is_asked_of_who_answers_for_the_document() {
        let unknown = Reason::from_code("under_audit");
        for (kind, ask) in [
            ("medicine_protocol", Ask::RegionalFund),
            ("practice_document", Ask::Practice),
            ("telk_decision", Ask::Telk),
            ("holiday_voucher", Ask::RegionalFund),
        ] {
            let advice = advice(&Kind::from_code(kind), Some(&unknown));
            assert_eq!(advice, Advice { remedy: None, first: ask, contest: None });
        }
    }

    #[test]
    fn unmet_conditions_are_first_talked_over_with_the_doctor_and_contested_at_the_fund() {
        let told = advice(&Coded::Known(Kind::MedicineProtocol), Some(&Coded::Known(Reason::CriteriaNotMet)));
        assert_eq!((told.first, told.contest), (Ask::Doctor, Some(Ask::RegionalFund)));
        assert_eq!(told.remedy, Some(Remedy::ShowConditions));
    }
}
