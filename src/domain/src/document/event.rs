//! What can happen to a document: the fund's fourteen events, "extended by the fund", and what happens to the rest.

use crate::citation::{Citation, DESIGN, EXTENSION_PRECEDENT, STATUS_NOTICE};
use crate::coded::codes;
use crate::document::family::Family;
use crate::document::status::Status;

/// What is known of an event.
struct Row {
    family: Family,
    leads_to: Option<Status>,
    source: Citation,
}

/// The list of events and what is known of each, in one table.
macro_rules! events {
    ($($(#[$doc:meta])* $member:ident = $code:literal, $family:ident, $to:expr, $source:expr;)+) => {
        codes! {
            /// The events. Those of the fund's notice stand in its order, which is none in time.
            pub enum EventKind { $($(#[$doc])* $member = $code,)+ }
        }

        static ROWS: &[Row] =
            &[$(Row { family: Family::$family, leads_to: $to, source: $source },)+];
    };
}

use Status as S;

events! {
    /// "Регистриране на нов протокол"
    ProtocolRegistered = "protocol.registered", Protocol, Some(S::Registered), STATUS_NOTICE;
    /// "Необходимост от допълнителни документи"
    ProtocolDocsRequired = "protocol.docs_required", Protocol, Some(S::DocsRequired), STATUS_NOTICE;
    /// "Получаване на допълнителните документи"
    ProtocolDocsReceived = "protocol.docs_received", Protocol, Some(S::DocsReceived), STATUS_NOTICE;
    /// "Одобрение"
    ProtocolApproved = "protocol.approved", Protocol, Some(S::Approved), STATUS_NOTICE;
    /// "Отказ"
    ProtocolRefused = "protocol.refused", Protocol, Some(S::Refused), STATUS_NOTICE;
    /// "Анулиране"
    ProtocolAnnulled = "protocol.annulled", Protocol, Some(S::Annulled), STATUS_NOTICE;
    /// "Прекратяване"
    ProtocolTerminated = "protocol.terminated", Protocol, Some(S::Terminated), STATUS_NOTICE;
    /// "Изтичане срока на протокола"
    ProtocolExpired = "protocol.expired", Protocol, Some(S::Expired), STATUS_NOTICE;
    /// "Постъпване на заявление за ПСПСМИ"
    AidApplicationReceived = "aid.application_received", Aid, Some(S::Registered), STATUS_NOTICE;
    /// "Постъпване на заявление за ремонт"
    AidRepairReceived = "aid.repair_received", Aid, Some(S::Registered), STATUS_NOTICE;
    /// "Одобрение"
    AidApproved = "aid.approved", Aid, Some(S::Approved), STATUS_NOTICE;
    /// "Отказ"
    AidRefused = "aid.refused", Aid, Some(S::Refused), STATUS_NOTICE;
    /// "Анулиране"
    AidAnnulled = "aid.annulled", Aid, Some(S::Annulled), STATUS_NOTICE;
    /// "Напомняне при изтичане на срока". A reminder changes nothing.
    AidExpiryReminder = "aid.expiry_reminder", Aid, None, STATUS_NOTICE;
    /// Validity extended by the fund, as happened for everybody in 2020 and 2021. It makes an expired document usable
    /// again, and leaves any other as it is: so what it leads to is data on the event itself.
    Extended = "document.extended", Any, None, EXTENSION_PRECEDENT;

    /// The commission issued its protocol.
    LkkIssued = "lkk.issued", Lkk, Some(S::Issued), DESIGN;
    /// It was sent to the fund.
    LkkSent = "lkk.sent", Lkk, Some(S::Sent), DESIGN;
    /// An application was made on it.
    LkkUsed = "lkk.used", Lkk, Some(S::Used), DESIGN;
    /// Its time is over.
    LkkExpired = "lkk.expired", Lkk, Some(S::Expired), DESIGN;
    /// It was annulled.
    LkkAnnulled = "lkk.annulled", Lkk, Some(S::Annulled), DESIGN;

    /// The doctor made the protocol for TELK.
    TelkProtocolIssued = "telk_protocol.issued", TelkProtocol, Some(S::Issued), DESIGN;
    /// It was sent to TELK.
    TelkProtocolSent = "telk_protocol.sent", TelkProtocol, Some(S::Sent), DESIGN;
    /// TELK asks for documents or tests.
    TelkDocsRequired = "telk_protocol.docs_required", TelkProtocol, Some(S::DocsRequired), DESIGN;
    /// They have arrived.
    TelkDocsReceived = "telk_protocol.docs_received", TelkProtocol, Some(S::DocsReceived), DESIGN;
    /// TELK has said when it sits.
    TelkHearingSet = "telk_protocol.hearing_set", TelkProtocol, Some(S::Scheduled), DESIGN;
    /// TELK has decided; the decision is a document of its own.
    TelkDecided = "telk_protocol.decided", TelkProtocol, Some(S::Closed), DESIGN;
    /// It was annulled.
    TelkProtocolAnnulled = "telk_protocol.annulled", TelkProtocol, Some(S::Annulled), DESIGN;

    /// The decision was issued.
    TelkDecisionIssued = "telk_decision.issued", TelkDecision, Some(S::Issued), DESIGN;
    /// Somebody contests it.
    TelkDecisionContested = "telk_decision.contested", TelkDecision, Some(S::Contested), DESIGN;
    /// It came into force: nobody contested it, or it was confirmed.
    TelkDecisionInForce = "telk_decision.in_force", TelkDecision, Some(S::InForce), DESIGN;
    /// Its term is over.
    TelkDecisionExpired = "telk_decision.expired", TelkDecision, Some(S::Expired), DESIGN;
    /// It was set aside.
    TelkDecisionAnnulled = "telk_decision.annulled", TelkDecision, Some(S::Annulled), DESIGN;

    /// A doctor issued it.
    ReferralIssued = "referral.issued", Referral, Some(S::Issued), DESIGN;
    /// It was used.
    ReferralUsed = "referral.used", Referral, Some(S::Used), DESIGN;
    /// What it was for is done.
    ReferralClosed = "referral.closed", Referral, Some(S::Closed), DESIGN;
    /// Its time is over.
    ReferralExpired = "referral.expired", Referral, Some(S::Expired), DESIGN;
    /// It was annulled.
    ReferralAnnulled = "referral.annulled", Referral, Some(S::Annulled), DESIGN;

    /// A doctor issued it.
    PrescriptionIssued = "prescription.issued", Prescription, Some(S::Issued), DESIGN;
    /// A pharmacy dispensed a part.
    PrescriptionPartly = "prescription.partly_dispensed", Prescription, Some(S::PartlyDispensed), DESIGN;
    /// A pharmacy dispensed all of it, or the rest.
    PrescriptionDispensed = "prescription.dispensed", Prescription, Some(S::Dispensed), DESIGN;
    /// Its time is over.
    PrescriptionExpired = "prescription.expired", Prescription, Some(S::Expired), DESIGN;
    /// It was annulled.
    PrescriptionAnnulled = "prescription.annulled", Prescription, Some(S::Annulled), DESIGN;

    /// A doctor or a commission issued it.
    SickSheetIssued = "sick_sheet.issued", SickSheet, Some(S::Issued), DESIGN;
    /// It was sent to the employer and to the institute that pays.
    SickSheetSent = "sick_sheet.sent", SickSheet, Some(S::Sent), DESIGN;
    /// The leave is over and settled.
    SickSheetClosed = "sick_sheet.closed", SickSheet, Some(S::Closed), DESIGN;
    /// It was annulled.
    SickSheetAnnulled = "sick_sheet.annulled", SickSheet, Some(S::Annulled), DESIGN;

    /// The document was asked for.
    PracticeRequested = "practice.requested", Practice, Some(S::Requested), DESIGN;
    /// The practice needs facts or documents for it.
    PracticeDocsRequired = "practice.docs_required", Practice, Some(S::DocsRequired), DESIGN;
    /// They have arrived.
    PracticeDocsReceived = "practice.docs_received", Practice, Some(S::DocsReceived), DESIGN;
    /// The practice has begun.
    PracticeBegun = "practice.in_work", Practice, Some(S::InWork), DESIGN;
    /// It lies ready.
    PracticeReady = "practice.ready", Practice, Some(S::Ready), DESIGN;
    /// The patient has it.
    PracticeHandedOver = "practice.handed_over", Practice, Some(S::HandedOver), DESIGN;
    /// The practice does not issue it.
    PracticeRefused = "practice.refused", Practice, Some(S::Refused), DESIGN;

    /// It was recorded.
    RecordMade = "record.recorded", Record, Some(S::Recorded), DESIGN;
    /// It was recorded again, with a correction.
    RecordCorrected = "record.corrected", Record, Some(S::Corrected), DESIGN;
}

impl EventKind {
    fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// The list the event stands in.
    #[must_use]
    pub fn family(self) -> Family {
        self.row().family
    }

    /// The status the event leads to; `None` when it leaves the status as it is.
    #[must_use]
    pub fn leads_to(self) -> Option<Status> {
        self.row().leads_to
    }

    /// Where the event is published.
    #[must_use]
    pub fn citation(self) -> Citation {
        self.row().source
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Code;

    #[test]
    fn the_notice_lists_eight_events_of_protocols_and_six_of_devices() {
        let count = |family| EventKind::ALL.iter().filter(|event| event.family() == family).count();
        assert_eq!((count(Family::Protocol), count(Family::Aid), count(Family::Any)), (8, 6, 1));
        let listed = EventKind::ALL.iter().filter(|event| event.citation() == STATUS_NOTICE).count();
        assert_eq!(listed, 14);
    }

    #[test]
    fn every_event_leads_to_a_place_on_the_way_of_its_family() {
        for event in EventKind::ALL {
            assert!(event.code().contains('.'));
            let (Some(to), Some(flow)) = (event.leads_to(), event.family().flow()) else { continue };
            assert!(flow.step_of(to).is_some(), "{event:?}");
        }
    }

    #[test]
    fn every_status_of_a_way_is_reached_by_an_event_of_its_family() {
        for family in
            EventKind::ALL.iter().map(|event| event.family()).filter(|family| *family != Family::Any)
        {
            let reached = |status: &Status| {
                EventKind::ALL
                    .iter()
                    .any(|event| event.family() == family && event.leads_to() == Some(*status))
            };
            // The fund lists no second reminder and no further documents for devices; its two lists share one way.
            if family != Family::Aid {
                let statuses = family.flow().map_or(&[][..], |flow| flow.steps);
                assert!(statuses.iter().flat_map(|(_, statuses)| *statuses).all(reached), "{family:?}");
            }
        }
    }
}
