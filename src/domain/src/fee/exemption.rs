//! Who pays no user fee: the groups of the guide of 2010, how the list changed, and the proof to bring.

use std::fmt;

use chrono::NaiveDate;

use crate::coded::codes;
use crate::fee::exemption_lists::listing;
use crate::fee::patient::Patient;
use crate::rules::{Basis, NoData};

codes! {
    /// The groups by the ids of the guide's list, and one that newer lists add.
    pub enum Group {
        /// Children, and students in full-time education.
        Children = "EX01",
        /// Pregnant women, and mothers up to day 45 after birth.
        Pregnancy = "EX02",
        /// Non-working members of the family.
        FamilyMembers = "EX03",
        /// Conscripts.
        Conscripts = "EX04",
        /// Injured in or on the occasion of the country's defence.
        InjuredInDefence = "EX05",
        /// War veterans and war invalids.
        Veterans = "EX06",
        /// Detained or imprisoned.
        Detained = "EX07",
        /// Receiving aid by the rules on social assistance.
        SociallyWeak = "EX08",
        /// Without income, placed in social care homes.
        CareHomes = "EX09",
        /// With malignant neoplasms.
        Malignancy = "EX10",
        /// With severely reduced capacity for work.
        SevereIncapacity = "EX11",
        /// Medical specialists.
        MedicalSpecialists = "EX12",
        /// With a disease of the list to the National Framework Contract.
        ListedDisease = "EX14_NRD",
    }
}

codes! {
    /// What a patient can say of themselves, one question each. Age and the day of birth of a child are asked
    /// apart.
    pub enum Circumstance {
        /// Not yet 18; follows from the age.
        Minor = "minor",
        /// 18 or older, in full-time education.
        Student = "student",
        /// Pregnant.
        Pregnant = "pregnant",
        /// Gave birth not long ago; follows from the child's birthday.
        RecentMother = "recent_mother",
        /// Non-working member of a family, registered at the labour office, with or without benefit.
        RegisteredUnemployed = "registered_unemployed",
        /// Non-working member of a family, not registered.
        NonWorkingFamilyMember = "non_working_family_member",
        /// Conscript.
        Conscript = "conscript",
        /// Injured in defence of the country.
        InjuredInDefence = "injured_in_defence",
        /// War veteran or war invalid.
        Veteran = "veteran",
        /// Held in custody or imprisoned.
        Detained = "detained",
        /// Receives social assistance.
        SociallyWeak = "socially_weak",
        /// Without income, placed in a home.
        CareHome = "care_home",
        /// Has a malignant neoplasm.
        Malignancy = "malignancy",
        /// Has severely reduced capacity for work.
        SevereIncapacity = "severe_incapacity",
        /// Medical specialist.
        MedicalSpecialist = "medical_specialist",
        /// Has a disease of the list to the National Framework Contract.
        ListedDisease = "listed_disease",
    }
}

codes! {
    /// What proves a circumstance, where the source names it. It is shown at the moment of the exam (PR-64).
    pub enum Proof {
        /// A document with the date of birth.
        BirthDate = "birth_date",
        /// A certificate of full-time education.
        StudentStatus = "student_status",
        /// A medical document with the due date or the date of birth of the child.
        PregnancyRecord = "pregnancy_record",
        /// The labour office's registration.
        LabourOffice = "labour_office",
        /// The TELK decision.
        TelkDecision = "telk_decision",
        /// The diploma.
        Diploma = "diploma",
    }
}

impl Circumstance {
    /// The group it belongs to.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::Minor | Self::Student => Group::Children,
            Self::Pregnant | Self::RecentMother => Group::Pregnancy,
            Self::RegisteredUnemployed | Self::NonWorkingFamilyMember => Group::FamilyMembers,
            Self::Conscript => Group::Conscripts,
            Self::InjuredInDefence => Group::InjuredInDefence,
            Self::Veteran => Group::Veterans,
            Self::Detained => Group::Detained,
            Self::SociallyWeak => Group::SociallyWeak,
            Self::CareHome => Group::CareHomes,
            Self::Malignancy => Group::Malignancy,
            Self::SevereIncapacity => Group::SevereIncapacity,
            Self::MedicalSpecialist => Group::MedicalSpecialists,
            Self::ListedDisease => Group::ListedDisease,
        }
    }

    /// The document to bring; `None` where the source names none, and any that proves the circumstance will
    /// do.
    #[must_use]
    pub const fn proof(self) -> Option<Proof> {
        match self {
            Self::Minor => Some(Proof::BirthDate),
            Self::Student => Some(Proof::StudentStatus),
            Self::Pregnant | Self::RecentMother => Some(Proof::PregnancyRecord),
            Self::RegisteredUnemployed => Some(Proof::LabourOffice),
            Self::SevereIncapacity => Some(Proof::TelkDecision),
            Self::MedicalSpecialist => Some(Proof::Diploma),
            Self::NonWorkingFamilyMember
            | Self::Conscript
            | Self::InjuredInDefence
            | Self::Veteran
            | Self::Detained
            | Self::SociallyWeak
            | Self::CareHome
            | Self::Malignancy
            | Self::ListedDisease => None,
        }
    }
}

/// What the list of a time says of a circumstance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// It frees from the fee.
    Listed,
    /// It frees those who have not completed so many years.
    Under(u32),
    /// It does not free.
    NotListed,
}

impl fmt::Display for Listing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listed => f.write_str("listed"),
            Self::Under(years) => write!(f, "listed under {years}"),
            Self::NotListed => f.write_str("not listed"),
        }
    }
}

/// Why somebody pays no fee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exemption {
    /// What frees them.
    pub circumstance: Circumstance,
    /// Where it is written.
    pub basis: Basis,
}

/// How long after giving birth a mother is free, in days; the last one included.
pub const DAYS_AFTER_BIRTH: i64 = 45;
/// Who has completed so many years is no minor.
pub const MAJORITY: u32 = 18;

/// Whether a patient pays no fee on `day`; `None` if nothing frees them.
///
/// # Errors
///
/// [`NoData`] if nothing known frees them, but the list of that day is not known for something that might.
pub fn exemption(
    patient: &Patient<'_>,
    day: NaiveDate,
    today: NaiveDate,
) -> Result<Option<Exemption>, NoData<Listing>> {
    let mut unknown = None;
    for circumstance in patient.circumstances_on(day) {
        match listing(circumstance).sourced(day, today) {
            Ok(listed) => {
                let frees = match listed.value {
                    Listing::Listed => true,
                    Listing::Under(years) => patient.age.on(day).is_some_and(|age| age < years),
                    Listing::NotListed => false,
                };
                if frees {
                    return Ok(Some(Exemption { circumstance, basis: listed.basis }));
                }
            }
            Err(no_data) => unknown = unknown.or(Some(no_data)),
        }
    }
    unknown.map_or(Ok(None), Err)
}
