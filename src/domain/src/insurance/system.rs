//! Under which country's health insurance somebody is.

use crate::coded::codes;

codes! {
    /// A country's health insurance. The rules of this family are Bulgaria's: of the others they say nothing.
    pub enum System {
        /// Bulgaria: the National Health Insurance Fund (НЗОК); the revenue agency (НАП) keeps the contributions.
        Bulgaria = "bulgaria",
        /// Kazakhstan: compulsory social health insurance (ОСМС).
        Kazakhstan = "kazakhstan",
        /// Russia: compulsory health insurance (ОМС).
        Russia = "russia",
    }
}
