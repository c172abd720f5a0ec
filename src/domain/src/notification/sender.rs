//! In whose name a message goes.

use crate::citation::{Citation, DESIGN};
use crate::coded::codes;
use crate::notification::subject::Subject;
use crate::rules::sources::{ALTAI_REPRESENTATIVES, PRACTICE_RULES_2021};

codes! {
    /// In whose name a message goes.
    pub enum Sender {
        /// The health fund (НЗОК): its fourteen events and "extended", nothing else.
        Fund = "fund",
        /// The portal.
        Portal = "portal",
        /// The practice of one's general practitioner.
        Practice = "practice",
        /// The insurer outside Bulgaria.
        Insurer = "insurer",
    }
}

/// The fund said that it writes only about protocols, devices and repairs.
pub const FUND_ONLY_STATUS: Citation = Citation {
    title: "Предупреждение към гражданите: Продължават опитите за измама от името на НЗОК",
    url: Some(
        "https://www.plovdiv24.bg/novini/Bylgaria/Preduprezhdenie-kum-grazhdanite-Produlzhavat-opitite-za-izmama-ot-imeto-na-NZOK-2710928",
    ),
    stated: "2025-09-18",
};

impl Sender {
    /// The source for what this sender may write about.
    #[must_use]
    pub const fn source(self) -> Citation {
        match self {
            Self::Fund => FUND_ONLY_STATUS,
            Self::Portal => DESIGN,
            // PR-62: who has a contract with the practice gets its reminders by SMS or e-mail.
            Self::Practice => PRACTICE_RULES_2021,
            // RU-03: they inform about check-ups by SMS, letter and telephone.
            Self::Insurer => ALTAI_REPRESENTATIVES,
        }
    }

    /// Whether this sender may write about a subject. What the fund's name stands above is the fund's alone, and nothing
    /// of the fund's goes under another name. Of complaints the portal may tell where nobody else does (Bulgaria).
    #[must_use]
    pub fn may_tell(self, subject: Subject) -> bool {
        self == subject.sender() || (self == Self::Portal && subject.sender() == Self::Insurer)
    }
}
