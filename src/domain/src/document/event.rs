//! What can happen to a document: the fund's fourteen events, and "extended by the fund".

use crate::citation::{Citation, EXTENSION_PRECEDENT, STATUS_NOTICE};
use crate::coded::codes;
use crate::document::status::Status;

/// Which of the notice's two lists an event stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Protocols for medicines: eight events.
    Protocol,
    /// Assistive devices and their repair: six events.
    Aid,
    /// Both: a decision of the fund for everybody.
    Any,
}

codes! {
    /// The events, in the order of the notice. The notice states no order in time.
    pub enum EventKind {
        /// "Регистриране на нов протокол"
        ProtocolRegistered = "protocol.registered",
        /// "Необходимост от допълнителни документи"
        ProtocolDocsRequired = "protocol.docs_required",
        /// "Получаване на допълнителните документи"
        ProtocolDocsReceived = "protocol.docs_received",
        /// "Одобрение"
        ProtocolApproved = "protocol.approved",
        /// "Отказ"
        ProtocolRefused = "protocol.refused",
        /// "Анулиране"
        ProtocolAnnulled = "protocol.annulled",
        /// "Прекратяване"
        ProtocolTerminated = "protocol.terminated",
        /// "Изтичане срока на протокола"
        ProtocolExpired = "protocol.expired",
        /// "Постъпване на заявление за ПСПСМИ"
        AidApplicationReceived = "aid.application_received",
        /// "Постъпване на заявление за ремонт"
        AidRepairReceived = "aid.repair_received",
        /// "Одобрение"
        AidApproved = "aid.approved",
        /// "Отказ"
        AidRefused = "aid.refused",
        /// "Анулиране"
        AidAnnulled = "aid.annulled",
        /// "Напомняне при изтичане на срока"
        AidExpiryReminder = "aid.expiry_reminder",
        /// Validity extended by the fund, as happened for everybody in 2020 and 2021.
        Extended = "document.extended",
    }
}

impl EventKind {
    /// The list the event stands in.
    #[must_use]
    pub const fn family(self) -> Family {
        match self {
            Self::ProtocolRegistered
            | Self::ProtocolDocsRequired
            | Self::ProtocolDocsReceived
            | Self::ProtocolApproved
            | Self::ProtocolRefused
            | Self::ProtocolAnnulled
            | Self::ProtocolTerminated
            | Self::ProtocolExpired => Family::Protocol,
            Self::AidApplicationReceived
            | Self::AidRepairReceived
            | Self::AidApproved
            | Self::AidRefused
            | Self::AidAnnulled
            | Self::AidExpiryReminder => Family::Aid,
            Self::Extended => Family::Any,
        }
    }

    /// The status the event leads to; `None` when it leaves the status as it is.
    ///
    /// A reminder changes nothing. An extension makes an expired document usable again, and leaves any other as it
    /// is: so what it leads to is data on the event itself.
    #[must_use]
    pub const fn leads_to(self) -> Option<Status> {
        match self {
            Self::ProtocolRegistered | Self::AidApplicationReceived | Self::AidRepairReceived => {
                Some(Status::Registered)
            }
            Self::ProtocolDocsRequired => Some(Status::DocsRequired),
            Self::ProtocolDocsReceived => Some(Status::DocsReceived),
            Self::ProtocolApproved | Self::AidApproved => Some(Status::Approved),
            Self::ProtocolRefused | Self::AidRefused => Some(Status::Refused),
            Self::ProtocolAnnulled | Self::AidAnnulled => Some(Status::Annulled),
            Self::ProtocolTerminated => Some(Status::Terminated),
            Self::ProtocolExpired => Some(Status::Expired),
            Self::AidExpiryReminder | Self::Extended => None,
        }
    }

    /// Where the event is published.
    #[must_use]
    pub const fn citation(self) -> Citation {
        match self {
            Self::Extended => EXTENSION_PRECEDENT,
            _ => STATUS_NOTICE,
        }
    }
}

codes! {
    /// Who acted.
    pub enum Actor {
        /// The National Health Insurance Fund (НЗОК).
        Fund = "fund",
        /// A regional office of the fund (РЗОК).
        RegionalFund = "regional_fund",
        /// A doctor or a specialists' committee.
        Doctor = "doctor",
        /// The patient.
        Patient = "patient",
        /// Somebody acting for the patient.
        Proxy = "proxy",
        /// A pharmacy or a shop for devices.
        Supplier = "supplier",
        /// No person: a date was reached.
        System = "system",
    }
}

codes! {
    /// The system a record comes from.
    pub enum Source {
        /// The fund's register of protocols.
        ProtocolRegister = "protocol_register",
        /// The fund's register of assistive devices.
        DeviceRegister = "device_register",
        /// This portal.
        Portal = "portal",
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
    }
}
