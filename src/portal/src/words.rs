//! From closed enums to words, tones and icons: the one place where a meaning gets its look. What only the page of a
//! document says is in [`document`].

pub mod contact;
pub mod document;
pub mod file;
pub mod notification;

use chrono::NaiveDate;
use contract::person::RawPerson;
use domain::coded::Coded;
use domain::document::{Attention, Kind, Status, YourTask};
use domain::moment::Zone;
use domain::person::Relation;

use crate::api::ApiError;
use crate::i18n::texts::beside as b;
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
    let Coded::Known(known) = status else { return m::status_unknown(status.code()) };
    match known {
        Status::Registered => m::status_registered(),
        Status::DocsRequired => m::status_docs_required(),
        Status::DocsReceived => m::status_docs_received(),
        Status::Approved => m::status_approved(),
        Status::Refused => m::status_refused(),
        Status::Annulled => m::status_annulled(),
        Status::Terminated => m::status_terminated(),
        Status::Expired => m::status_expired(),
        Status::Issued => m::status_issued(),
        Status::Sent => m::status_sent(),
        Status::Scheduled => m::status_scheduled(),
        Status::Used => m::status_used(),
        Status::PartlyDispensed => m::status_partly_dispensed(),
        Status::Dispensed => m::status_dispensed(),
        Status::Contested => m::status_contested(),
        Status::InForce => m::status_in_force(),
        Status::Closed => m::status_closed(),
        Status::Requested => m::status_requested(),
        Status::InWork => m::status_in_work(),
        Status::Ready => m::status_ready(),
        Status::HandedOver => m::status_handed_over(),
        Status::Recorded => m::status_recorded(),
        Status::Corrected => m::status_corrected(),
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
    let Coded::Known(known) = status else { return (Tone::Unknown, "unknown") };
    match known {
        Status::Registered
        | Status::Sent
        | Status::Scheduled
        | Status::Contested
        | Status::Requested
        | Status::InWork => (Tone::Waiting, "waiting"),
        Status::DocsRequired => (Tone::Action, "action"),
        Status::Ready => (Tone::Action, "received"),
        Status::DocsReceived => (Tone::Waiting, "received"),
        Status::Approved | Status::Issued | Status::InForce | Status::PartlyDispensed => {
            (Tone::Success, "approved")
        }
        Status::Refused => (Tone::Danger, "refused"),
        Status::Used | Status::Dispensed | Status::Closed | Status::HandedOver => (Tone::Ended, "check"),
        Status::Annulled | Status::Terminated | Status::Expired => (Tone::Ended, "ended"),
        Status::Recorded | Status::Corrected => (Tone::Ended, "documents"),
    }
}

/// The name of a kind of document.
pub fn kind(kind: &Coded<Kind>) -> Msg {
    let Coded::Known(known) = kind else { return m::kind_unknown(kind.code()) };
    match known {
        Kind::MedicineProtocol => m::kind_medicine_protocol(),
        Kind::DeviceApplication => m::kind_device_application(),
        Kind::RepairApplication => m::kind_repair_application(),
        Kind::LkkProtocol => m::kind_lkk_protocol(),
        Kind::TelkProtocol => m::kind_telk_protocol(),
        Kind::TelkDecision => m::kind_telk_decision(),
        Kind::Referral => m::kind_referral(),
        Kind::Prescription => m::kind_prescription(),
        Kind::SickSheet => m::kind_sick_sheet(),
        Kind::PracticeDocument => m::kind_practice_document(),
        Kind::OutpatientSheet => m::kind_outpatient_sheet(),
        Kind::TestResult => m::kind_test_result(),
        Kind::DischargeLetter => m::kind_discharge_letter(),
    }
}

/// Tone and icon of what is needed.
pub fn need_look(why: Attention) -> (Tone, &'static str) {
    match why {
        Attention::AppealEnds { .. } | Attention::DocumentsMissing => (Tone::Action, "action"),
        Attention::Ready => (Tone::Action, "received"),
        Attention::EndsSoon { .. } => (Tone::Waiting, "calendar"),
    }
}

/// What is needed, as the title of a card, and by when.
pub fn need(why: Attention, task: YourTask, today: NaiveDate) -> (Msg, Msg) {
    let days = |last_day: NaiveDate| usize::try_from((last_day - today).num_days()).unwrap_or_default();
    match why {
        Attention::AppealEnds { last_day } => (m::need_appeal(), m::need_left(days(last_day), last_day)),
        Attention::DocumentsMissing => (m::need_documents(), m::need_documents_when()),
        Attention::Ready => (m::need_ready(), m::status_ready()),
        Attention::EndsSoon { last_day } => {
            let title = match task {
                YourTask::PlanNewProtocol { .. } => m::need_new(),
                YourTask::GetDevice { .. } => m::need_device(),
                YourTask::Apply { .. } | YourTask::UseReferral { .. } | YourTask::FetchMedicine { .. } => {
                    m::need_use()
                }
                _ => m::need_look(),
            };
            let over = last_day < today;
            (title, if over { m::need_over_when(last_day) } else { m::need_until(days(last_day), last_day) })
        }
    }
}

/// A relation, as one says it of a person.
pub fn relation(person: &RawPerson) -> Option<Msg> {
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

/// Seconds to wait as whole minutes, one at least.
pub fn minutes(seconds: usize) -> usize {
    seconds.div_ceil(60).max(1)
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
