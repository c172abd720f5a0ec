//! Which looks are noted in the log of access, and which belong to a look that stands there already.
//!
//! Whose documents they are is to find every look in the log, and not a line for every request that a page makes.

use chrono::{DateTime, TimeDelta, Utc};

use crate::access::deed::Deed;
use crate::citation::{Citation, DESIGN};

/// For so long after a look was noted the same one may go without an entry of its own. It is counted from the entry, not from
/// the last request: whoever looks for an hour is noted several times.
pub const LOOK_LASTS: TimeDelta = TimeDelta::minutes(15);
/// The source of [`LOOK_LASTS`].
pub const LOOK_SOURCE: Citation = DESIGN;

/// How somebody came to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// They asked for it.
    Asked,
    /// As a part of something else that they look at, such as the files of a document.
    Beside,
    /// No person caused the request, by the word of the client alone.
    Background {
        /// Whether the same session looked at the same before, caused by the person, and was let.
        looked: bool,
    },
}

impl Deed {
    /// Whether it is nothing but looking at something that is always the same: a page that stays open does so again by itself.
    /// A search is none, for each is for something else.
    #[must_use]
    pub const fn is_look(self) -> bool {
        matches!(
            self,
            Self::LookedAtList
                | Self::OpenedDocument
                | Self::LookedAtInsurance
                | Self::LookedAtGp
                | Self::LookedAtPrevention
                | Self::LookedAtPlan
                | Self::LookedAtLog
        )
    }
}

/// Whether what somebody did at `now` gets an entry; `last` is when the same look of the same account, with the same outcome,
/// was noted last.
///
/// Everything that is more than a look gets one, whatever the client says of it. A look in the background gets none where the
/// session looked there before, for then a page keeps itself up to date; else the client's word would be a way around the log.
/// Lists, and what is shown beside something else, are asked for time and again: they get one within [`LOOK_LASTS`].
#[must_use]
pub fn is_noted(deed: Deed, how: Look, last: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    // A clock that was put back has no last time.
    let again = last.is_some_and(|last| last <= now && now < last + LOOK_LASTS);
    match how {
        _ if !deed.is_look() => true,
        Look::Background { looked: true } => false,
        Look::Background { looked: false } | Look::Beside => !again,
        Look::Asked => !(again && deed == Deed::LookedAtList),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Code as _;

    const NOW: DateTime<Utc> = DateTime::from_timestamp_nanos(1_800_000_000_000_000_000);
    const EVERY: [Look; 4] =
        [Look::Asked, Look::Beside, Look::Background { looked: false }, Look::Background { looked: true }];

    fn ago(minutes: i64) -> DateTime<Utc> {
        NOW - TimeDelta::minutes(minutes)
    }

    #[test]
    fn what_is_more_than_a_look_is_always_noted() {
        for deed in Deed::ALL.iter().copied().filter(|deed| !deed.is_look()) {
            for how in EVERY {
                assert!(is_noted(deed, how, Some(ago(0)), NOW), "{deed:?} {how:?}");
            }
        }
    }

    #[test]
    fn the_first_look_is_noted_unless_the_session_has_looked_before() {
        for deed in Deed::ALL.iter().copied().filter(|deed| deed.is_look()) {
            for how in EVERY {
                let before = how == Look::Background { looked: true };
                assert_eq!(is_noted(deed, how, None, NOW), !before, "{deed:?} {how:?}");
            }
        }
    }

    #[test]
    fn a_document_is_noted_each_time_it_is_opened_and_its_files_and_lists_once_in_a_while() {
        for (deed, how, within) in [
            (Deed::OpenedDocument, Look::Asked, true),
            (Deed::LookedAtInsurance, Look::Asked, true),
            (Deed::LookedAtGp, Look::Asked, true),
            (Deed::LookedAtPrevention, Look::Asked, true),
            (Deed::LookedAtLog, Look::Asked, true),
            (Deed::LookedAtList, Look::Asked, false),
            (Deed::OpenedDocument, Look::Beside, false),
            (Deed::OpenedDocument, Look::Background { looked: false }, false),
        ] {
            assert_eq!(is_noted(deed, how, Some(ago(0)), NOW), within, "{deed:?} {how:?}");
            assert_eq!(is_noted(deed, how, Some(ago(14)), NOW), within, "{deed:?} {how:?}");
            assert!(is_noted(deed, how, Some(ago(15)), NOW), "{deed:?} {how:?}");
            assert!(is_noted(deed, how, Some(ago(-1)), NOW), "a clock that was put back: {deed:?} {how:?}");
        }
    }
}
