//! Which events of documents are told, and why the others are not.

use crate::access::What;
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
        /// Only the record of it arrives, after what came later: it is not so any more.
        LateRecord = "late_record",
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

/// What is told of an event whose record arrives; `late` if the document stands elsewhere by then, so that it would tell
/// what is not so any more.
///
/// # Errors
/// Why it is told by no message.
pub const fn news(event: EventKind, late: bool) -> Result<Subject, Silence> {
    match announced(event) {
        Ok(_) if late => Err(Silence::LateRecord),
        said => said,
    }
}

/// What is told ahead of what time will do to a grant, both sides alike; `None` of what changes no access, and of a code.
#[must_use]
pub const fn access_ahead(what: What) -> Option<Subject> {
    match what {
        What::Expires => Some(Subject::AccessEndsSoon),
        What::Narrows | What::EndsByAge => Some(Subject::AgeAhead),
        What::OwnSignIn | What::CodeCloses => None,
    }
}

/// What is told when time has done it.
#[must_use]
pub const fn access_changed(what: What) -> Option<Subject> {
    match what {
        What::Expires | What::EndsByAge => Some(Subject::AccessRevoked),
        What::Narrows => Some(Subject::AccessChanged),
        What::OwnSignIn | What::CodeCloses => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_that_arrives_late_tells_nothing() {
        assert_eq!(news(EventKind::ProtocolApproved, false), Ok(Subject::ProtocolApproved));
        assert_eq!(news(EventKind::ProtocolApproved, true), Err(Silence::LateRecord));
        assert_eq!(news(EventKind::RecordMade, true), Err(Silence::HealthRecord));
    }

    #[test]
    fn what_is_told_ahead_is_told_when_it_comes() {
        for what in [What::OwnSignIn, What::Narrows, What::EndsByAge, What::Expires, What::CodeCloses] {
            assert_eq!(access_ahead(what).is_some(), access_changed(what).is_some(), "{what:?}");
        }
    }
}
