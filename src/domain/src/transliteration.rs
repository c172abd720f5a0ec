//! Bulgarian in Latin letters, as the law on transliteration says.
//!
//! Articles 4 (the table), 5 (`дж`, `дз`, `ьо`, `йо`: as their letters), 6 (`ия` at the end of a word; the
//! name of the country). Names that have an established Latin form of their own are for people to decide.

use crate::citation::Citation;

/// The law.
pub const SOURCE: Citation = Citation {
    title: "Закон за транслитерацията, чл. 4 – 6 (обн. ДВ, бр. 19 от 13.03.2009, изм. бр. 98 от 2019)",
    url: Some("https://lex.bg/laws/ldoc/2135623667"),
    stated: "2019-12-13",
};

/// The text with every Bulgarian letter in Latin ones; all else stays as it is.
///
/// A letter of two or more Latin ones is written in capitals throughout where its neighbour in the word is a
/// capital too: `Щърбанов` becomes `Shtarbanov`, `ЩЪРБАНОВ` becomes `SHTARBANOV`.
///
/// ```
/// use domain::transliteration::transliterate;
/// assert_eq!(transliterate("Мария от София, България"), "Maria ot Sofia, Bulgaria");
/// ```
#[must_use]
pub fn transliterate(text: &str) -> String {
    let mut latin = String::with_capacity(text.len());
    let mut word: Vec<char> = Vec::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        // Letters that came apart from their accent: `и` and a breve are `й`, and a stress mark is no letter.
        let composed = match characters.peek() {
            Some('\u{306}') if matches!(character, 'и' | 'И') => {
                characters.next();
                if character == 'и' { 'й' } else { 'Й' }
            }
            Some('\u{300}' | '\u{301}') if table(small(character)).is_some() => {
                characters.next();
                character
            }
            _ => character,
        };
        if composed.is_alphabetic() {
            word.push(composed);
        } else {
            flush(&mut word, &mut latin);
            latin.push(composed);
        }
    }
    flush(&mut word, &mut latin);
    latin
}

/// The letters that the law does not know, such as those of other Cyrillic alphabets: they stay as they are.
pub fn uncovered(text: &str) -> impl Iterator<Item = (usize, char)> {
    let cyrillic = |letter: char| ('\u{400}'..='\u{52f}').contains(&letter);
    text.char_indices().filter(move |(_, letter)| cyrillic(*letter) && table(small(*letter)).is_none())
}

fn flush(word: &mut Vec<char>, latin: &mut String) {
    let country = ['б', 'ъ', 'л', 'г', 'а', 'р', 'и', 'я'];
    let is_country = word.len() == country.len() && word.iter().zip(country).all(|(a, b)| small(*a) == b);
    for at in 0..word.len() {
        let letter = word[at];
        let capital = small(letter) != letter;
        // "At the end of the word": of `я`, the `и` before it is what matters.
        let after_i = at > 0 && at + 1 == word.len() && small(word[at - 1]) == 'и';
        let written = match table(small(letter)) {
            Some("ya") if after_i => "a",
            Some("a") if is_country && small(letter) == 'ъ' => "u",
            Some(written) => written,
            None => {
                latin.push(letter);
                continue;
            }
        };
        let neighbour = word.get(at + 1).or_else(|| at.checked_sub(1).and_then(|before| word.get(before)));
        let all_capital = capital && neighbour.is_some_and(|next| small(*next) != *next);
        for (index, part) in written.chars().enumerate() {
            let raised = all_capital || (capital && index == 0);
            latin.push(if raised { part.to_ascii_uppercase() } else { part });
        }
    }
    word.clear();
}

/// The small letter, for the letters of the table.
fn small(letter: char) -> char {
    match letter {
        'А'..='Я' => char::from_u32(u32::from(letter) + 32).unwrap_or(letter),
        'Ѝ' => 'ѝ',
        _ => letter,
    }
}

/// Article 4.
fn table(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' | 'ъ' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'ѝ' => "i",
        'й' | 'ь' => "y",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "sht",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}
