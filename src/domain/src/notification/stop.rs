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
