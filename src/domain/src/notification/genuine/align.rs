//! Laying a text beside a template: which words are in place, what is at the placeholders, what differs.

use std::ops::Range;

use crate::notification::genuine::pattern::{Element, Pattern, fits};
use crate::notification::genuine::word::Word;
use crate::notification::template::Type;

/// Where a text differs from a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// It has words that the template has not there.
    Extra {
        /// Where, in bytes of the text.
        span: Range<usize>,
    },
    /// It lacks words of the template.
    Missing {
        /// These.
        words: String,
        /// Where they belong, in bytes of the text.
        at: usize,
    },
}

/// A text beside a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aligned {
    /// Words too many, and four for each too few.
    pub cost: usize,
    /// Words of the template that are in place.
    pub in_place: usize,
    /// Where it differs, in order.
    pub differences: Vec<Difference>,
    /// What is at the placeholders.
    pub values: Vec<(String, Range<usize>)>,
}

/// What is done at a place of both.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Move {
    /// The word is the template's, or belongs to the value.
    Take,
    /// The text has a word more.
    Extra,
    /// The template has an element more.
    Skip,
}

/// A word of the template that is missing counts as much as so many that are too many: else a value would swallow the
/// template's own words, to make room for those of somebody else.
pub const MISSING: usize = 4;
/// What an address begins with, as words are compared.
const SCHEME: &str = "nttrs";

/// What leaving an element out costs: the first word of a value is needed, the others are not.
fn skipped(element: &Element) -> usize {
    match element {
        Element::Word { .. } | Element::Gap { first: true, .. } => MISSING,
        Element::Gap { .. } => 0,
    }
}

fn takes(element: &Element, word: &Word) -> bool {
    match element {
        Element::Word { id, .. } => *id == word.id,
        // An address ends with the next blank: what follows it is no part of it.
        Element::Gap { kind: Type::Portal, first: false, .. } => word.joined,
        Element::Gap { kind: Type::Portal, first: true, .. } => word.key == SCHEME,
        Element::Gap { kind, .. } => fits(*kind, &word.key),
    }
}

/// Lays a text beside a template with the fewest words too many and too few. Takes time and memory by the product of both.
#[must_use]
pub fn align(words: &[Word], pattern: &Pattern) -> Aligned {
    let elements = &pattern.elements;
    let width = words.len() + 1;
    // The least cost of what is left of both from each place on.
    let mut cost = vec![0_usize; (elements.len() + 1) * width];
    for at in (0..=elements.len()).rev() {
        for word in (0..width).rev() {
            cost[at * width + word] = match (elements.get(at), words.get(word)) {
                (None, None) => 0,
                (None, Some(_)) => 1 + cost[at * width + word + 1],
                (Some(element), None) => skipped(element) + cost[(at + 1) * width + word],
                (Some(element), Some(next)) => {
                    let skip = skipped(element) + cost[(at + 1) * width + word];
                    let extra = 1 + cost[at * width + word + 1];
                    let take = takes(element, next).then(|| cost[(at + 1) * width + word + 1]);
                    take.map_or(skip.min(extra), |take| take.min(skip).min(extra))
                }
            };
        }
    }
    let best = |at: usize, word: usize| {
        let here = cost[at * width + word];
        let (Some(element), Some(next)) = (elements.get(at), words.get(word)) else {
            return if at < elements.len() { Move::Skip } else { Move::Extra };
        };
        if takes(element, next) && here == cost[(at + 1) * width + word + 1] {
            Move::Take
        } else if here == skipped(element) + cost[(at + 1) * width + word] {
            Move::Skip
        } else {
            Move::Extra
        }
    };
    let mut aligned = Aligned { cost: cost[0], in_place: 0, differences: Vec::new(), values: Vec::new() };
    let (mut at, mut word) = (0, 0);
    // The place after the last word too many.
    let mut last_extra = usize::MAX;
    while at < elements.len() || word < words.len() {
        match best(at, word) {
            Move::Take => {
                take(&mut aligned, &elements[at], &words[word].span);
                at += 1;
                word += 1;
            }
            Move::Extra => {
                extra(&mut aligned.differences, &words[word].span, last_extra == word);
                word += 1;
                last_extra = word;
            }
            Move::Skip => {
                let place = words
                    .get(word)
                    .map_or_else(|| words.last().map_or(0, |last| last.span.end), |next| next.span.start);
                missing(&mut aligned.differences, &elements[at], place);
                at += 1;
            }
        }
    }
    aligned
}

fn take(aligned: &mut Aligned, element: &Element, span: &Range<usize>) {
    match element {
        Element::Word { .. } => aligned.in_place += 1,
        Element::Gap { name, first, .. } => match aligned.values.last_mut() {
            Some((last, value)) if last == name && !first => value.end = span.end,
            _ => aligned.values.push((name.clone(), span.clone())),
        },
    }
}

/// Words too many that follow each other are one difference.
fn extra(differences: &mut Vec<Difference>, span: &Range<usize>, follows: bool) {
    match differences.last_mut() {
        Some(Difference::Extra { span: last }) if follows => last.end = span.end,
        _ => differences.push(Difference::Extra { span: span.clone() }),
    }
}

fn missing(differences: &mut Vec<Difference>, element: &Element, at: usize) {
    let text = match element {
        Element::Word { text, .. } => text.clone(),
        Element::Gap { name, first: true, .. } => format!("(({name}))"),
        Element::Gap { .. } => return,
    };
    match differences.last_mut() {
        Some(Difference::Missing { words, at: last }) if *last == at => {
            words.push(' ');
            words.push_str(&text);
        }
        _ => differences.push(Difference::Missing { words: text, at }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notification::genuine::word::key;

    #[test]
    fn the_scheme_is_written_as_it_is_compared() {
        assert_eq!(key("https"), SCHEME);
    }
}
