//! What a message costs before it is sent: encoding, units, parts of an SMS, and which characters make it
//! dear; and where Viber would cut it off.
//!
//! An SMS carries 140 octets. In the GSM 7-bit alphabet these are 160 units, in UCS-2 70; a message of
//! several parts gives 6 octets of each to their order, which leaves 153 and 67.

mod alphabet;
mod parts;
mod viber;

pub use alphabet::{Encoding, encoding_of};
pub use parts::{Costly, Count, Why, count};
pub use viber::{VIBER_LIMIT, Viber, viber};

use crate::citation::Citation;

/// The alphabet and its extension table.
pub const ALPHABET_SOURCE: Citation = Citation {
    title: "3GPP TS 23.038 V9.1.1: Alphabets and language-specific information",
    url: Some("https://fr.scribd.com/document/211592407/23038-911"),
    stated: "2010-02",
};

/// The sizes, and that no pair may be split between parts.
pub const PARTS_SOURCE: Citation = Citation {
    title: "SMS Character Counter (Teletopia)",
    url: Some("https://teletopiasms.no/p/utilities/sms-char-counter"),
    stated: "undated",
};

/// The limit of Viber, and that what is longer is cut off.
pub const VIBER_SOURCE: Citation = Citation {
    title: "Viber Business Messages channel message support (Sinch)",
    url: Some("https://developers.sinch.com/docs/conversation/channel-support/viberbm/message-support"),
    stated: "undated",
};
