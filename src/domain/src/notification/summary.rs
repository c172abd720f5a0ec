//! What the wishes come to, as data for sentences: "of approvals by Viber, else by SMS; of visits not at all".

use chrono::{DateTime, Utc};

use crate::coded::Code;
use crate::insurance::System;
use crate::notification::channel::Channel;
use crate::notification::contact::{Contact, Obstacle};
use crate::notification::preference::{Preferences, Wish};
use crate::notification::subject::{Audience, Subject};
use crate::notification::topic::Topic;
use crate::notification::way::{Because, NotBy, ways};

/// How one is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// By these channels: paths are gone at the same time; within each, one channel where the one before does not arrive.
    By {
        /// The paths.
        paths: Vec<Vec<Channel>>,
        /// Why.
        because: Because,
    },
    /// Not at all.
    Not(NotBy),
}

/// One sentence of the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The group.
    pub topic: Topic,
    /// The subjects of it that are told so.
    pub subjects: Vec<Subject>,
    /// Whether these are all of the group.
    pub whole: bool,
    /// How.
    pub how: How,
    /// Channels that are wanted and cannot be used, with what is in the way.
    pub lacking: Vec<(Channel, Obstacle)>,
}

/// What an account holder is told about a person, group by group; subjects of one group that are told in the same way make
/// one line. Codes for contacts are no part of it: they go to the contact itself.
#[must_use]
pub fn summary(
    person: &str,
    preferences: &Preferences,
    contacts: &[Contact],
    system: Option<System>,
    at: DateTime<Utc>,
) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for topic in Topic::ALL {
        let told = |subject: &&Subject| {
            subject.topic() == *topic
                && subject.happens_in(system)
                && subject.audience() != Audience::TheContact
        };
        let all: Vec<Subject> = Subject::ALL.iter().filter(told).copied().collect();
        let first = lines.len();
        for subject in &all {
            let (how, lacking) = how(*subject, person, preferences, contacts, at);
            match lines[first..].iter_mut().find(|line| line.how == how && line.lacking == lacking) {
                Some(line) => line.subjects.push(*subject),
                None => {
                    lines.push(Line { topic: *topic, subjects: vec![*subject], whole: false, how, lacking });
                }
            }
        }
        if let [line] = &mut lines[first..] {
            line.whole = true;
        }
    }
    lines
}

fn how(
    subject: Subject,
    person: &str,
    preferences: &Preferences,
    contacts: &[Contact],
    at: DateTime<Utc>,
) -> (How, Vec<(Channel, Obstacle)>) {
    let wanted = |channel: Channel| preferences.wish(person, subject, channel) == Wish::On;
    let lacking = |not_by: &[(Channel, NotBy)]| {
        let obstacle = |(channel, why): &(Channel, NotBy)| match why {
            NotBy::Obstacle(obstacle) if wanted(*channel) => Some((*channel, *obstacle)),
            _ => None,
        };
        not_by.iter().filter_map(obstacle).collect::<Vec<_>>()
    };
    match ways(subject, person, preferences, contacts, at) {
        Ok(ways) => {
            let channels = |path: &Vec<_>| path.iter().map(|hop: &super::way::Hop| hop.channel).collect();
            let paths = ways.paths.iter().map(channels).collect();
            (How::By { paths, because: ways.because }, lacking(&ways.not_by))
        }
        Err(no) => (How::Not(no.main()), lacking(&no.not_by)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notification::channel::Reach;
    use crate::notification::contact::{Address, Proof};
    use crate::notification::preference::{Cell, What};

    fn phone() -> Contact {
        let address = Address::parse(Reach::Phone, "0888123456").unwrap();
        let proof = Proof::Verified { since: DateTime::UNIX_EPOCH };
        Contact { address, proof, apart_for: None, stops: Vec::new() }
    }

    fn said(preferences: &Preferences) -> Vec<Line> {
        summary("maria", preferences, &[phone()], Some(System::Bulgaria), DateTime::UNIX_EPOCH)
    }

    #[test]
    fn of_protocols_by_viber_else_by_sms_and_of_refusals_not_at_all() {
        let mut preferences = Preferences::default();
        let cell = |what, channel| Cell { person: "maria".to_owned(), what, channel };
        for channel in [Channel::Viber, Channel::Sms, Channel::Email] {
            preferences.set(cell(What::Topic(Topic::Protocols), channel), Wish::On);
            preferences.set(cell(What::Subject(Subject::ProtocolRefused), channel), Wish::Off);
        }
        preferences.set(cell(What::Subject(Subject::ProtocolRefused), Channel::Push), Wish::Off);
        let lines = said(&preferences);
        let protocols: Vec<_> = lines.iter().filter(|line| line.topic == Topic::Protocols).collect();
        let [most, refused] = protocols[..] else { panic!("{protocols:?}") };
        let paths = vec![vec![Channel::Viber, Channel::Sms]];
        assert_eq!(most.how, How::By { paths, because: Because::Wanted });
        assert_eq!(most.lacking, [(Channel::Email, Obstacle::NoContact)]);
        assert_eq!((refused.subjects.as_slice(), refused.whole), (&[Subject::ProtocolRefused][..], false));
        assert_eq!(refused.how, How::Not(NotBy::Off));
    }

    #[test]
    fn what_lacks_a_contact_is_a_line_of_its_own() {
        let mut preferences = Preferences::default();
        let cell = |what, channel| Cell { person: "maria".to_owned(), what, channel };
        preferences.set(cell(What::Topic(Topic::Protocols), Channel::Sms), Wish::On);
        preferences.set(cell(What::Subject(Subject::ProtocolRefused), Channel::Email), Wish::On);
        let lines = said(&preferences);
        let protocols: Vec<_> = lines.iter().filter(|line| line.topic == Topic::Protocols).collect();
        let [most, refused] = protocols[..] else { panic!("{protocols:?}") };
        assert_eq!(most.how, refused.how);
        assert_eq!((most.lacking.len(), refused.subjects.as_slice()), (0, &[Subject::ProtocolRefused][..]));
        assert_eq!(refused.lacking, [(Channel::Email, Obstacle::NoContact)]);
    }

    #[test]
    fn of_what_nobody_decided_on_only_what_presses_is_told() {
        let lines = said(&Preferences::default());
        let of = |subject: Subject| lines.iter().find(|line| line.subjects.contains(&subject)).unwrap();
        assert_eq!(of(Subject::ProtocolApproved).how, How::Not(NotBy::Undecided));
        let by_sms = |because| How::By { paths: vec![vec![Channel::Sms]], because };
        assert_eq!(of(Subject::ProtocolRefused).how, by_sms(Because::Undecided));
        assert_eq!(of(Subject::NewDevice).how, by_sms(Because::Kept));
        assert!(lines.iter().all(|line| !line.subjects.contains(&Subject::ContactCode)));
        assert!(lines.iter().all(|line| !line.subjects.contains(&Subject::PreventionAgain)));
    }
}
