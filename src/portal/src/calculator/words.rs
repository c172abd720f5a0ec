//! Words for what the rules say about themselves.

use domain::rules::Conflict;

use crate::i18n::Msg;
use crate::i18n::texts::calculator as c;

/// A number of the rules, as the texts take it.
pub fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// So many calendar days.
pub fn days(number: u32) -> Msg {
    c::days(count(number))
}

/// What two sources contradict each other about.
pub fn conflict(conflict: Conflict) -> Msg {
    match conflict {
        Conflict::SickLeaveDays => c::conflict_sick_leave_days(),
        Conflict::HospitalCap => c::conflict_hospital_cap(),
        Conflict::LaboratoryPrice => c::conflict_laboratory_price(),
        Conflict::ReducedFeeScope => c::conflict_reduced_fee_scope(),
        Conflict::PaperArchive => c::conflict_paper_archive(),
        Conflict::PracticeRulesStart => c::conflict_practice_rules_start(),
        Conflict::TelkProtocolPrice => c::conflict_telk_protocol_price(),
        Conflict::TelkFilePrice => c::conflict_telk_file_price(),
        Conflict::MinorAge => c::conflict_minor_age(),
        Conflict::RepresentativeLevels => c::conflict_representative_levels(),
        Conflict::RestoringBase => c::conflict_restoring_base(),
        Conflict::ChoiceForm => c::conflict_choice_form(),
        Conflict::BasicPackageOrdinance => c::conflict_basic_package_ordinance(),
        Conflict::DualDisplayEnd => c::conflict_dual_display_end(),
    }
}
