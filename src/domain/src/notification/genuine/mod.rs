//! "Is this message genuine?": a text that somebody got, compared on the device with the published templates and with what
//! is never sent.
//!
//! That a text matches says what was published, not who sent it: anybody can copy a text. What is never sent weighs more
//! than any match.

pub mod align;
pub mod pattern;
pub mod word;

use std::ops::Range;

use crate::citation::{Citation, DESIGN};
use crate::message_check::{Finding, Problem, Severity};
use crate::notification::genuine::align::{Aligned, align};
use crate::notification::genuine::pattern::{Pattern, patterns};
use crate::notification::genuine::word::{Word, mixed, words};
use crate::notification::template::lint::content;
use crate::notification::template::placeholder::is_portal;
use crate::notification::template::{Declared, Template, Type};

pub use align::Difference;

/// Words of a text that are compared; a message has far fewer.
pub const LIMIT: usize = 600;
/// Of ten words of a template so many must be in place for a text to be close to it.
pub const CLOSE: usize = 7;
/// The source of both.
pub const GENUINE_SOURCE: Citation = DESIGN;

/// A published template.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Its text.
    pub template: &'a Template,
    /// Its placeholders.
    pub declared: &'a [Declared],
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// There is nothing to compare.
    Empty,
    /// It has more than [`LIMIT`] words.
    TooLong,
    /// It holds what is never sent.
    NeverSent {
        /// The template that it looks like, by place, if it looks like one.
        like: Option<usize>,
    },
    /// It is one of the published ones.
    Matches {
        /// Which, by place.
        template: usize,
    },
    /// It is close to one of them, but differs.
    Differs {
        /// From which, by place.
        template: usize,
        /// Where.
        differences: Vec<Difference>,
    },
    /// It is like none.
    None,
}

/// A text that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// What came of it.
    pub verdict: Verdict,
    /// What is never sent, in bytes of the text.
    pub never: Vec<Finding>,
    /// What stands at the placeholders of the template that it matches or is like: names, and bytes of the text.
    pub values: Vec<(String, Range<usize>)>,
    /// Words that mix letters of two scripts, as nobody does who writes honestly; in bytes of the text.
    pub mixed: Vec<Range<usize>>,
}

/// Compares a text with the published templates. Case, blanks, quotation marks and punctuation do not matter, nor whether it
/// is written in Cyrillic or in Latin letters by the law, nor letters that only look like those. `portals` are the portal's
/// own addresses (`https://portal.example`): a link to one of them, where the template has its address, is none that is
/// never sent.
///
/// ```
/// use domain::notification::genuine::{Known, Verdict, look};
/// use domain::notification::template::{Declared, Type, parse};
/// let template = parse("Протокол ((number)) е одобрен и важи до ((valid_to)).").unwrap();
/// let declared = [("number", Type::Number), ("valid_to", Type::Day)];
/// let declared = declared.map(|(name, kind)| Declared::new(name, kind));
/// let known = [Known { template: &template, declared: &declared }];
/// let said = look("ПРОТОКОЛ 123/2026 е одобрен и важи до 01.03.2027", &known, &[]);
/// assert_eq!(said.verdict, Verdict::Matches { template: 0 });
/// let said = look("Protokol 123/2026 e odobren i vazhi do 01.03.2027. Platete 5 lv!", &known, &[]);
/// assert_eq!(said.verdict, Verdict::NeverSent { like: Some(0) });
/// ```
#[must_use]
pub fn look(text: &str, known: &[Known<'_>], portals: &[&str]) -> Looked {
    let words = words(text);
    let empty = |verdict| Looked { verdict, never: Vec::new(), values: Vec::new(), mixed: Vec::new() };
    if words.is_empty() {
        return empty(Verdict::Empty);
    }
    let mut found: Vec<Finding> = content(text);
    found.retain(|finding| finding.problem.severity() == Severity::Block);
    let mixed = mixed(text);
    if words.len() > LIMIT {
        let verdict = if found.is_empty() { Verdict::TooLong } else { Verdict::NeverSent { like: None } };
        return Looked { never: found, mixed, ..empty(verdict) };
    }
    let best = best(&words, known);
    let values = best.as_ref().map_or_else(Vec::new, |(_, aligned)| aligned.values.clone());
    if let Some((place, _)) = &best {
        let own = |finding: &Finding| is_own_link(text, finding, &known[*place], &values, portals);
        found.retain(|finding| !own(finding));
    }
    let verdict = match best {
        best if !found.is_empty() => Verdict::NeverSent { like: best.map(|(place, _)| place) },
        None => Verdict::None,
        Some((template, Aligned { differences, .. })) if differences.is_empty() => {
            Verdict::Matches { template }
        }
        Some((template, Aligned { differences, .. })) => Verdict::Differs { template, differences },
    };
    Looked { verdict, never: found, values, mixed }
}

/// The template that differs least; `None` if the text is close to none.
fn best(words: &[Word], known: &[Known<'_>]) -> Option<(usize, Aligned)> {
    let mut best: Option<(usize, Aligned)> = None;
    for (place, one) in known.iter().enumerate() {
        for pattern in patterns(one.template, one.declared) {
            if !may_be_close(words, &pattern) {
                continue;
            }
            let aligned = align(words, &pattern);
            let close = aligned.in_place * 10 >= pattern.words() * CLOSE;
            // Of two that fit alike, the one with more words of its own says more.
            let rank = |aligned: &Aligned| (aligned.cost, usize::MAX - aligned.in_place);
            if close && best.as_ref().is_none_or(|(_, other)| rank(&aligned) < rank(other)) {
                best = Some((place, aligned));
            }
        }
    }
    best
}

/// Whether so many of a template's words are in the text at all: most templates need no closer look.
fn may_be_close(words: &[Word], pattern: &Pattern) -> bool {
    let there = |key: &str| words.iter().any(|word| word.key == key);
    let found = pattern.keys().filter(|key| there(key)).count();
    pattern.words() > 0 && found * 10 >= pattern.words() * CLOSE
}

/// Whether a link is the portal's own, where the template has its address.
fn is_own_link(
    text: &str,
    finding: &Finding,
    known: &Known<'_>,
    values: &[(String, Range<usize>)],
    portals: &[&str],
) -> bool {
    let Some(span) = finding.span.clone().filter(|_| finding.problem == Problem::Link) else { return false };
    let link = &text[span.clone()];
    let has_address =
        |name: &str| known.declared.iter().any(|one| one.name == name && one.kind == Type::Portal);
    is_portal(link, portals)
        && values
            .iter()
            .any(|(name, value)| has_address(name) && value.start <= span.start && span.end <= value.end)
}
