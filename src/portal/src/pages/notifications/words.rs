//! From what `domain::notification` says to words: subjects, channels, how one is told, and what is in the way.

use domain::coded::Coded;
use domain::moment::{Moment, Zone};
use domain::notification::summary::{How, Line};
use domain::notification::{Because, Channel, NotBy, Obstacle, Sender, Subject, Topic};

use crate::i18n::Msg;
use crate::i18n::texts::notifications as n;
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

/// In whose name something is told.
pub fn sender(sender: Sender) -> Msg {
    match sender {
        Sender::Fund => s::sender_fund(),
        Sender::Portal => s::sender_portal(),
        Sender::Practice => s::sender_practice(),
        Sender::Insurer => s::sender_insurer(),
    }
}

/// A sender that this build does not know.
pub fn sender_unknown(code: &str) -> Msg {
    s::sender_unknown(code)
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

/// A wait before the next channel.
pub fn wait(minutes: u32) -> Msg {
    let count = |number: u32| usize::try_from(number).unwrap_or_default();
    if minutes >= 60 && minutes.is_multiple_of(60) {
        s::wait_hours(count(minutes / 60))
    } else {
        s::wait_minutes(count(minutes))
    }
}

/// A channel that this build does not know.
pub fn by_unknown(code: &str) -> Msg {
    s::channel_unknown(code)
}

/// Channels of which each follows where the one before does not arrive.
pub fn chain(path: &[Channel]) -> Option<Msg> {
    let (last, before) = path.split_last()?;
    let start = chain(before);
    Some(match start {
        Some(start) => n::chain(start, by(*last)),
        None => by(*last),
    })
}

/// All paths: they are gone at the same time.
fn paths(paths: &[Vec<Channel>]) -> Option<Msg> {
    let joined = |all: Option<Msg>, path: Msg| match all {
        Some(all) => Some(n::and(all, path)),
        None => Some(path),
    };
    paths.iter().filter_map(|path| chain(path)).fold(None, joined)
}

/// How one is told: a heading, and why.
pub fn how(how: &How) -> (Msg, Option<Msg>) {
    match how {
        How::By { paths: by, because } => {
            let title = paths(by).map_or_else(n::not_undecided, n::by);
            let why = match because {
                Because::Wanted => None,
                Because::Kept => Some(n::because_kept()),
                Because::Undecided => Some(n::because_undecided()),
            };
            (title, why)
        }
        How::Not(NotBy::Off) => (n::not_off(), None),
        How::Not(NotBy::Undecided) => (n::not_undecided(), Some(n::not_undecided_text())),
        How::Not(NotBy::NotAllowed) => (n::not_allowed(), None),
        How::Not(NotBy::Obstacle(_)) => (n::not_reached(), None),
    }
}

/// What is in the way of a channel, with the day of a stop for a reader in this zone.
pub fn obstacle(by: Channel, obstacle: Obstacle, zone: Zone) -> Msg {
    match (obstacle, by) {
        (Obstacle::NoContact, Channel::Email) => n::lacks_email(),
        (Obstacle::NoContact, Channel::Push) => n::lacks_device(),
        (Obstacle::NoContact, Channel::Sms | Channel::Viber) => n::lacks_phone(channel(by)),
        (Obstacle::Unverified | Obstacle::CodePending, Channel::Email) => n::unverified_email(),
        (Obstacle::Unverified | Obstacle::CodePending, _) => n::unverified_phone(channel(by)),
        (Obstacle::Stopped { since }, _) => n::stopped(channel(by), (Moment::Instant(since), zone)),
    }
}

/// Lines that are told in the same way, together: what is told, and how.
pub struct Told {
    /// How.
    pub how: How,
    /// Wanted channels that cannot be used.
    pub lacking: Vec<(Channel, Obstacle)>,
    /// Groups, and subjects of groups that are told in several ways.
    pub what: Vec<Msg>,
}

/// Puts lines together that are told in the same way.
pub fn together(lines: &[Line]) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    for line in lines {
        let what: Vec<Msg> = if line.whole {
            vec![topic(line.topic)]
        } else {
            line.subjects.iter().map(|one| subject(&Coded::Known(*one))).collect()
        };
        match all.iter_mut().find(|told| told.how == line.how && told.lacking == line.lacking) {
            Some(told) => told.what.extend(what),
            None => all.push(Told { how: line.how.clone(), lacking: line.lacking.clone(), what }),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_follow_each_other_in_one_sentence() {
        let said = paths(&[vec![Channel::Viber, Channel::Sms], vec![Channel::Email]]);
        assert_eq!(said, Some(n::and(n::chain(s::by_viber(), s::by_sms()), s::by_email())));
        assert_eq!(paths(&[]), None);
    }

    #[test]
    fn what_is_told_alike_is_said_once() {
        let line = |topic, whole, subjects: &[Subject], how| Line {
            topic,
            subjects: subjects.to_vec(),
            whole,
            how,
            lacking: Vec::new(),
        };
        let off = || How::Not(NotBy::Off);
        let lines = [
            line(Topic::Protocols, true, &[Subject::ProtocolApproved], off()),
            line(Topic::Devices, false, &[Subject::AidRefused], How::Not(NotBy::Undecided)),
            line(Topic::Visits, true, &[Subject::VisitReminder], off()),
        ];
        let said = together(&lines);
        let what: Vec<_> = said.iter().map(|told| told.what.clone()).collect();
        assert_eq!(what, [vec![s::topic_protocols(), s::topic_visits()], vec![s::of_aid_refused()]]);
    }
}
