//! Why a document moved, as a code; the fund's own words travel beside it.

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;

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

/// The source of the list: a design decision.
pub const SOURCE: Citation = DESIGN;
