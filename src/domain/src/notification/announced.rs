//! Which events of documents are told, and why the others are not.

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;
use crate::document::EventKind;
use crate::notification::sender::FUND_ONLY_STATUS;
use crate::notification::subject::Subject;

codes! {
    /// Why an event of a document is told by no message. It stands in the portal all the same.
    pub enum Silence {
        /// The fund names such documents, but lists no event of them.
        FundListsNone = "fund_lists_none",
        /// It happened while the patient, or who came for them, was there.
        InPresence = "in_presence",
        /// It goes from one office to another; there is nothing to do.
        BetweenOffices = "between_offices",
        /// None of the four senders may tell: whoever decides sends nothing through the portal.
        NoSender = "no_sender",
        /// Of the health record: that there is something new in it tells of health already.
        HealthRecord = "health_record",
    }
}

impl Silence {
    /// Who says so.
    #[must_use]
    pub const fn source(self) -> Citation {
        match self {
            Self::FundListsNone => FUND_ONLY_STATUS,
            _ => DESIGN,
        }
    }
}

/// What is told of an event.
///
/// ```
/// use domain::document::EventKind;
/// use domain::notification::{Silence, Subject, announced};
/// assert_eq!(announced(EventKind::ProtocolApproved), Ok(Subject::ProtocolApproved));
/// assert_eq!(announced(EventKind::RecordMade), Err(Silence::HealthRecord));
/// ```
///
/// # Errors
/// Why it is told by no message.
pub const fn announced(event: EventKind) -> Result<Subject, Silence> {
    use EventKind as E;
    use Subject as S;
    Ok(match event {
        E::ProtocolRegistered => S::ProtocolRegistered,
        E::ProtocolDocsRequired => S::ProtocolDocsRequired,
        E::ProtocolDocsReceived => S::ProtocolDocsReceived,
        E::ProtocolApproved => S::ProtocolApproved,
        E::ProtocolRefused => S::ProtocolRefused,
        E::ProtocolAnnulled => S::ProtocolAnnulled,
        E::ProtocolTerminated => S::ProtocolTerminated,
        E::ProtocolExpired => S::ProtocolExpired,
        E::AidApplicationReceived => S::AidApplicationReceived,
        E::AidRepairReceived => S::AidRepairReceived,
        E::AidApproved => S::AidApproved,
        E::AidRefused => S::AidRefused,
        E::AidAnnulled => S::AidAnnulled,
        E::AidExpiryReminder => S::AidExpiryReminder,
        E::Extended => S::Extended,
        // The practice made the protocol, and the commission reaches the patient through it.
        E::TelkHearingSet | E::TelkDocsRequired => S::TelkDate,
        E::PracticeReady => S::DocumentReady,
        E::PracticeDocsRequired => S::DocumentNeedsMore,
        E::PracticeRefused => S::DocumentRefused,
        E::LkkIssued | E::LkkSent | E::LkkUsed | E::LkkExpired | E::LkkAnnulled => {
            return Err(Silence::FundListsNone);
        }
        E::TelkProtocolIssued
        | E::ReferralIssued
        | E::ReferralUsed
        | E::PrescriptionIssued
        | E::PrescriptionPartly
        | E::PrescriptionDispensed
        | E::SickSheetIssued
        | E::PracticeRequested
        | E::PracticeHandedOver => return Err(Silence::InPresence),
        E::TelkProtocolSent
        | E::TelkDocsReceived
        | E::ReferralClosed
        | E::SickSheetSent
        | E::SickSheetClosed
        | E::PracticeDocsReceived
        | E::PracticeBegun => return Err(Silence::BetweenOffices),
        E::TelkDecided
        | E::TelkProtocolAnnulled
        | E::TelkDecisionIssued
        | E::TelkDecisionContested
        | E::TelkDecisionInForce
        | E::TelkDecisionExpired
        | E::TelkDecisionAnnulled
        | E::ReferralExpired
        | E::ReferralAnnulled
        | E::PrescriptionExpired
        | E::PrescriptionAnnulled
        | E::SickSheetAnnulled => return Err(Silence::NoSender),
        E::RecordMade | E::RecordCorrected => return Err(Silence::HealthRecord),
    })
}
