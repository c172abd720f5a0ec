//! From what `domain::notification` says to words: how one is told, and what is in the way.

use domain::coded::Coded;
use domain::moment::{Moment, Zone};
use domain::notification::summary::{How, Line};
use domain::notification::{Because, Channel, NotBy, Obstacle};

use crate::i18n::Msg;
use crate::i18n::texts::notifications as n;
pub use crate::words::notification::{by, channel, channel_icon, subject, topic, wait};

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
    use domain::notification::{Subject, Topic};

    use super::*;
    use crate::i18n::texts::subjects as s;

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
