//! Finding by text, whatever the case of the letters.

/// The text in small letters, for the scripts of the portal's four languages: Latin with its accents, and Cyrillic.
///
/// The standard library's answer is the same for these, but its tables for all scripts of the world weigh as much as a
/// page of the app.
///
/// ```
/// assert_eq!(domain::search::fold("Қазақстан, ЩЪЮЯ, Ärztin"), "қазақстан, щъюя, ärztin");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().map(small).collect()
}

/// The small letter of a letter; anything else as it is.
fn small(letter: char) -> char {
    let distance = match u32::from(letter) {
        // A-Z, À-Þ without ×, А-Я.
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE | 0x410..=0x42F => 32,
        // Ѐ-Џ.
        0x400..=0x40F => 80,
        // Ў-like pairs: the capital is the even one (Latin Extended-A, Cyrillic with the Kazakh letters).
        even @ (0x100..=0x12F
        | 0x132..=0x137
        | 0x14A..=0x177
        | 0x460..=0x481
        | 0x48A..=0x4BF
        | 0x4D0..=0x52F)
            if even % 2 == 0 =>
        {
            1
        }
        // Pairs of which the capital is the odd one.
        odd @ (0x139..=0x148 | 0x179..=0x17E | 0x4C1..=0x4CE) if odd % 2 == 1 => 1,
        // The palochka, and Ÿ, whose small letters lie elsewhere.
        0x4C0 => 15,
        0x178 => return '\u{ff}',
        _ => 0,
    };
    char::from_u32(u32::from(letter) + distance).unwrap_or(letter)
}

/// Whether `text` holds `word`; both are what [`fold`] gives.
///
/// The standard library's `contains` studies the word anew for each text, which takes longer than to search a line of it: a word
/// is sought in ten thousand of them at every key.
///
/// ```
/// use domain::search::holds;
/// assert!(holds("инсулин 2200-1000", "0-10"));
/// assert!(!holds("инсулин", "инсулт"));
/// ```
#[must_use]
pub fn holds(text: &str, word: &str) -> bool {
    let word = word.as_bytes();
    // No character's bytes begin inside of another's, so bytes are as good as characters.
    let Some(first) = word.first() else { return true };
    text.as_bytes().windows(word.len()).any(|part| part.first() == Some(first) && part == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_word_is_found_wherever_the_standard_library_finds_it(text in "[абвéa1 ]{0,12}", word in "[абвéa1]{0,3}") {
            prop_assert_eq!(holds(&text, &word), text.contains(&word));
        }
    }

    #[test]
    fn every_latin_and_cyrillic_letter_is_as_the_standard_library_says() {
        // U+0130 becomes two characters in the standard library: it is Turkish, and kept.
        for code in (0..0x180).chain(0x400..0x530).filter(|code| *code != 0x130) {
            let Some(letter) = char::from_u32(code) else { continue };
            let expected: String = letter.to_lowercase().collect();
            assert_eq!(fold(&letter.to_string()), expected, "U+{code:04X}");
        }
        assert_eq!(fold("\u{130}"), "\u{130}");
    }
}
