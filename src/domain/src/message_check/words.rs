//! A text as words that can be compared, whatever the script and the case: everything in Latin letters as the
//! law on transliteration writes them.

use std::ops::Range;

use crate::search::fold;
use crate::transliteration::transliterate;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// It in small Latin letters.
    pub latin: String,
}

/// The words of a text: runs of letters and digits.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        // What cannot be seen does not part a word.
        let within = character.is_alphanumeric() || is_invisible(character);
        match (within, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(Word { span: from..at, latin: latin(&text[from..at]) });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// A word in small Latin letters. In a word that mixes scripts, Latin letters that look Cyrillic are taken
/// for these.
pub fn latin(word: &str) -> String {
    let seen: String = fold(word).chars().filter(|character| !is_invisible(*character)).collect();
    let mixed = seen.chars().any(is_cyrillic) && seen.chars().any(|letter| letter.is_ascii_alphabetic());
    if mixed { transliterate(&seen.chars().map(cyrillic).collect::<String>()) } else { transliterate(&seen) }
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

/// Soft hyphen, zero-width space and joiners, byte order mark.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The Cyrillic letter that a small Latin one looks like.
fn cyrillic(letter: char) -> char {
    match letter {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'h' => 'н',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        _ => letter,
    }
}

/// A word of a pattern, in Bulgarian.
#[derive(Debug, Clone, Copy)]
pub enum Pattern {
    /// This word.
    Is(&'static str),
    /// A word that begins so: the endings of Bulgarian words differ.
    Starts(&'static str),
}

impl Pattern {
    fn fits(self, word: &Word) -> bool {
        match self {
            Self::Is(pattern) => word.latin == transliterate(pattern),
            Self::Starts(pattern) => word.latin.starts_with(&transliterate(pattern)),
        }
    }
}

/// Where words follow each other as a pattern says.
pub fn matches(words: &[Word], pattern: &[Pattern]) -> Vec<Range<usize>> {
    let fits = |run: &&[Word]| run.iter().zip(pattern).all(|(word, pattern)| pattern.fits(word));
    let span = |run: &[Word]| Some(run.first()?.span.start..run.last()?.span.end);
    words.windows(pattern.len()).filter(fits).filter_map(span).collect()
}
