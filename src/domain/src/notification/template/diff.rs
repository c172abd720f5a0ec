//! What differs between two texts, word by word.

use crate::coded::codes;

codes! {
    /// Where a part of a difference stands.
    pub enum PartKind {
        /// In both.
        Same = "same",
        /// Only in the old one.
        Removed = "removed",
        /// Only in the new one.
        Added = "added",
    }
}

/// A part of a difference: whole words and what stands between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it stands.
    pub kind: PartKind,
    /// The text.
    pub text: String,
}

/// Beyond so many words the middle is not compared word by word: a template has far fewer.
const LIMIT: usize = 2000;

/// What differs between two texts. Parts that are the same or removed make the old text, parts that are the same or added
/// the new one; no two parts of one kind follow each other, and what is removed comes before what is added in its place.
///
/// ```
/// use domain::notification::template::{PartKind, diff};
/// let parts = diff("Протокол 1 е одобрен.", "Протокол 1 е отказан.");
/// let kinds: Vec<_> = parts.iter().map(|part| (part.kind, part.text.as_str())).collect();
/// assert_eq!(kinds[1..3], [(PartKind::Removed, "одобрен"), (PartKind::Added, "отказан")]);
/// ```
#[must_use]
pub fn diff(old: &str, new: &str) -> Vec<Part> {
    let (before, after) = (tokens(old), tokens(new));
    let same = |(one, other): &(&&str, &&str)| one == other;
    let start = before.iter().zip(&after).take_while(same).count();
    let (before_rest, after_rest) = (&before[start..], &after[start..]);
    let end = before_rest.iter().rev().zip(after_rest.iter().rev()).take_while(same).count();
    let before_middle = &before_rest[..before_rest.len() - end];
    let after_middle = &after_rest[..after_rest.len() - end];

    let mut parts = Vec::new();
    before[..start].iter().for_each(|token| push(&mut parts, PartKind::Same, token));
    middle(&mut parts, before_middle, after_middle);
    before[before.len() - end..].iter().for_each(|token| push(&mut parts, PartKind::Same, token));
    parts
}

fn middle(parts: &mut Vec<Part>, before: &[&str], after: &[&str]) {
    if before.len() > LIMIT || after.len() > LIMIT {
        for token in before {
            push(parts, PartKind::Removed, token);
        }
        for token in after {
            push(parts, PartKind::Added, token);
        }
        return;
    }
    // The longest common sequence of what is left from each place on.
    let width = after.len() + 1;
    let mut common = vec![0_u16; (before.len() + 1) * width];
    for one in (0..before.len()).rev() {
        for other in (0..after.len()).rev() {
            common[one * width + other] = if before[one] == after[other] {
                common[(one + 1) * width + other + 1] + 1
            } else {
                common[(one + 1) * width + other].max(common[one * width + other + 1])
            };
        }
    }
    let (mut one, mut other) = (0, 0);
    let mut added = Vec::new();
    while one < before.len() || other < after.len() {
        if one < before.len() && other < after.len() && before[one] == after[other] {
            for token in added.drain(..) {
                push(parts, PartKind::Added, token);
            }
            push(parts, PartKind::Same, before[one]);
            one += 1;
            other += 1;
        } else if one < before.len()
            && (other == after.len() || common[(one + 1) * width + other] >= common[one * width + other + 1])
        {
            push(parts, PartKind::Removed, before[one]);
            one += 1;
        } else {
            added.push(after[other]);
            other += 1;
        }
    }
    for token in added {
        push(parts, PartKind::Added, token);
    }
}

fn push(parts: &mut Vec<Part>, kind: PartKind, token: &str) {
    match parts.last_mut() {
        Some(last) if last.kind == kind => last.text.push_str(token),
        _ => parts.push(Part { kind, text: token.to_owned() }),
    }
}

/// Words, runs of blanks, and single other characters.
fn tokens(text: &str) -> Vec<&str> {
    let class = |c: char| match c {
        c if c.is_alphanumeric() || c == '_' => 0,
        c if c.is_whitespace() => 1,
        _ => 2,
    };
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, character) in text.char_indices() {
        let now = class(character);
        if last.is_some_and(|last| last != now || now == 2) {
            tokens.push(&text[start..at]);
            start = at;
        }
        last = Some(now);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}
