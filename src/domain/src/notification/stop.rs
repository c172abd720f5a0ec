//! Stopping messages outside the portal, and how that is undone.

use crate::citation::{Citation, DESIGN};
use crate::notification::channel::Channel;
use crate::search::fold;

/// Words that stop, in Latin and Cyrillic letters.
pub const STOP_WORDS: [&str; 4] = ["stop", "стоп", "спри", "тоқта"];
/// Words that undo it.
pub const START_WORDS: [&str; 2] = ["start", "старт"];
/// The word that people are told to send.
pub const START: &str = "START";
/// No source says which words the fund's carrier takes: those that carriers usually do.
pub const WORDS_SOURCE: Citation = DESIGN;

/// What somebody answered to an SMS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// Send no more.
    Stop,
    /// Send again.
    Start,
    /// Anything else: it changes nothing.
    Other,
}

/// Reads an answer: the word alone, in any case, with blanks, quotes and full stops around it. A word in a sentence is no
/// wish that could be told for sure.
///
/// ```
/// use domain::notification::stop::{Reply, read_reply};
/// assert_eq!(read_reply(" Stop. "), Reply::Stop);
/// assert_eq!(read_reply("Кога спирате?"), Reply::Other);
/// ```
#[must_use]
pub fn read_reply(text: &str) -> Reply {
    let word = fold(text.trim_matches(|c: char| !c.is_alphanumeric()));
    if STOP_WORDS.contains(&word.as_str()) {
        Reply::Stop
    } else if START_WORDS.contains(&word.as_str()) {
        Reply::Start
    } else {
        Reply::Other
    }
}

/// How a stop is undone: never by the portal itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undo<'a> {
    /// By texting a word to a number.
    Text {
        /// The word.
        word: &'static str,
        /// The number, if the carrier gave one.
        to: Option<&'a str>,
    },
    /// By letting the sender in again, in Viber.
    InViber,
    /// By verifying the address again: no message carries a link.
    ByEmail,
    /// In the settings of the device.
    OnDevice,
}

/// How a stop of a channel is undone; `number` is the carrier's, where it is known.
#[must_use]
pub const fn undo(channel: Channel, number: Option<&str>) -> Undo<'_> {
    match channel {
        Channel::Sms => Undo::Text { word: START, to: number },
        Channel::Viber => Undo::InViber,
        Channel::Email => Undo::ByEmail,
        Channel::Push => Undo::OnDevice,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Code;

    #[test]
    fn every_word_is_read_in_capitals_and_in_small_letters() {
        for word in STOP_WORDS {
            assert_eq!(read_reply(word), Reply::Stop);
            assert_eq!(read_reply(&format!(" «{}»! ", word.to_uppercase())), Reply::Stop);
        }
        assert!(START_WORDS.iter().all(|word| read_reply(&word.to_uppercase()) == Reply::Start));
        assert_eq!(read_reply(START), Reply::Start);
        assert_eq!(read_reply(""), Reply::Other);
        assert_eq!(read_reply("stop it"), Reply::Other);
    }

    #[test]
    fn a_number_is_named_only_where_the_carrier_gave_one() {
        assert_eq!(undo(Channel::Sms, Some("1917")), Undo::Text { word: "START", to: Some("1917") });
        assert!(
            Channel::ALL
                .iter()
                .all(|channel| !matches!(undo(*channel, None), Undo::Text { to: Some(_), .. }))
        );
    }
}
