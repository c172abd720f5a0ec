//! What is told, by which channel, in whose name: words that the pages of messages share.

use domain::coded::Coded;
use domain::notification::{Channel, Sender, Subject, Topic};

use crate::i18n::Msg;
use crate::i18n::texts::subjects as s;

/// The name of a subject.
pub fn subject(subject: &Coded<Subject>) -> Msg {
    let Coded::Known(known) = subject else { return s::unknown(subject.code()) };
    match known {
        Subject::ProtocolRegistered => s::of_protocol_registered(),
        Subject::ProtocolDocsRequired => s::of_protocol_docs_required(),
        Subject::ProtocolDocsReceived => s::of_protocol_docs_received(),
        Subject::ProtocolApproved => s::of_protocol_approved(),
        Subject::ProtocolRefused => s::of_protocol_refused(),
        Subject::ProtocolAnnulled => s::of_protocol_annulled(),
        Subject::ProtocolTerminated => s::of_protocol_terminated(),
        Subject::ProtocolExpired => s::of_protocol_expired(),
        Subject::AidApplicationReceived => s::of_aid_application_received(),
        Subject::AidRepairReceived => s::of_aid_repair_received(),
        Subject::AidApproved => s::of_aid_approved(),
        Subject::AidRefused => s::of_aid_refused(),
        Subject::AidAnnulled => s::of_aid_annulled(),
        Subject::AidExpiryReminder => s::of_aid_expiry_reminder(),
        Subject::Extended => s::of_document_extended(),
        Subject::ContactCode => s::of_contact_code(),
        Subject::InvitationCode => s::of_access_invitation_code(),
        Subject::AccessGranted => s::of_access_granted(),
        Subject::AccessChanged => s::of_access_changed(),
        Subject::AccessRevoked => s::of_access_revoked(),
        Subject::AccessEndsSoon => s::of_access_ends_soon(),
        Subject::AgeAhead => s::of_access_age_ahead(),
        Subject::NewDevice => s::of_account_new_device(),
        Subject::SecurityNotice => s::of_account_security_notice(),
        Subject::AccountClosing => s::of_account_closing(),
        Subject::Correction => s::of_message_correction(),
        Subject::DataReady => s::of_account_data_ready(),
        Subject::VisitReminder => s::of_visit_reminder(),
        Subject::DocumentReady => s::of_practice_document_ready(),
        Subject::DocumentNeedsMore => s::of_practice_document_needs_more(),
        Subject::DocumentRefused => s::of_practice_document_refused(),
        Subject::GpWindowOpens => s::of_gp_window_opens(),
        Subject::GpWindowCloses => s::of_gp_window_closes(),
        Subject::CheckUpDue => s::of_check_up_due(),
        Subject::TelkDate => s::of_telk_date(),
        Subject::ContractChange => s::of_contract_change(),
        Subject::PreventionInvitation => s::of_prevention_invitation(),
        Subject::PreventionAgain => s::of_prevention_again(),
        Subject::ComplaintRegistered => s::of_complaint_registered(),
        Subject::ComplaintQuestion => s::of_complaint_question(),
        Subject::ComplaintAnswered => s::of_complaint_answered(),
        Subject::ComplaintOverdue => s::of_complaint_overdue(),
    }
}

/// The name of a group of subjects.
pub fn topic(topic: Topic) -> Msg {
    match topic {
        Topic::Protocols => s::topic_protocols(),
        Topic::Devices => s::topic_devices(),
        Topic::Access => s::topic_access(),
        Topic::Account => s::topic_account(),
        Topic::Visits => s::topic_visits(),
        Topic::PracticeDocuments => s::topic_practice_documents(),
        Topic::Doctor => s::topic_doctor(),
        Topic::Prevention => s::topic_prevention(),
        Topic::Commission => s::topic_commission(),
        Topic::Complaints => s::topic_complaints(),
    }
}

/// The name of a channel.
pub fn channel(channel: Channel) -> Msg {
    match channel {
        Channel::Sms => s::channel_sms(),
        Channel::Viber => s::channel_viber(),
        Channel::Email => s::channel_email(),
        Channel::Push => s::channel_push(),
    }
}

/// The icon of a channel.
pub fn channel_icon(channel: Channel) -> &'static str {
    match channel {
        Channel::Sms => "message",
        Channel::Viber => "phone",
        Channel::Email => "email",
        Channel::Push => "bell",
    }
}

/// By a channel, within a sentence.
pub fn by(channel: Channel) -> Msg {
    match channel {
        Channel::Sms => s::by_sms(),
        Channel::Viber => s::by_viber(),
        Channel::Email => s::by_email(),
        Channel::Push => s::by_push(),
    }
}

/// The name of a channel that this build may not know.
pub fn any_channel(by: &Coded<Channel>) -> Msg {
    by.known().map_or_else(|| s::channel_unknown(by.code()), channel)
}

/// In whose name a message goes.
pub fn sender(sender: &Coded<Sender>) -> Msg {
    let Coded::Known(known) = sender else { return s::sender_unknown(sender.code()) };
    match known {
        Sender::Fund => s::sender_fund(),
        Sender::Portal => s::sender_portal(),
        Sender::Practice => s::sender_practice(),
        Sender::Insurer => s::sender_insurer(),
    }
}

/// A wait before the next channel.
pub fn wait(minutes: u32) -> Msg {
    let count = |number: u32| usize::try_from(number).unwrap_or_default();
    if minutes >= 60 && minutes.is_multiple_of(60) {
        s::wait_hours(count(minutes / 60))
    } else {
        s::wait_minutes(count(minutes))
    }
}
