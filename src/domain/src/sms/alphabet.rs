//! The GSM 7-bit default alphabet with its extension table, and UCS-2.

use crate::coded::codes;

codes! {
    /// How the characters of a message are written.
    pub enum Encoding {
        /// The GSM 7-bit default alphabet.
        Gsm7 = "GSM-7",
        /// 16 bits for each unit (in truth UTF-16: an emoji takes two).
        Ucs2 = "UCS-2",
    }
}

impl Encoding {
    /// Units in a message of one part.
    #[must_use]
    pub const fn single(self) -> usize {
        match self {
            Self::Gsm7 => 160,
            Self::Ucs2 => 70,
        }
    }

    /// Units in each part of a message of several.
    #[must_use]
    pub const fn joined(self) -> usize {
        match self {
            Self::Gsm7 => 153,
            Self::Ucs2 => 67,
        }
    }

    /// Units of a character: 1, or 2 for a pair that no part may split. A character that the 7-bit alphabet
    /// lacks has none in it.
    #[must_use]
    pub fn units(self, character: char) -> usize {
        match self {
            Self::Gsm7 if is_basic(character) => 1,
            Self::Gsm7 if is_extended(character) => 2,
            Self::Gsm7 => 0,
            Self::Ucs2 => character.len_utf16(),
        }
    }
}

/// The encoding of a text: the 7-bit alphabet if it has every character of it.
#[must_use]
pub fn encoding_of(text: &str) -> Encoding {
    let fits = |character| is_basic(character) || is_extended(character);
    if text.chars().all(fits) { Encoding::Gsm7 } else { Encoding::Ucs2 }
}

/// One septet. The table has the small `ç` nowhere, only the capital; of Greek it has the capitals that do
/// not look Latin.
pub(super) fn is_basic(character: char) -> bool {
    match character {
        '\n' | '\r' | ' '..='_' | 'a'..='z' => !matches!(character, '[' | '\\' | ']' | '^'),
        _ => "£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà".contains(character),
    }
}

/// Two septets: the escape, and one in the extension table.
pub(super) fn is_extended(character: char) -> bool {
    matches!(character, '\u{c}' | '^' | '{' | '}' | '\\' | '[' | '~' | ']' | '|' | '€')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of 3GPP TS 23.038, 6.2.1, row by row from 0x00; the escape at 0x1B is no character.
    const TABLE: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
        ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    #[test]
    fn the_alphabet_has_127_characters_and_an_escape() {
        assert_eq!(TABLE.chars().count(), 127);
        let basic: Vec<char> = ('\0'..=char::MAX).filter(|character| is_basic(*character)).collect();
        let mut table: Vec<char> = TABLE.chars().collect();
        table.sort_unstable();
        assert_eq!(basic, table);
    }

    #[test]
    fn the_extension_table_has_ten_more() {
        let extended: Vec<char> = ('\0'..=char::MAX).filter(|character| is_extended(*character)).collect();
        let mut table: Vec<char> = "\u{c}^{}\\[~]|€".chars().collect();
        table.sort_unstable();
        assert_eq!(extended, table);
        assert!(extended.iter().all(|character| !is_basic(*character)));
    }

    #[test]
    fn a_character_outside_both_tables_has_no_units() {
        for character in ['№', '“', 'ж', 'ê', '😀'] {
            assert_eq!(Encoding::Gsm7.units(character), 0, "{character}");
        }
    }
}
