//! Where sources contradict each other: both readings are kept, and which one is calculated with is said.

use crate::citation::Citation;
use crate::coded::codes;
use crate::rules::sources::{
    ALTAI_REPRESENTATIVES, GUIDE_2010, PRACTICE_RULES_2021, PRACTICE_SICK_LEAVE_2021, PRACTICE_TELK_2019,
};

codes! {
    /// A contradiction inside or between sources.
    pub enum Conflict {
        /// Sick leave without a break by one doctor: 7 days, or 14.
        SickLeaveDays = "C1",
        /// Ten paid hospital days in a calendar year, or in a stay.
        HospitalCap = "C2",
        /// The laboratory takes at most 2.00 lev, or its own price, or the user fee.
        LaboratoryPrice = "C3",
        /// The reduced fee of 1.00 lev at the dentist only, or at every doctor.
        ReducedFeeScope = "C4",
        /// Paper records are archived for 3 years more, or for 5.
        PaperArchive = "C5",
        /// The practice's rules are in force since 2020, or since 2021.
        PracticeRulesStart = "C6",
        /// The TELK protocol is paid by price list, or free when the doctor initiates it.
        TelkProtocolPrice = "C7",
        /// Preparing the TELK file is free, or has a price.
        TelkFilePrice = "C8",
        /// A "minor" who may not come alone is under 16 (practice), or under 14 (law).
        MinorAge = "C9",
        /// Insurance representatives have two levels, or three.
        RepresentativeLevels = "C10",
        /// Twelve contributions restore rights on the minimum income, or on half of it.
        RestoringBase = "C11",
        /// The form for choosing a doctor is bought, or free.
        ChoiceForm = "C12",
        /// Two ordinances are named for the same basic package.
        BasicPackageOrdinance = "C13",
        /// Prices stand in both currencies until 8 August 2026, or for a year after the euro came.
        DualDisplayEnd = "dual_display_end",
    }
}

/// What the portal does about a contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handling {
    /// It answers by the first reading and shows the second.
    First,
    /// It answers by the second reading and shows the first.
    Second,
    /// Each reading is right for its own time.
    ByDate,
    /// Each reading is right for its own scope.
    ByScope,
    /// It decides for neither, and shows both.
    Both,
}

/// One of the two readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The rule's id in its source.
    pub rule: Option<&'static str>,
    /// Where it is written.
    pub citation: Citation,
}

const fn guide(rule: &'static str) -> Reading {
    Reading { rule: Some(rule), citation: GUIDE_2010 }
}

const fn practice(rule: &'static str) -> Reading {
    Reading { rule: Some(rule), citation: PRACTICE_RULES_2021 }
}

const fn post(rule: &'static str) -> Reading {
    Reading { rule: Some(rule), citation: PRACTICE_TELK_2019 }
}

const fn other(citation: Citation) -> Reading {
    Reading { rule: None, citation }
}

const FREE_FORM: Citation = Citation {
    title: "Изтича срокът за смяна на личен лекар (segabg.com)",
    url: Some("https://www.segabg.com/hot/category-zdrave/izticha-srokut-za-smyana-na-lichen-lekar"),
    stated: "2025-12-29",
};

impl Conflict {
    /// The two readings, in the order in which the variants' descriptions name them.
    #[must_use]
    pub const fn readings(self) -> [Reading; 2] {
        match self {
            Self::SickLeaveDays => {
                [guide("BG10-15"), Reading { rule: Some("PR-31"), citation: PRACTICE_SICK_LEAVE_2021 }]
            }
            Self::HospitalCap => [guide("BG10-39"), guide("BG10-45")],
            Self::LaboratoryPrice => [guide("BG10-14"), guide("BG10-41")],
            Self::ReducedFeeScope => [guide("BG10-54"), other(crate::fee::sources::REDUCED_2008)],
            Self::PaperArchive => [practice("PR-77"), practice("PR-78")],
            Self::PracticeRulesStart | Self::BasicPackageOrdinance => {
                [other(PRACTICE_RULES_2021), other(PRACTICE_RULES_2021)]
            }
            Self::TelkProtocolPrice => [post("PR-12"), practice("PR-74")],
            Self::TelkFilePrice => [post("PR-12"), other(PRACTICE_RULES_2021)],
            Self::MinorAge => [practice("PR-51"), other(crate::consent::law::MINORS)],
            Self::RepresentativeLevels => [
                Reading { rule: Some("RU-03"), citation: ALTAI_REPRESENTATIVES },
                Reading { rule: Some("RU-04"), citation: ALTAI_REPRESENTATIVES },
            ],
            Self::RestoringBase => [guide("BG10-33"), other(crate::insurance::sources::HALF_BASE)],
            Self::ChoiceForm => [guide("BG10-09"), other(FREE_FORM)],
            Self::DualDisplayEnd => {
                [other(crate::money::showing::GUIDANCE), other(crate::money::showing::ONE_YEAR)]
            }
        }
    }

    /// What the portal does about it.
    #[must_use]
    pub const fn handling(self) -> Handling {
        match self {
            Self::HospitalCap | Self::DualDisplayEnd => Handling::First,
            Self::LaboratoryPrice | Self::ReducedFeeScope | Self::PracticeRulesStart => Handling::Second,
            Self::SickLeaveDays
            | Self::TelkProtocolPrice
            | Self::TelkFilePrice
            | Self::RepresentativeLevels
            | Self::ChoiceForm => Handling::ByDate,
            Self::MinorAge => Handling::ByScope,
            Self::PaperArchive | Self::RestoringBase | Self::BasicPackageOrdinance => Handling::Both,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Code;

    #[test]
    fn both_readings_of_every_conflict_can_be_looked_up() {
        for conflict in Conflict::ALL {
            for reading in conflict.readings() {
                assert!(reading.citation.is_complete(), "{}", conflict.code());
            }
        }
    }
}
