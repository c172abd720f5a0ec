//! Words for what the rules say about themselves.

use domain::citation::Confidence;
use domain::rules::{Conflict, Remark, Scope};

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

/// What has to be said beside a value, or why nothing is known.
pub fn remark(remark: Remark) -> Msg {
    match remark {
        Remark::DerivedFromWage => c::remark_derived_from_wage(),
        Remark::StartsWithWage => c::remark_starts_with_wage(),
        Remark::ConvertedByLaw => c::remark_converted_by_law(),
        Remark::DecreeNotSeen => c::remark_decree_not_seen(),
        Remark::NoDecreeYet => c::remark_no_decree_yet(),
        Remark::StartNotStated => c::remark_start_not_stated(),
        Remark::Contradicted => c::remark_contradicted(),
        Remark::NoSourceFound => c::remark_no_source_found(),
        Remark::OutsideGuide => c::remark_outside_guide(),
        Remark::OlderList => c::remark_older_list(),
        Remark::TwoStartsStated => c::remark_two_starts_stated(),
        Remark::BillOnly => c::remark_bill_only(),
        Remark::LowestStep => c::remark_lowest_step(),
        Remark::NotAnnounced => c::remark_not_announced(),
        Remark::FirstDayAssumed => c::remark_first_day_assumed(),
        Remark::Undated => c::remark_undated(),
        Remark::TextNotSeen => c::remark_text_not_seen(),
        Remark::HoursNotStated => c::remark_hours_not_stated(),
    }
}

/// How well a source supports what it is cited for.
pub fn confidence(confidence: Confidence) -> Msg {
    match confidence {
        Confidence::Official => c::confidence_official(),
        Confidence::Press => c::confidence_press(),
        Confidence::Secondary => c::confidence_secondary(),
        Confidence::Unverified => c::confidence_unverified(),
    }
}

/// Whose rule it is, where that is not the law.
pub fn scope(scope: Scope) -> Option<Msg> {
    match scope {
        Scope::Law => None,
        Scope::Guide2010 => Some(c::scope_guide()),
        Scope::Practice(_) => Some(c::scope_practice()),
        Scope::Kazakhstan => Some(c::scope_kazakhstan()),
        Scope::Altai => Some(c::scope_altai()),
    }
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
