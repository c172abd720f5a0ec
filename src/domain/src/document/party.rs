//! Who acts on documents, and from which registers their records come.

use crate::coded::codes;
use crate::document::family::Family;

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
        /// A practice, as one that issues documents.
        Practice = "practice",
        /// A hospital or a laboratory.
        Facility = "facility",
        /// The commission on lasting incapacity (ТЕЛК).
        Telk = "telk",
        /// The institute that pays for sick leave (НОИ).
        SocialInsurance = "social_insurance",
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
        /// The national health record: referrals, prescriptions, sheets, results, letters.
        HealthRecord = "health_record",
        /// The register of medical expertise.
        ExpertiseRegister = "expertise_register",
        /// The register of sick-leave sheets.
        SickLeaveRegister = "sick_leave_register",
        /// The system of a practice.
        PracticeSystem = "practice_system",
    }
}

impl Family {
    /// The register in which the family's documents are kept.
    #[must_use]
    pub const fn register(self) -> Source {
        match self {
            Self::Protocol | Self::Any => Source::ProtocolRegister,
            Self::Aid => Source::DeviceRegister,
            Self::Lkk | Self::TelkProtocol | Self::TelkDecision => Source::ExpertiseRegister,
            Self::Referral | Self::Prescription | Self::Record => Source::HealthRecord,
            Self::SickSheet => Source::SickLeaveRegister,
            Self::Practice => Source::PracticeSystem,
        }
    }
}
