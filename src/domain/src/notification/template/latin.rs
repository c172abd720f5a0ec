//! A Bulgarian template in Latin letters, and what that saves.

use crate::language::Language;
use crate::notification::template::parse::Template;
use crate::notification::template::placeholder::Declared;
use crate::notification::template::render::RenderError;
use crate::notification::template::sample::{Length, filled};
use crate::sms;
use crate::transliteration::{transliterate, uncovered};

/// The template in Latin letters by the law on transliteration, and with signs that the 7-bit alphabet has; names of
/// placeholders stay. `None` for another language than
/// Bulgarian and English: the law is about Bulgarian.
#[must_use]
pub fn latin(template: &Template, language: Language) -> Option<Template> {
    match language {
        Language::Bg | Language::En => Some(template.with_words(plain)),
        Language::Ru | Language::Kk => None,
    }
}

/// Words in Latin letters, and with signs that the 7-bit alphabet has: one dash or quotation mark would undo what the letters
/// save.
fn plain(words: &str) -> String {
    let mut latin = String::with_capacity(words.len());
    for character in transliterate(words).chars() {
        match character {
            '„' | '“' | '”' | '«' | '»' => latin.push('"'),
            '’' | '‘' => latin.push('\''),
            '–' | '—' | '‑' => latin.push('-'),
            '…' => latin.push_str("..."),
            '№' => latin.push_str("No."),
            '\u{a0}' => latin.push(' '),
            other => latin.push(other),
        }
    }
    latin
}

/// What the Latin version saves: parts of an SMS at the shortest, usually, at the longest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saving {
    /// As it is written.
    pub before: [usize; 3],
    /// In Latin letters, values too.
    pub after: [usize; 3],
    /// Letters for which the law has no Latin ones: while one is left, nothing is saved.
    pub uncovered: Vec<char>,
}

/// What the Latin version of a template saves; `None` where there is none.
///
/// # Errors
/// What is wrong with the template itself.
pub fn saving(
    template: &Template,
    declared: &[Declared],
    language: Language,
) -> Result<Option<Saving>, Vec<RenderError>> {
    let Some(written) = latin(template, language) else { return Ok(None) };
    let parts = |text: &str| sms::count(text).parts.len();
    let mut saving = Saving { before: [0; 3], after: [0; 3], uncovered: Vec::new() };
    for (place, length) in [Length::Least, Length::Typical, Length::Most].into_iter().enumerate() {
        saving.before[place] = parts(&filled(template, declared, language, length)?);
        saving.after[place] = parts(&plain(&filled(&written, declared, language, length)?));
    }
    let words = template.to_string();
    for (_, letter) in uncovered(&words) {
        if !saving.uncovered.contains(&letter) {
            saving.uncovered.push(letter);
        }
    }
    Ok(Some(saving))
}
