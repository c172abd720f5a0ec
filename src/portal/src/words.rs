//! From closed enums to words, tones and icons: the one place where a meaning gets its look.

pub mod file;

use chrono::NaiveDate;
use contract::person::Person;
use domain::coded::Coded;
use domain::document::{Actor, EventKind, FundTask, Kind, Reason, Return, Source, Status, Step, YourTask};
use domain::moment::Zone;
use domain::person::Relation;

use crate::api::ApiError;
use crate::i18n::texts::{beside as b, document as d};
use crate::i18n::{Msg, m};
use crate::state::live::Connection;

/// Colour role of a thing, always beside an icon and a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good.
    Success,
    /// Under way.
    Waiting,
    /// Something is needed.
    Action,
    /// Bad.
    Danger,
    /// Over.
    Ended,
    /// Not known to this build.
    Unknown,
}

impl Tone {
    /// Its class.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Success => "tone-success",
            Self::Waiting => "tone-waiting",
            Self::Action => "tone-action",
            Self::Danger => "tone-danger",
            Self::Ended => "tone-ended",
            Self::Unknown => "tone-unknown",
        }
    }
}

/// The name of a status.
pub fn status(status: &Coded<Status>) -> Msg {
    match status {
        Coded::Known(Status::Registered) => m::status_registered(),
        Coded::Known(Status::DocsRequired) => m::status_docs_required(),
        Coded::Known(Status::DocsReceived) => m::status_docs_received(),
        Coded::Known(Status::Approved) => m::status_approved(),
        Coded::Known(Status::Refused) => m::status_refused(),
        Coded::Known(Status::Annulled) => m::status_annulled(),
        Coded::Known(Status::Terminated) => m::status_terminated(),
        Coded::Known(Status::Expired) => m::status_expired(),
        Coded::Unknown(code) => m::status_unknown(code.as_str()),
    }
}

/// One sentence on what a status means.
pub fn status_meaning(status: &Coded<Status>) -> Msg {
    match status {
        Coded::Known(Status::Registered) => d::meaning_registered(),
        Coded::Known(Status::DocsRequired) => d::meaning_docs_required(),
        Coded::Known(Status::DocsReceived) => d::meaning_docs_received(),
        Coded::Known(Status::Approved) => d::meaning_approved(),
        Coded::Known(Status::Refused) => d::meaning_refused(),
        Coded::Known(Status::Annulled) => d::meaning_annulled(),
        Coded::Known(Status::Terminated) => d::meaning_terminated(),
        Coded::Known(Status::Expired) => d::meaning_expired(),
        Coded::Unknown(_) => d::meaning_unknown(),
    }
}

/// The language of what a fund writes about its people, for screen readers; `None` where it may be one of several.
pub fn fund_language(zone: Zone) -> Option<&'static str> {
    match zone {
        Zone::Sofia => Some("bg"),
        Zone::Barnaul => Some("ru"),
        Zone::Almaty => None,
    }
}

/// Tone and icon of a status.
pub fn status_look(status: &Coded<Status>) -> (Tone, &'static str) {
    match status {
        Coded::Known(Status::Registered) => (Tone::Waiting, "waiting"),
        Coded::Known(Status::DocsRequired) => (Tone::Action, "action"),
        Coded::Known(Status::DocsReceived) => (Tone::Waiting, "received"),
        Coded::Known(Status::Approved) => (Tone::Success, "approved"),
        Coded::Known(Status::Refused) => (Tone::Danger, "refused"),
        Coded::Known(Status::Annulled | Status::Terminated | Status::Expired) => (Tone::Ended, "ended"),
        Coded::Unknown(_) => (Tone::Unknown, "unknown"),
    }
}

/// The name of a kind of document.
pub fn kind(kind: &Coded<Kind>) -> Msg {
    match kind {
        Coded::Known(Kind::MedicineProtocol) => m::kind_medicine_protocol(),
        Coded::Known(Kind::DeviceApplication) => m::kind_device_application(),
        Coded::Known(Kind::RepairApplication) => m::kind_repair_application(),
        Coded::Unknown(code) => m::kind_unknown(code.as_str()),
    }
}

/// What happened, as the title of an entry of the history.
pub fn event(event: &Coded<EventKind>) -> Msg {
    let Coded::Known(known) = event else { return d::event_unknown(event.code()) };
    match known {
        EventKind::ProtocolRegistered => d::event_protocol_registered(),
        EventKind::ProtocolDocsRequired => d::event_protocol_docs_required(),
        EventKind::ProtocolDocsReceived => d::event_protocol_docs_received(),
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
    }
}

/// Who acted.
pub fn actor(actor: &Coded<Actor>) -> Msg {
    match actor {
        Coded::Known(Actor::Fund) => d::actor_fund(),
        Coded::Known(Actor::RegionalFund) => d::actor_regional_fund(),
        Coded::Known(Actor::Doctor) => d::actor_doctor(),
        Coded::Known(Actor::Patient) => d::actor_patient(),
        Coded::Known(Actor::Proxy) => d::actor_proxy(),
        Coded::Known(Actor::Supplier) => d::actor_supplier(),
        Coded::Known(Actor::System) => d::actor_system(),
        Coded::Unknown(code) => d::actor_unknown(code.as_str()),
    }
}

/// Where a record comes from.
pub fn source(source: &Coded<Source>) -> Msg {
    match source {
        Coded::Known(Source::ProtocolRegister) => d::source_protocol_register(),
        Coded::Known(Source::DeviceRegister) => d::source_device_register(),
        Coded::Known(Source::Portal) => d::source_portal(),
        Coded::Unknown(code) => d::source_unknown(code.as_str()),
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
    }
}

/// What the patient should or can do.
pub fn your_task(task: YourTask, today: NaiveDate) -> Msg {
    match task {
        YourTask::SendDocuments => d::task_send_documents(),
        YourTask::PlanNewProtocol { last_day } if last_day < today => d::task_protocol_over(last_day),
        YourTask::PlanNewProtocol { last_day } => d::task_plan_new_protocol(last_day),
        YourTask::UseProtocol { last_day: Some(last_day) } => d::task_use_protocol_until(last_day),
        YourTask::UseProtocol { last_day: None } => d::task_use_protocol(),
        YourTask::GetDevice { last_day: Some(last_day) } if last_day < today => d::task_device_over(last_day),
        YourTask::GetDevice { last_day: Some(last_day) } => d::task_get_device_until(last_day),
        YourTask::GetDevice { last_day: None } => d::task_get_device(),
        YourTask::AskAboutRefusal => d::task_ask_about_refusal(),
        YourTask::AskAboutEnd => d::task_ask_about_end(),
        YourTask::AskForNew => d::task_ask_for_new(),
        YourTask::Nothing => d::task_nothing(),
        YourTask::AskFund => d::task_ask_fund(),
    }
}

/// What the fund is doing.
pub fn fund_task(task: FundTask) -> Msg {
    match task {
        FundTask::Checking => d::fund_checking(),
        FundTask::Waiting => d::fund_waiting(),
        FundTask::CheckingDocuments => d::fund_checking_documents(),
        FundTask::Paying => d::fund_paying(),
        FundTask::Finished => d::fund_finished(),
        FundTask::Unknown => d::fund_unknown(),
    }
}

/// What is needed, as the title of a card, and by when.
pub fn need(task: YourTask, today: NaiveDate) -> (Msg, Msg) {
    let when = |last_day: NaiveDate| {
        if last_day < today {
            m::need_over_when(last_day)
        } else {
            m::need_until(usize::try_from((last_day - today).num_days()).unwrap_or_default(), last_day)
        }
    };
    match task {
        YourTask::PlanNewProtocol { last_day } => (m::need_new(), when(last_day)),
        YourTask::GetDevice { last_day: Some(last_day) } => (m::need_device(), when(last_day)),
        YourTask::SendDocuments => (m::need_documents(), m::need_documents_when()),
        _ => (m::need_look(), your_task(task, today)),
    }
}

/// A relation, as one says it of a person.
pub fn relation(person: &Person) -> Option<Msg> {
    relation_of(&person.relation)
}

/// A relation in words; `None` where there is nothing to be said of it, or this build does not know it.
pub fn relation_of(relation: &Coded<Relation>) -> Option<Msg> {
    match relation.known()? {
        Relation::Own | Relation::Other => None,
        Relation::Child => Some(m::relation_child()),
        Relation::Parent => Some(m::relation_parent()),
        Relation::Partner => Some(m::relation_partner()),
        Relation::Ward => Some(m::relation_ward()),
    }
}

/// How changes come; nothing before they do.
pub fn connection(connection: Connection) -> Option<Msg> {
    match connection {
        Connection::Starting => None,
        Connection::Live => Some(b::live_live()),
        Connection::Reconnecting => Some(b::live_reconnecting()),
        Connection::Polling => Some(b::live_polling()),
        Connection::Offline => Some(b::live_offline()),
    }
}

/// What went wrong: title, what to do, and the id to quote where the server gave one.
pub fn error(error: &ApiError) -> (Msg, Msg, Option<String>) {
    match error {
        ApiError::Offline => (m::error_offline(), m::error_offline_next(), None),
        ApiError::Timeout => (m::error_timeout(), m::error_timeout_next(), None),
        ApiError::SignedOut => (m::error_signed_out(), m::error_signed_out_next(), None),
        ApiError::NotAllowed => (m::error_not_allowed(), m::error_not_allowed_next(), None),
        ApiError::NotFound => (m::error_not_found(), m::error_not_found_next(), None),
        ApiError::Changed => (m::error_changed(), m::error_changed_next(), None),
        ApiError::Fields(_) => (m::error_fields(), m::error_fields_next(), None),
        ApiError::Server { request_id, .. } => {
            let id = (!request_id.is_empty()).then(|| request_id.clone());
            (m::error_server(), m::error_server_next(), id)
        }
        ApiError::Unreadable => (m::error_unreadable(), m::error_unreadable_next(), None),
    }
}
