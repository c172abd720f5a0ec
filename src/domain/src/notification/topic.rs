//! How pressing a message is, and the group it stands in.

use crate::coded::codes;

codes! {
    /// How pressing a message is, the most pressing first.
    pub enum Urgency {
        /// It protects an account or was asked for just now: it goes at once, always.
        Security = "security",
        /// A term runs for the person.
        Action = "action",
        /// It can wait.
        Calm = "calm",
    }
}

codes! {
    /// Groups of subjects, as the summary and the matrix show them.
    pub enum Topic {
        /// Protocols for medicines.
        Protocols = "protocols",
        /// Assistive devices and their repair.
        Devices = "devices",
        /// Who may see and do what.
        Access = "access",
        /// The account and its safety.
        Account = "account",
        /// Visits.
        Visits = "visits",
        /// Documents asked of the practice.
        PracticeDocuments = "practice_documents",
        /// The choice of a general practitioner, and the contract with the practice.
        Doctor = "doctor",
        /// Check-ups.
        Prevention = "prevention",
        /// The commission on lasting incapacity (ТЕЛК).
        Commission = "commission",
        /// Complaints.
        Complaints = "complaints",
    }
}
