//! Words of a text as they are compared: whatever the case, the script, and letters that only look alike.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::search::fold;
use crate::transliteration::transliterate;

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// What it is compared by.
    pub key: String,
    /// There is no blank between the word before and this one.
    pub joined: bool,
    /// The number of its key in a [`Vocabulary`]; [`UNKNOWN`] if it is not there.
    pub id: u32,
}

/// No word of a vocabulary.
pub const UNKNOWN: u32 = u32::MAX;

/// The words of all templates, numbered: numbers are compared faster than texts, and that is done for each word of each
/// template.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    ids: BTreeMap<String, u32>,
}

impl Vocabulary {
    /// The number of a key, which it gets if it has none.
    pub fn add(&mut self, key: String) -> u32 {
        let next = u32::try_from(self.ids.len()).unwrap_or(UNKNOWN);
        *self.ids.entry(key).or_insert(next)
    }

    /// How many keys there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Numbers words, and says of each number whether it is there.
    pub fn number(&self, words: &mut [Word]) -> Vec<bool> {
        let mut there = vec![false; self.len()];
        for word in words {
            word.id = self.ids.get(&word.key).copied().unwrap_or(UNKNOWN);
            if let Some(there) = usize::try_from(word.id).ok().and_then(|id| there.get_mut(id)) {
                *there = true;
            }
        }
        there
    }
}

/// The words of a text: runs of letters and digits. What cannot be seen parts no word.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut end = None;
    let mut word = |span: Range<usize>| {
        let key = key(&text[span.clone()]);
        let joined = end.is_some_and(|end| !text[end..span.start].contains(char::is_whitespace));
        end = Some(span.end);
        Word { span, key, joined, id: UNKNOWN }
    };
    spans(text).into_iter().map(&mut word).collect()
}

fn spans(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let within = character.is_alphanumeric() || (is_invisible(character) && start.is_some());
        match (within, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                spans.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    spans
}

/// Soft hyphen, zero-width space and joiners, accents that stand apart, byte order mark.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}

/// What a word is compared by: small Latin letters by the law on transliteration, where a Latin letter that looks like a
/// Cyrillic one is taken for what that becomes (`c` for `s`, `p` for `r`, …). Both sides of a comparison go through it, so
/// that a word is the same in Cyrillic, in Latin, and in a mix that looks the same.
#[must_use]
pub fn key(word: &str) -> String {
    let seen: String = fold(word).chars().filter(|character| !is_invisible(*character)).collect();
    transliterate(&seen).chars().map(alike).collect()
}

/// `в` becomes `v` and looks like `b`; so for `н`, `р`, `с`, `у`, `х`. Ukrainian and Kazakh letters that look Latin count as
/// these.
fn alike(letter: char) -> char {
    match letter {
        'b' => 'v',
        'h' | 'x' | 'һ' => 'n',
        'p' => 'r',
        'c' | 'ѕ' => 's',
        'y' => 'u',
        'і' => 'i',
        'ј' => 'j',
        'ԁ' => 'd',
        other => other,
    }
}

/// Words that have letters of both scripts.
#[must_use]
pub fn mixed(text: &str) -> Vec<Range<usize>> {
    let is_mixed = |span: &Range<usize>| {
        let word = &text[span.clone()];
        let latin = word.chars().any(|c| c.is_ascii_alphabetic());
        latin && word.chars().any(|c| ('\u{400}'..='\u{52f}').contains(&c))
    };
    spans(text).into_iter().filter(is_mixed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_the_same_in_every_script_and_in_a_mix_of_them() {
        for other in ["ПРОТОКОЛ", "protokol", "пpoтoкoл", "про\u{ad}токол", "PROTOKOL"] {
            assert_eq!(key(other), key("протокол"), "{other}");
        }
        // All letters look alike: the whole word is in the other script.
        assert_eq!(key("CMC"), key("СМС"));
        assert_eq!(key("Sofia"), key("София"));
        assert_ne!(key("одобрен"), key("отказан"));
    }

    #[test]
    fn what_cannot_be_seen_is_no_word() {
        assert_eq!(words("\u{200b} \u{ad}\u{feff} – „“"), []);
        assert_eq!(words("a\u{200b} b").len(), 2);
    }

    #[test]
    fn a_mix_of_scripts_is_found() {
        let text = "Вашият пpотокол SMS";
        let found: Vec<_> = mixed(text).into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, ["пpотокол"]);
    }
}
