use super::*;
use crate::coded::Code;
use crate::document::EventKind;
use crate::notification::announced::announced;

#[test]
fn under_the_funds_name_go_fourteen_events_and_the_extension() {
    let fund = Subject::ALL.iter().filter(|subject| subject.sender() == Sender::Fund);
    let codes: Vec<_> = fund.map(|subject| subject.code()).collect();
    let events: Vec<_> = EventKind::ALL.iter().take(15).map(|event| event.code()).collect();
    assert_eq!(codes, events);
    for subject in Subject::ALL.iter().filter(|subject| subject.sender() != Sender::Fund) {
        assert!(!Sender::Fund.may_tell(*subject), "{subject:?}");
        assert!(!Sender::Practice.may_tell(Subject::ProtocolApproved));
    }
}

#[test]
fn what_protects_the_account_cannot_be_switched_off() {
    for subject in Subject::ALL {
        let security = subject.urgency() == Urgency::Security;
        assert!(!security || subject.kept().is_some(), "{subject:?}");
        assert!(subject.source().is_complete() && !subject.channels().is_empty());
    }
}

#[test]
fn codes_never_go_by_push_or_viber() {
    for subject in Subject::ALL.iter().filter(|subject| subject.carries_code()) {
        assert!(subject.channels().iter().all(|channel| matches!(channel, Channel::Sms | Channel::Email)));
        assert!(matches!(subject.valid(), Valid::For(_)));
    }
}

#[test]
fn a_message_is_undone_by_news_of_its_own_sender_or_topic() {
    for subject in Subject::ALL {
        for later in subject.row().undone_by {
            assert!(later.sender() == subject.sender() || later.topic() == subject.topic());
        }
        assert!(subject.undone_by(*subject));
    }
    assert!(Subject::ProtocolExpired.undone_by(Subject::Extended));
    assert!(Subject::AidExpiryReminder.undone_by(Subject::Extended));
    assert!(!Subject::AidApproved.undone_by(Subject::AidExpiryReminder));
}

#[test]
fn every_subject_of_the_fund_is_announced_by_its_event() {
    for event in EventKind::ALL.iter().take(15) {
        assert_eq!(announced(*event).map(Code::code), Ok(event.code()));
    }
}

#[test]
fn complaints_in_bulgaria_are_told_by_the_portal() {
    let answered = Subject::ComplaintAnswered;
    assert_eq!(answered.sender_in(Some(System::Bulgaria)), Sender::Portal);
    assert_eq!(answered.sender_in(Some(System::Kazakhstan)), Sender::Insurer);
    assert!(Sender::Portal.may_tell(answered));
    assert!(!Subject::PreventionInvitation.happens_in(Some(System::Bulgaria)));
}
