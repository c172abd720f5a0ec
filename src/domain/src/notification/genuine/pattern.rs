//! A template as a row of words and gaps.

use crate::notification::genuine::word::{Vocabulary, words};
use crate::notification::template::placeholder::kind_of;
use crate::notification::template::{Declared, Template, Type, What};

/// One element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// This word.
    Word {
        /// As it is written.
        text: String,
        /// Its number in the vocabulary, by which it is compared.
        id: u32,
    },
    /// One word of a value.
    Gap {
        /// The name of the placeholder.
        name: String,
        /// The kind of its values.
        kind: Type,
        /// The first word of it: there is at least one.
        first: bool,
    },
}

/// A template, with each of its flags set or not, and each of its optional values there or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// Its elements, in order.
    pub elements: Vec<Element>,
    /// Its own words by number, in order.
    pub ids: Vec<u32>,
}

/// Beyond so many conditions, the rest are tried only all set: no template has as many.
const CONDITIONS: usize = 4;

/// Every way in which the conditions of a template can be met. Its words are added to the vocabulary.
#[must_use]
pub fn patterns(template: &Template, declared: &[Declared], vocabulary: &mut Vocabulary) -> Vec<Pattern> {
    let conditions = template.conditions();
    let atoms = template.atoms();
    let tried = conditions.len().min(CONDITIONS);
    let met = |bits: usize, name: &str| {
        let place = conditions.iter().position(|condition| *condition == name);
        place.is_none_or(|place| place >= tried || bits & (1 << place) != 0)
    };
    (0..1_usize << tried)
        .map(|bits| {
            let mut elements = Vec::new();
            for atom in atoms.iter().filter(|atom| atom.when.is_none_or(|name| met(bits, name))) {
                match atom.what {
                    What::Words(text) => push_words(&mut elements, text, vocabulary),
                    What::Field(name) => {
                        push_gaps(&mut elements, name, kind_of(name, declared).unwrap_or(Type::Office));
                    }
                }
            }
            Pattern::new(elements)
        })
        .collect()
}

fn push_words(elements: &mut Vec<Element>, text: &str, vocabulary: &mut Vocabulary) {
    let word = |word: super::word::Word| {
        let text = text[word.span].to_owned();
        Element::Word { id: vocabulary.add(word.key), text }
    };
    elements.extend(words(text).into_iter().map(word));
}

fn push_gaps(elements: &mut Vec<Element>, name: &str, kind: Type) {
    let gap = |place| Element::Gap { name: name.to_owned(), kind, first: place == 0 };
    elements.extend((0..longest(kind)).map(gap));
}

/// Words that a value may have. A day has three, for the points part it.
const fn longest(kind: Type) -> usize {
    match kind {
        Type::Name | Type::Number | Type::Kind | Type::Device | Type::Contact => 6,
        Type::Day => 3,
        Type::Time | Type::Code => 2,
        Type::Office => 8,
        Type::Portal => 16,
        Type::Count => 1,
        Type::Flag => 0,
    }
}

/// Whether a word can be one of a value.
#[must_use]
pub fn fits(kind: Type, word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    match kind {
        Type::Day | Type::Time | Type::Count => digits == word.len(),
        Type::Name | Type::Kind => digits == 0,
        Type::Number => digits > 0 || word.chars().count() <= 4,
        Type::Code => word.len() <= 8,
        Type::Office | Type::Portal | Type::Device | Type::Contact => true,
        Type::Flag => false,
    }
}

impl Pattern {
    fn new(elements: Vec<Element>) -> Self {
        let id = |element: &Element| match element {
            Element::Word { id, .. } => Some(*id),
            Element::Gap { .. } => None,
        };
        let ids = elements.iter().filter_map(id).collect();
        Self { elements, ids }
    }

    /// How many words of its own it has.
    #[must_use]
    pub fn words(&self) -> usize {
        self.ids.len()
    }

    /// How many of its own words are not there at all; `there` is what a vocabulary says of a text.
    #[must_use]
    pub fn lacking(&self, there: &[bool]) -> usize {
        let is_there =
            |id: u32| usize::try_from(id).ok().and_then(|id| there.get(id)).copied().unwrap_or(false);
        self.ids.iter().filter(|id| !is_there(**id)).count()
    }
}
