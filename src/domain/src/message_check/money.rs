//! Amounts, accounts, and words that ask to pay.

use std::ops::Range;

use crate::message_check::finding::{Finding, Problem};
use crate::message_check::words::Pattern::{self, Is, Starts};
use crate::message_check::words::{Word, latin, matches};

/// Words that ask for money, or for where it lies.
const ASKING: &[&[Pattern]] = &[
    &[Starts("платете")],
    &[Starts("заплат")],
    &[Starts("доплат")],
    &[Starts("преведете")],
    &[Starts("внесете")],
    &[Is("iban")],
    &[Starts("банков"), Starts("сметк")],
    &[Starts("банков"), Starts("карт")],
    &[Starts("номер"), Is("на"), Starts("карта")],
];

/// Names of currencies after an amount.
const CURRENCIES: &[&str] = &["лв", "лева", "лев", "евро", "eur", "euro", "bgn", "usd", "стотинки", "цента"];

/// Every amount, account and request.
pub fn find(text: &str, words: &[Word]) -> Vec<Finding> {
    let asking = ASKING.iter().flat_map(|pattern| matches(words, pattern));
    let accounts = words.iter().filter(|word| is_account(&word.latin)).map(|word| word.span.clone());
    asking.chain(accounts).chain(amounts(text, words)).map(|span| Finding::at(Problem::Money, span)).collect()
}

/// A Bulgarian account number without spaces: `BG`, two digits, four letters, fourteen more.
fn is_account(word: &str) -> bool {
    word.len() == 22
        && word.starts_with("bg")
        && word.is_ascii()
        && word[2..4].bytes().all(|b| b.is_ascii_digit())
}

/// An amount: a number with a currency before or after it, such as `20 лв.`, `20лв`, `20,50 евро`, `€20`,
/// `EUR 20`.
fn amounts(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for currency in currencies(text, words) {
        let before = number_before(&text[..currency.start]);
        let after = number_after(&text[currency.end..]);
        let start = before.map_or(currency.start, |length| currency.start - length);
        let end = after.filter(|_| before.is_none()).map_or(currency.end, |length| currency.end + length);
        if (start..end) != currency {
            spans.push(start..end);
        }
    }
    spans
}

/// Names and signs of currencies, with or without a number in front of them.
fn currencies(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let named = words.iter().filter_map(|word| {
        let digits = word.latin.bytes().take_while(u8::is_ascii_digit).count();
        let name = &word.latin[digits..];
        let is_currency = CURRENCIES.iter().any(|currency| latin(currency) == name);
        is_currency.then(|| word.span.start + after_digits(&text[word.span.clone()], digits)..word.span.end)
    });
    let signs = text.char_indices().filter(|(_, character)| matches!(character, '€' | '$'));
    named.chain(signs.map(|(at, sign)| at..at + sign.len_utf8())).collect()
}

/// How many bytes so many digits at the start of a word take; what cannot be seen may stand before and between them.
fn after_digits(word: &str, digits: usize) -> usize {
    let mut places = word.char_indices().filter(|(_, character)| character.is_ascii_digit());
    digits.checked_sub(1).and_then(|last| places.nth(last)).map_or(0, |(at, _)| at + 1)
}

/// How many bytes at the end of a text are a number, with the white space after it.
fn number_before(text: &str) -> Option<usize> {
    let trimmed = text.trim_end();
    let number = trimmed.trim_end_matches(is_part_of_number);
    let digits = trimmed[number.len()..].trim_start_matches(|character: char| !character.is_ascii_digit());
    trimmed
        .ends_with(|character: char| character.is_ascii_digit())
        .then_some(text.len() - trimmed.len() + digits.len())
}

/// How many bytes at the start of a text are a number, with the white space before it.
fn number_after(text: &str) -> Option<usize> {
    let trimmed = text.trim_start();
    let rest = trimmed.trim_start_matches(is_part_of_number);
    let number =
        trimmed[..trimmed.len() - rest.len()].trim_end_matches(|character: char| !character.is_ascii_digit());
    trimmed
        .starts_with(|character: char| character.is_ascii_digit())
        .then_some(text.len() - trimmed.len() + number.len())
}

fn is_part_of_number(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '.' | ',')
}
