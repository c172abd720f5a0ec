//! Which version of a template is taken, in which language.

use chrono::{DateTime, Utc};

use crate::citation::{Citation, DESIGN};
use crate::language::Language;
use crate::notification::channel::Channel;
use crate::notification::subject::Subject;

/// Where there is no text in somebody's language, it is taken in this one.
pub const OTHERWISE: Language = Language::Bg;
/// The source of [`OTHERWISE`].
pub const CHOICE_SOURCE: Citation = DESIGN;

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
