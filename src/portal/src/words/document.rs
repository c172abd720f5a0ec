//! Words for the page of a document: they come with it.

use chrono::NaiveDate;
use domain::coded::Coded;
use domain::document::{
    Actor, Body, EventKind, Family, Kind, NextSteps, Reason, Return, Source, Status, Step, TheirTask,
    YourTask,
};

use crate::i18n::Msg;
use crate::i18n::texts::document as d;

/// One sentence on what a status means, of a document of this kind.
pub fn status_meaning(kind: &Coded<Kind>, status: &Coded<Status>) -> Msg {
    let Coded::Known(known) = status else { return d::meaning_unknown() };
    let funds = kind.known().map_or(Family::Any, Kind::family).body() == Body::Fund;
    match known {
        Status::DocsRequired if !funds => d::meaning_docs_required_other(),
        Status::Refused if !funds => d::meaning_refused_other(),
        Status::Registered => d::meaning_registered(),
        Status::DocsRequired => d::meaning_docs_required(),
        Status::Refused => d::meaning_refused(),
        Status::DocsReceived => d::meaning_docs_received(),
        Status::Approved => d::meaning_approved(),
        Status::Annulled => d::meaning_annulled(),
        Status::Terminated => d::meaning_terminated(),
        Status::Expired => d::meaning_expired(),
        Status::Issued => d::meaning_issued(),
        Status::Sent => d::meaning_sent(),
        Status::Scheduled => d::meaning_scheduled(),
        Status::Used => d::meaning_used(),
        Status::PartlyDispensed => d::meaning_partly_dispensed(),
        Status::Dispensed => d::meaning_dispensed(),
        Status::Contested => d::meaning_contested(),
        Status::InForce => d::meaning_in_force(),
        Status::Closed => d::meaning_closed(),
        Status::Requested => d::meaning_requested(),
        Status::InWork => d::meaning_in_work(),
        Status::Ready => d::meaning_ready(),
        Status::HandedOver => d::meaning_handed_over(),
        Status::Recorded => d::meaning_recorded(),
        Status::Corrected => d::meaning_corrected(),
    }
}

/// What happened, as the title of an entry of the history.
pub fn event(event: &Coded<EventKind>) -> Msg {
    let Coded::Known(known) = event else { return d::event_unknown(event.code()) };
    match known {
        EventKind::ProtocolRegistered => d::event_protocol_registered(),
        EventKind::ProtocolDocsRequired | EventKind::TelkDocsRequired | EventKind::PracticeDocsRequired => {
            d::event_protocol_docs_required()
        }
        EventKind::ProtocolDocsReceived | EventKind::TelkDocsReceived | EventKind::PracticeDocsReceived => {
            d::event_protocol_docs_received()
        }
        EventKind::ProtocolApproved => d::event_protocol_approved(),
        EventKind::ProtocolRefused => d::event_protocol_refused(),
        EventKind::ProtocolAnnulled => d::event_protocol_annulled(),
        EventKind::ProtocolTerminated => d::event_protocol_terminated(),
        EventKind::ProtocolExpired => d::event_protocol_expired(),
        EventKind::AidApplicationReceived => d::event_aid_application_received(),
        EventKind::AidRepairReceived => d::event_aid_repair_received(),
        EventKind::AidApproved => d::event_aid_approved(),
        EventKind::AidRefused => d::event_aid_refused(),
        EventKind::AidAnnulled => d::event_aid_annulled(),
        EventKind::AidExpiryReminder => d::event_aid_expiry_reminder(),
        EventKind::Extended => d::event_document_extended(),
        EventKind::LkkIssued => d::event_lkk_issued(),
        EventKind::LkkSent => d::event_lkk_sent(),
        EventKind::LkkUsed => d::event_lkk_used(),
        EventKind::TelkProtocolIssued => d::event_telk_protocol_issued(),
        EventKind::TelkProtocolSent => d::event_telk_protocol_sent(),
        EventKind::TelkHearingSet => d::event_telk_hearing_set(),
        EventKind::TelkDecided => d::event_telk_decided(),
        EventKind::TelkDecisionIssued => d::event_telk_decision_issued(),
        EventKind::TelkDecisionContested => d::event_telk_decision_contested(),
        EventKind::TelkDecisionInForce => d::event_telk_decision_in_force(),
        EventKind::ReferralIssued => d::event_referral_issued(),
        EventKind::ReferralUsed => d::event_referral_used(),
        EventKind::PrescriptionIssued => d::event_prescription_issued(),
        EventKind::PrescriptionPartly => d::event_prescription_partly(),
        EventKind::PrescriptionDispensed => d::event_prescription_dispensed(),
        EventKind::SickSheetIssued => d::event_sick_sheet_issued(),
        EventKind::SickSheetSent => d::event_sick_sheet_sent(),
        EventKind::PracticeRequested => d::event_practice_requested(),
        EventKind::PracticeBegun => d::event_practice_in_work(),
        EventKind::PracticeReady => d::event_practice_ready(),
        EventKind::PracticeHandedOver => d::event_practice_handed_over(),
        EventKind::PracticeRefused => d::event_practice_refused(),
        EventKind::RecordMade => d::event_record_recorded(),
        EventKind::RecordCorrected => d::event_record_corrected(),
        EventKind::LkkExpired
        | EventKind::TelkDecisionExpired
        | EventKind::ReferralExpired
        | EventKind::PrescriptionExpired => d::event_expired(),
        EventKind::LkkAnnulled
        | EventKind::TelkProtocolAnnulled
        | EventKind::TelkDecisionAnnulled
        | EventKind::ReferralAnnulled
        | EventKind::PrescriptionAnnulled
        | EventKind::SickSheetAnnulled => d::event_annulled(),
        EventKind::ReferralClosed | EventKind::SickSheetClosed => d::event_closed(),
    }
}

/// Who acted.
pub fn actor(actor: &Coded<Actor>) -> Msg {
    let Coded::Known(known) = actor else { return d::actor_unknown(actor.code()) };
    match known {
        Actor::Fund => d::actor_fund(),
        Actor::RegionalFund => d::actor_regional_fund(),
        Actor::Doctor => d::actor_doctor(),
        Actor::Patient => d::actor_patient(),
        Actor::Proxy => d::actor_proxy(),
        Actor::Supplier => d::actor_supplier(),
        Actor::System => d::actor_system(),
        Actor::Practice => d::actor_practice(),
        Actor::Facility => d::actor_facility(),
        Actor::Telk => d::actor_telk(),
        Actor::SocialInsurance => d::actor_social_insurance(),
    }
}

/// Where a record comes from.
pub fn source(source: &Coded<Source>) -> Msg {
    let Coded::Known(known) = source else { return d::source_unknown(source.code()) };
    match known {
        Source::ProtocolRegister => d::source_protocol_register(),
        Source::DeviceRegister => d::source_device_register(),
        Source::Portal => d::source_portal(),
        Source::HealthRecord => d::source_health_record(),
        Source::ExpertiseRegister => d::source_expertise_register(),
        Source::SickLeaveRegister => d::source_sick_leave_register(),
        Source::PracticeSystem => d::source_practice_system(),
    }
}

/// Whose words the text beside a record of this source is.
pub fn quoted(source: &Coded<Source>) -> Msg {
    match source {
        Coded::Known(
            Source::HealthRecord
            | Source::ExpertiseRegister
            | Source::SickLeaveRegister
            | Source::PracticeSystem,
        ) => d::history_quote_other(),
        _ => d::history_quote(),
    }
}

/// A reason in plain words; `None` where the portal has none and the fund's words must do.
pub fn reason(reason: &Coded<Reason>) -> Option<Msg> {
    Some(match reason.known()? {
        Reason::DocumentMissing => d::reason_document_missing(),
        Reason::DocumentFaulty => d::reason_document_faulty(),
        Reason::CriteriaNotMet => d::reason_criteria_not_met(),
        Reason::InsuranceInterrupted => d::reason_insurance_interrupted(),
        Reason::Duplicate => d::reason_duplicate(),
        Reason::EnteredInError => d::reason_entered_in_error(),
        Reason::TreatmentChanged => d::reason_treatment_changed(),
        Reason::Reopened => d::reason_reopened(),
        Reason::ExtendedForAll => d::reason_extended_for_all(),
        Reason::ValidityOver => d::reason_validity_over(),
    })
}

/// What a move back means.
pub fn return_meaning(meaning: Return) -> Msg {
    match meaning {
        Return::DecisionWithdrawn => d::back_decision_withdrawn(),
        Return::Reopened => d::back_reopened(),
        Return::DocumentsAgain => d::back_documents_again(),
        Return::Restarted => d::back_restarted(),
        Return::TakenBack => d::back_taken_back(),
    }
}

/// The name of a step.
pub fn step(step: Step) -> Msg {
    match step {
        Step::Received => d::step_received(),
        Step::Review => d::step_review(),
        Step::Decision => d::step_decision(),
        Step::Use => d::step_use(),
        Step::End => d::step_end(),
        Step::Issued => d::step_issued(),
        Step::Sent => d::step_sent(),
        Step::Hearing => d::step_hearing(),
        Step::Used => d::step_used(),
        Step::Dispensing => d::step_dispensing(),
        Step::Requested => d::step_requested(),
        Step::InWork => d::step_in_work(),
        Step::Ready => d::step_ready(),
    }
}

/// What the patient should or can do.
pub fn your_task(task: YourTask, today: NaiveDate) -> Msg {
    match task {
        YourTask::SendDocuments { to: Body::Practice } => d::task_send_to_practice(),
        YourTask::SendDocuments { to: Body::Telk } => d::task_send_to_telk(),
        YourTask::SendDocuments { .. } => d::task_send_documents(),
        YourTask::PlanNewProtocol { last_day } if last_day < today => d::task_protocol_over(last_day),
        YourTask::PlanNewProtocol { last_day } => d::task_plan_new_protocol(last_day),
        YourTask::UseProtocol { last_day } => {
            until(last_day, d::task_use_protocol, d::task_use_protocol_until)
        }
        YourTask::GetDevice { last_day: Some(last_day) } if last_day < today => d::task_device_over(last_day),
        YourTask::GetDevice { last_day } => until(last_day, d::task_get_device, d::task_get_device_until),
        YourTask::Apply { last_day: Some(day) }
        | YourTask::UseReferral { last_day: Some(day) }
        | YourTask::FetchMedicine { last_day: Some(day) }
        | YourTask::ApplyAgain { last_day: day }
            if day < today =>
        {
            d::task_over(day)
        }
        YourTask::Apply { last_day } => until(last_day, d::task_apply, d::task_apply_until),
        YourTask::UseReferral { last_day } => {
            until(last_day, d::task_use_referral, d::task_use_referral_until)
        }
        YourTask::FetchMedicine { last_day } => {
            until(last_day, d::task_fetch_medicine, d::task_fetch_medicine_until)
        }
        YourTask::FetchDocument => d::task_fetch_document(),
        YourTask::GoToHearing => d::task_go_to_hearing(),
        YourTask::ApplyAgain { last_day } => d::task_apply_again(last_day),
        YourTask::Appeal { last_day } => d::task_appeal(last_day),
        YourTask::AskAboutRefusal => d::task_ask_about_refusal(),
        YourTask::AskPractice => d::task_ask_practice(),
        YourTask::AskAboutEnd => d::task_ask_about_end(),
        YourTask::AskForNew => d::task_ask_for_new(),
        YourTask::Nothing => d::task_nothing(),
        YourTask::AskFund => d::task_ask_fund(),
    }
}

fn until(last_day: Option<NaiveDate>, open: fn() -> Msg, dated: fn(NaiveDate) -> Msg) -> Msg {
    last_day.map_or_else(open, dated)
}

/// What others are doing: the title, which names the fund where it is the fund, and what.
pub fn their_task(steps: NextSteps) -> (Msg, Msg) {
    let title = if steps.who == Body::Fund { d::needs_fund() } else { d::their_title() };
    let what = match (steps.who, steps.theirs) {
        (Body::Fund, TheirTask::Checking) => d::fund_checking(),
        (Body::Fund, TheirTask::Waiting) => d::fund_waiting(),
        (Body::Fund, TheirTask::CheckingDocuments) => d::fund_checking_documents(),
        (Body::Fund, TheirTask::Finished) => d::fund_finished(),
        (_, TheirTask::Checking) => d::their_checking(),
        (_, TheirTask::Waiting) => d::their_waiting(),
        (_, TheirTask::CheckingDocuments) => d::their_checking_documents(),
        (_, TheirTask::Paying) => d::fund_paying(),
        (_, TheirTask::Preparing) => d::their_preparing(),
        (_, TheirTask::Sitting) => d::their_sitting(),
        (_, TheirTask::Dispensing) => d::their_dispensing(),
        (_, TheirTask::Keeping) => d::their_keeping(),
        (_, TheirTask::Finished) => d::their_finished(),
        (_, TheirTask::Unknown) => d::fund_unknown(),
    };
    (title, what)
}
