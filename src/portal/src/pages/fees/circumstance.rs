//! What may free somebody from a fee, in words: as one says it of oneself, as it is asked, as the lists name the group.

use domain::citation::Citation;
use domain::fee::sources::{LIST_2011, LIST_2025};
use domain::fee::{Circumstance, Group, Proof};
use domain::rules::sources::GUIDE_2010;

use crate::i18n::Msg;
use crate::i18n::texts::fees as f;

/// A circumstance, as one says it of oneself.
pub fn circumstance(circumstance: Circumstance) -> Msg {
    match circumstance {
        Circumstance::Minor => f::circumstance_minor(),
        Circumstance::Student => f::circumstance_student(),
        Circumstance::Pregnant => f::circumstance_pregnant(),
        Circumstance::RecentMother => f::circumstance_recent_mother(),
        Circumstance::RegisteredUnemployed => f::circumstance_registered_unemployed(),
        Circumstance::NonWorkingFamilyMember => f::circumstance_non_working(),
        Circumstance::Conscript => f::circumstance_conscript(),
        Circumstance::InjuredInDefence => f::circumstance_injured(),
        Circumstance::Veteran => f::circumstance_veteran(),
        Circumstance::Detained => f::circumstance_detained(),
        Circumstance::SociallyWeak => f::circumstance_socially_weak(),
        Circumstance::CareHome => f::circumstance_care_home(),
        Circumstance::Malignancy => f::circumstance_malignancy(),
        Circumstance::SevereIncapacity => f::circumstance_incapacity(),
        Circumstance::MedicalSpecialist => f::circumstance_specialist(),
        Circumstance::ListedDisease => f::circumstance_listed_disease(),
    }
}

/// What helps to know whether it is meant.
pub fn explained(circumstance: Circumstance) -> Option<Msg> {
    match circumstance {
        Circumstance::Student => Some(f::explained_student()),
        Circumstance::NonWorkingFamilyMember => Some(f::explained_non_working()),
        Circumstance::Detained => Some(f::explained_detained()),
        Circumstance::SociallyWeak => Some(f::explained_socially_weak()),
        Circumstance::CareHome => Some(f::explained_care_home()),
        Circumstance::SevereIncapacity => Some(f::explained_incapacity()),
        Circumstance::MedicalSpecialist => Some(f::explained_specialist()),
        Circumstance::ListedDisease => Some(f::explained_listed_disease()),
        _ => None,
    }
}

/// A circumstance as a question that is answered with yes or no.
pub fn asked(circumstance: Circumstance) -> Msg {
    match circumstance {
        Circumstance::Minor => f::asked_minor(),
        Circumstance::Student => f::asked_student(),
        Circumstance::Pregnant => f::asked_pregnant(),
        Circumstance::RecentMother => f::asked_recent_mother(),
        Circumstance::RegisteredUnemployed => f::asked_registered_unemployed(),
        Circumstance::NonWorkingFamilyMember => f::asked_non_working(),
        Circumstance::Conscript => f::asked_conscript(),
        Circumstance::InjuredInDefence => f::asked_injured(),
        Circumstance::Veteran => f::asked_veteran(),
        Circumstance::Detained => f::asked_detained(),
        Circumstance::SociallyWeak => f::asked_socially_weak(),
        Circumstance::CareHome => f::asked_care_home(),
        Circumstance::Malignancy => f::asked_malignancy(),
        Circumstance::SevereIncapacity => f::asked_incapacity(),
        Circumstance::MedicalSpecialist => f::asked_specialist(),
        Circumstance::ListedDisease => f::asked_listed_disease(),
    }
}

/// A group, as the lists name it.
pub fn group(group: Group) -> Msg {
    match group {
        Group::Children => f::group_children(),
        Group::Pregnancy => f::group_pregnancy(),
        Group::FamilyMembers => f::group_family_members(),
        Group::Conscripts => f::group_conscripts(),
        Group::InjuredInDefence => f::group_injured(),
        Group::Veterans => f::group_veterans(),
        Group::Detained => f::group_detained(),
        Group::SociallyWeak => f::group_socially_weak(),
        Group::CareHomes => f::group_care_homes(),
        Group::Malignancy => f::group_malignancy(),
        Group::SevereIncapacity => f::group_incapacity(),
        Group::MedicalSpecialists => f::group_specialists(),
        Group::ListedDisease => f::group_listed_disease(),
    }
}

/// The list on which a group stands.
pub fn list(citation: Citation) -> Msg {
    if citation == GUIDE_2010 {
        f::list_2010()
    } else if citation == LIST_2025 {
        f::list_2025()
    } else if citation == LIST_2011 {
        f::list_2011()
    } else {
        f::list_other()
    }
}

/// What to bring; where the source names no document, that is said.
pub fn proof(circumstance: Circumstance) -> Msg {
    match circumstance.proof() {
        Some(Proof::BirthDate) => f::proof_birth_date(),
        Some(Proof::StudentStatus) => f::proof_student_status(),
        Some(Proof::PregnancyRecord) => f::proof_pregnancy_record(),
        Some(Proof::LabourOffice) => f::proof_labour_office(),
        Some(Proof::TelkDecision) => f::proof_telk_decision(),
        Some(Proof::Diploma) => f::proof_diploma(),
        None => f::proof_any(),
    }
}
