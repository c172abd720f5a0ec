//! From closed enums to words, tones and icons: the one place where a meaning gets its look.

use chrono::NaiveDate;
use contract::person::Person;
use domain::coded::Coded;
use domain::document::{Actor, EventKind, FundTask, Kind, Reason, Return, Source, Status, Step, YourTask};
use domain::moment::Zone;
use domain::person::Relation;

use crate::api::ApiError;
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
        Coded::Known(Status::Registered) => m::meaning_registered(),
        Coded::Known(Status::DocsRequired) => m::meaning_docs_required(),
        Coded::Known(Status::DocsReceived) => m::meaning_docs_received(),
        Coded::Known(Status::Approved) => m::meaning_approved(),
        Coded::Known(Status::Refused) => m::meaning_refused(),
        Coded::Known(Status::Annulled) => m::meaning_annulled(),
        Coded::Known(Status::Terminated) => m::meaning_terminated(),
        Coded::Known(Status::Expired) => m::meaning_expired(),
        Coded::Unknown(_) => m::meaning_unknown(),
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
    let Coded::Known(known) = event else { return m::event_unknown(event.code()) };
    match known {
        EventKind::ProtocolRegistered => m::event_protocol_registered(),
        EventKind::ProtocolDocsRequired => m::event_protocol_docs_required(),
        EventKind::ProtocolDocsReceived => m::event_protocol_docs_received(),
        EventKind::ProtocolApproved => m::event_protocol_approved(),
        EventKind::ProtocolRefused => m::event_protocol_refused(),
        EventKind::ProtocolAnnulled => m::event_protocol_annulled(),
        EventKind::ProtocolTerminated => m::event_protocol_terminated(),
        EventKind::ProtocolExpired => m::event_protocol_expired(),
        EventKind::AidApplicationReceived => m::event_aid_application_received(),
        EventKind::AidRepairReceived => m::event_aid_repair_received(),
        EventKind::AidApproved => m::event_aid_approved(),
        EventKind::AidRefused => m::event_aid_refused(),
        EventKind::AidAnnulled => m::event_aid_annulled(),
        EventKind::AidExpiryReminder => m::event_aid_expiry_reminder(),
        EventKind::Extended => m::event_document_extended(),
    }
}

/// Who acted.
pub fn actor(actor: &Coded<Actor>) -> Msg {
    match actor {
        Coded::Known(Actor::Fund) => m::actor_fund(),
        Coded::Known(Actor::RegionalFund) => m::actor_regional_fund(),
        Coded::Known(Actor::Doctor) => m::actor_doctor(),
        Coded::Known(Actor::Patient) => m::actor_patient(),
        Coded::Known(Actor::Proxy) => m::actor_proxy(),
        Coded::Known(Actor::Supplier) => m::actor_supplier(),
        Coded::Known(Actor::System) => m::actor_system(),
        Coded::Unknown(code) => m::actor_unknown(code.as_str()),
    }
}

/// Where a record comes from.
pub fn source(source: &Coded<Source>) -> Msg {
    match source {
        Coded::Known(Source::ProtocolRegister) => m::source_protocol_register(),
        Coded::Known(Source::DeviceRegister) => m::source_device_register(),
        Coded::Known(Source::Portal) => m::source_portal(),
        Coded::Unknown(code) => m::source_unknown(code.as_str()),
    }
}

/// A reason in plain words; `None` where the portal has none and the fund's words must do.
pub fn reason(reason: &Coded<Reason>) -> Option<Msg> {
    Some(match reason.known()? {
        Reason::DocumentMissing => m::reason_document_missing(),
        Reason::DocumentFaulty => m::reason_document_faulty(),
        Reason::CriteriaNotMet => m::reason_criteria_not_met(),
        Reason::InsuranceInterrupted => m::reason_insurance_interrupted(),
        Reason::Duplicate => m::reason_duplicate(),
        Reason::EnteredInError => m::reason_entered_in_error(),
        Reason::TreatmentChanged => m::reason_treatment_changed(),
        Reason::Reopened => m::reason_reopened(),
        Reason::ExtendedForAll => m::reason_extended_for_all(),
        Reason::ValidityOver => m::reason_validity_over(),
    })
}

/// What a move back means.
pub fn return_meaning(meaning: Return) -> Msg {
    match meaning {
        Return::DecisionWithdrawn => m::back_decision_withdrawn(),
        Return::Reopened => m::back_reopened(),
        Return::DocumentsAgain => m::back_documents_again(),
        Return::Restarted => m::back_restarted(),
    }
}

/// The name of a step.
pub fn step(step: Step) -> Msg {
    match step {
        Step::Received => m::step_received(),
        Step::Review => m::step_review(),
        Step::Decision => m::step_decision(),
        Step::Use => m::step_use(),
        Step::End => m::step_end(),
    }
}

/// What the patient should or can do.
pub fn your_task(task: YourTask, today: NaiveDate) -> Msg {
    match task {
        YourTask::SendDocuments => m::task_send_documents(),
        YourTask::PlanNewProtocol { last_day } if last_day < today => m::task_protocol_over(last_day),
        YourTask::PlanNewProtocol { last_day } => m::task_plan_new_protocol(last_day),
        YourTask::UseProtocol { last_day: Some(last_day) } => m::task_use_protocol_until(last_day),
        YourTask::UseProtocol { last_day: None } => m::task_use_protocol(),
        YourTask::GetDevice { last_day: Some(last_day) } if last_day < today => m::task_device_over(last_day),
        YourTask::GetDevice { last_day: Some(last_day) } => m::task_get_device_until(last_day),
        YourTask::GetDevice { last_day: None } => m::task_get_device(),
        YourTask::AskAboutRefusal => m::task_ask_about_refusal(),
        YourTask::AskAboutEnd => m::task_ask_about_end(),
        YourTask::AskForNew => m::task_ask_for_new(),
        YourTask::Nothing => m::task_nothing(),
        YourTask::AskFund => m::task_ask_fund(),
    }
}

/// What the fund is doing.
pub fn fund_task(task: FundTask) -> Msg {
    match task {
        FundTask::Checking => m::fund_checking(),
        FundTask::Waiting => m::fund_waiting(),
        FundTask::CheckingDocuments => m::fund_checking_documents(),
        FundTask::Paying => m::fund_paying(),
        FundTask::Finished => m::fund_finished(),
        FundTask::Unknown => m::fund_unknown(),
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
    match person.relation.known()? {
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
        Connection::Live => Some(m::live_live()),
        Connection::Reconnecting => Some(m::live_reconnecting()),
        Connection::Polling => Some(m::live_polling()),
        Connection::Offline => Some(m::live_offline()),
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
