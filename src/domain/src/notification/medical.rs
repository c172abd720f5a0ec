//! Words that tell of health: they stand on no locked screen, where anybody reads them.

use std::ops::Range;

use crate::citation::{Citation, DESIGN};
use crate::search::fold;

/// The list is a decision of design: words for illness and for what is done about it, by their beginnings, in the portal's
/// four languages. The fund's own words for documents ("протокол", "заявление", "помощни средства") are not among them.
pub const MEDICAL_SOURCE: Citation = DESIGN;

/// Beginnings of words, in small letters.
const STEMS: &[&str] = &[
    "диагно",
    "заболяван",
    "болест",
    "инсулин",
    "онколог",
    "химиотерап",
    "лъчетерап",
    "психи",
    "депреси",
    "хепатит",
    "спин",
    "хив",
    "туберкулоз",
    "диабет",
    "епилепс",
    "бремен",
    "аборт",
    "наркотич",
    "тумор",
    "карцином",
    "операци",
    "биопси",
    "кръвн",
    "diagnos",
    "disease",
    "illness",
    "insulin",
    "oncolog",
    "chemotherap",
    "psychi",
    "depressi",
    "hepatitis",
    "hiv",
    "aids",
    "tubercul",
    "diabet",
    "epileps",
    "pregnan",
    "abortion",
    "tumour",
    "tumor",
    "cancer",
    "surgery",
    "biopsy",
    "diagnoz",
    "zabolyavan",
    "bolest",
    "болезн",
    "рак",
    "беремен",
    "туберкул",
    "ауру",
    "қатерлі",
    "жүкті",
];

/// Where words of health stand, and codes of the classification of diseases (a Latin or Cyrillic letter, two digits, and
/// perhaps a point and another: `E10`, `С50.9`).
#[must_use]
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match (character.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                if tells(&text[from..at]) {
                    found.push(from..at);
                }
                start = None;
            }
            _ => {}
        }
    }
    found
}

fn tells(word: &str) -> bool {
    let small = fold(word);
    // A short one is meant as the word itself.
    let stem = |stem: &str| if stem.chars().count() <= 4 { small == stem } else { small.starts_with(stem) };
    STEMS.iter().any(|one| stem(one)) || is_class(word)
}

/// A letter and two digits, as a code of the classification begins.
fn is_class(word: &str) -> bool {
    let mut characters = word.chars();
    let letter = characters.next().is_some_and(|c| c.is_ascii_uppercase() || ('А'..='Я').contains(&c));
    let digits: Vec<char> = characters.collect();
    letter && digits.len() == 2 && digits.iter().all(char::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn words_of_health_and_codes_of_diseases_are_found() {
        assert_eq!(said("Протокол за инсулин, диагноза E10.9."), ["инсулин", "диагноза", "E10"]);
        assert_eq!(said("Вашият ХИВ тест"), ["ХИВ"]);
    }

    #[test]
    fn the_funds_own_words_are_not() {
        let text = "Протокол 123456/2026 за лекарства е одобрен и важи до 01.03.2027. Заявление за помощни средства.";
        assert_eq!(said(text), Vec::<&str>::new());
    }
}
