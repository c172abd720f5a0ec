//! The limit of a Viber message.

/// Characters that a business message may have.
pub const VIBER_LIMIT: usize = 1000;

/// What a text makes as a Viber message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Viber {
    /// Its characters, counted as units of UTF-16: the source says "characters", and this is the strictest
    /// count.
    pub characters: usize,
    /// Where it would be cut off, in bytes of the text; never within a character. `None` if it fits.
    pub cut_at: Option<usize>,
}

/// Counts a text for Viber.
///
/// ```
/// assert_eq!(domain::sms::viber(&"я".repeat(1000)).cut_at, None);
/// assert_eq!(domain::sms::viber(&"я".repeat(1001)).cut_at, Some(2000));
/// ```
#[must_use]
pub fn viber(text: &str) -> Viber {
    let mut characters = 0;
    let mut cut_at = None;
    for (at, character) in text.char_indices() {
        characters += character.len_utf16();
        if characters > VIBER_LIMIT && cut_at.is_none() {
            cut_at = Some(at);
        }
    }
    Viber { characters, cut_at }
}
