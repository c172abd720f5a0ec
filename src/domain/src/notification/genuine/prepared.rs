//! Published templates, prepared once to be compared with many texts.

use std::ops::Range;

use crate::message_check::{Finding, Problem, Severity};
use crate::notification::genuine::align::{Aligned, MISSING, align};
use crate::notification::genuine::pattern::{Pattern, patterns};
use crate::notification::genuine::word::{Vocabulary, Word, mixed, words};
use crate::notification::genuine::{CLOSE, Known, LIMIT, Looked, Verdict, beginning};
use crate::notification::template::Type;
use crate::notification::template::lint::content;
use crate::notification::template::placeholder::is_portal;

/// Templates that were prepared: what has to be done to them is done once, and looking is fast enough for every key.
///
/// ```
/// use domain::notification::genuine::{Known, Prepared, Verdict};
/// use domain::notification::template::{Declared, Type, parse};
/// let template = parse("Протокол ((number)) е одобрен.").unwrap();
/// let declared = [Declared::new("number", Type::Number)];
/// let prepared = Prepared::new(&[Known { template: &template, declared: &declared }]);
/// assert_eq!(prepared.look("Протокол 123/2026 е одобрен", &[]).verdict, Verdict::Matches { template: 0 });
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prepared {
    templates: Vec<Ready>,
    vocabulary: Vocabulary,
}

/// One template.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Ready {
    /// Every way in which its conditions can be met.
    patterns: Vec<Pattern>,
    /// The names of its placeholders that are addresses of the portal.
    addresses: Vec<String>,
}

impl Prepared {
    /// Prepares templates. Their places are those in `known`.
    #[must_use]
    pub fn new(known: &[Known<'_>]) -> Self {
        let mut vocabulary = Vocabulary::default();
        let ready = |one: &Known<'_>| {
            let addresses = one.declared.iter().filter(|declared| declared.kind == Type::Portal);
            Ready {
                patterns: patterns(one.template, one.declared, &mut vocabulary),
                addresses: addresses.map(|declared| declared.name.clone()).collect(),
            }
        };
        let templates = known.iter().map(ready).collect();
        Self { templates, vocabulary }
    }

    /// Compares a text with them, as [`super::look`] says.
    #[must_use]
    pub fn look(&self, text: &str, portals: &[&str]) -> Looked {
        let whole = text.len();
        let text = beginning(text);
        let cut = text.len() < whole;
        let mut words = words(text);
        let empty = |verdict| Looked { verdict, never: Vec::new(), values: Vec::new(), mixed: Vec::new() };
        if words.is_empty() && !cut {
            return empty(Verdict::Empty);
        }
        let mut found: Vec<Finding> = content(text);
        found.retain(|finding| finding.problem.severity() == Severity::Block);
        let mixed = mixed(text);
        if cut || words.len() > LIMIT {
            let verdict = if found.is_empty() { Verdict::TooLong } else { Verdict::NeverSent { like: None } };
            return Looked { never: found, mixed, ..empty(verdict) };
        }
        let there = self.vocabulary.number(&mut words);
        let best = self.best(&words, &there);
        let values = best.as_ref().map_or_else(Vec::new, |(_, aligned)| aligned.values.clone());
        if let Some((place, _)) = &best {
            let own = |finding: &Finding| self.templates[*place].is_own_link(text, finding, &values, portals);
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
    fn best(&self, words: &[Word], there: &[bool]) -> Option<(usize, Aligned)> {
        let mut best: Option<(usize, Aligned)> = None;
        for (place, one) in self.templates.iter().enumerate() {
            for pattern in &one.patterns {
                let lacking = pattern.lacking(there);
                let close = |in_place: usize| pattern.words() > 0 && in_place * 10 >= pattern.words() * CLOSE;
                // Most templates need no closer look: too few of their words are there, or what is lacking costs more
                // already than another template does.
                let worse = best.as_ref().is_some_and(|(_, best)| lacking * MISSING > best.cost);
                if worse || !close(pattern.words() - lacking) {
                    continue;
                }
                let aligned = align(words, pattern);
                // Of two that fit alike, the one with more words of its own says more.
                let rank = |aligned: &Aligned| (aligned.cost, usize::MAX - aligned.in_place);
                let better = best.as_ref().is_none_or(|(_, other)| rank(&aligned) < rank(other));
                if better && close(aligned.in_place) {
                    best = Some((place, aligned));
                }
            }
        }
        best
    }
}

impl Ready {
    /// Whether a link is the portal's own, where the template has its address.
    fn is_own_link(
        &self,
        text: &str,
        finding: &Finding,
        values: &[(String, Range<usize>)],
        portals: &[&str],
    ) -> bool {
        let Some(span) = finding.span.clone().filter(|_| finding.problem == Problem::Link) else {
            return false;
        };
        is_portal(&text[span.clone()], portals)
            && values.iter().any(|(name, value)| {
                self.addresses.contains(name) && value.start <= span.start && span.end <= value.end
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notification::genuine::LONGEST;

    #[test]
    fn a_text_longer_than_its_beginning_is_too_long_and_what_is_never_sent_is_found_in_that() {
        let look = |text: &str| Prepared::default().look(text, &[]).verdict;
        assert_eq!(look(&"д".repeat(LONGEST)), Verdict::TooLong);
        assert_eq!(look(&" ".repeat(LONGEST + 1)), Verdict::TooLong);
        assert_eq!(look(&format!("bit.ly/x {}", "д".repeat(LONGEST))), Verdict::NeverSent { like: None });
        assert_eq!(look(&format!("{} bit.ly/x", "д ".repeat(LONGEST))), Verdict::TooLong);
        // Half a number is not taken for one of ten digits.
        let long = format!("{}{}", " ".repeat(LONGEST - 10), "80010100089");
        assert_eq!(look(&long), Verdict::TooLong);
    }
}
