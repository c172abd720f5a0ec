//! Which version of a template is taken, in which language.

use chrono::{DateTime, Months, Utc};

use crate::citation::{Citation, DESIGN};
use crate::language::Language;
use crate::notification::channel::Channel;
use crate::notification::subject::Subject;

/// Where there is no text in somebody's language, it is taken in this one.
pub const OTHERWISE: Language = Language::Bg;
/// The source of [`OTHERWISE`].
pub const CHOICE_SOURCE: Citation = DESIGN;

/// So long after its last use a text is still shown as one that was sent: people look at old messages, too.
pub const SHOWN_FOR: Months = Months::new(12);
/// The source of [`SHOWN_FOR`].
pub const SHOWN_SOURCE: Citation = DESIGN;

/// Whether a version is shown as published: it is in use, or was within [`SHOWN_FOR`].
#[must_use]
pub fn is_shown(published: &Published, at: DateTime<Utc>) -> bool {
    let lately = |until: DateTime<Utc>| until.checked_add_months(SHOWN_FOR).is_none_or(|end| at < end);
    published.from <= at && published.until.is_none_or(lately)
}

/// A version that was put in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// Of which subject.
    pub subject: Subject,
    /// For which channel.
    pub channel: Channel,
    /// In which language.
    pub language: Language,
    /// Its number.
    pub version: u32,
    /// In use from this instant on.
    pub from: DateTime<Utc>,
    /// Not in use any more from this instant on.
    pub until: Option<DateTime<Utc>>,
}

/// The version that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    /// Its place among those given.
    pub place: usize,
    /// It is in another language than was asked for, for in that there is none.
    pub other_language: bool,
}

/// The version that is in use at an instant; of several the newest. `None` if there is none in either language: nothing can
/// be sent by this channel.
#[must_use]
pub fn choose(
    published: &[Published],
    subject: Subject,
    channel: Channel,
    language: Language,
    at: DateTime<Utc>,
) -> Option<Chosen> {
    let in_language = |language: Language| {
        let right = |one: &Published| {
            one.subject == subject
                && one.channel == channel
                && one.language == language
                && one.from <= at
                && one.until.is_none_or(|until| at < until)
        };
        (0..published.len())
            .filter(|place| right(&published[*place]))
            .max_by_key(|place| published[*place].version)
    };
    match in_language(language) {
        Some(place) => Some(Chosen { place, other_language: false }),
        None => in_language(OTHERWISE).map(|place| Chosen { place, other_language: language != OTHERWISE }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn version(language: Language, version: u32, from: i64, until: Option<i64>) -> Published {
        let at = |hours| DateTime::UNIX_EPOCH + TimeDelta::hours(hours);
        let (subject, channel) = (Subject::ProtocolApproved, Channel::Sms);
        Published { subject, channel, language, version, from: at(from), until: until.map(at) }
    }

    fn chosen(published: &[Published], language: Language, hours: i64) -> Option<Chosen> {
        let at = DateTime::UNIX_EPOCH + TimeDelta::hours(hours);
        choose(published, Subject::ProtocolApproved, Channel::Sms, language, at)
    }

    #[test]
    fn the_version_is_the_one_in_use_at_that_instant() {
        let all = [version(Language::Bg, 1, 0, Some(5)), version(Language::Bg, 2, 5, None)];
        let own = |place| Some(Chosen { place, other_language: false });
        assert_eq!(chosen(&all, Language::Bg, -1), None);
        assert_eq!(chosen(&all, Language::Bg, 4), own(0));
        assert_eq!(chosen(&all, Language::Bg, 5), own(1));
    }

    #[test]
    fn what_was_in_use_is_shown_for_a_year_after() {
        let at = |hours| DateTime::UNIX_EPOCH + TimeDelta::hours(hours);
        let (year, used) = (365 * 24, version(Language::Bg, 1, 0, Some(5)));
        for (hours, shown) in [(-1, false), (0, true), (5, true), (year + 4, true), (year + 5, false)] {
            assert_eq!(is_shown(&used, at(hours)), shown, "{hours}");
        }
        assert!(is_shown(&version(Language::Bg, 1, 0, None), at(10 * year)));
    }

    #[test]
    fn without_a_text_in_ones_language_it_is_bulgarian_and_says_so() {
        let all = [version(Language::Bg, 1, 0, None), version(Language::Kk, 1, 3, None)];
        assert_eq!(chosen(&all, Language::Kk, 2), Some(Chosen { place: 0, other_language: true }));
        assert_eq!(chosen(&all, Language::Kk, 3), Some(Chosen { place: 1, other_language: false }));
        assert_eq!(chosen(&all[1..], Language::Ru, 3), None);
    }
}
