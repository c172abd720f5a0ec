//! Where in a text something stands: pieces of it that follow each other, each marked at most once.

use std::ops::Range;

use domain::message_check::{Finding, Problem};
use domain::notification::genuine::{Difference, Looked, Verdict};

/// So many places of a kind are marked: nobody reads more, and a text may be made to have thousands.
const MOST: usize = 200;

/// What is the matter with a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It is never sent.
    Never(Problem),
    /// It mixes letters of two alphabets.
    Mixed,
    /// The published text does not have it there.
    Extra,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Nothing is the matter with it.
    Plain(Range<usize>),
    /// Something is.
    Marked(Range<usize>, Mark),
    /// Here the text lacks these words of the published one.
    Missing(String),
}

/// The pieces of a text of this length.
pub fn pieces(length: usize, looked: &Looked) -> Vec<Piece> {
    let never = looked.never.iter().filter_map(|one| Some((one.span.clone()?, Mark::Never(one.problem))));
    let mixed = looked.mixed.iter().map(|span| (span.clone(), Mark::Mixed));
    let (mut extra, mut missing) = (Vec::new(), Vec::new());
    for difference in differences(looked) {
        match difference {
            Difference::Extra { span } => extra.push((span.clone(), Mark::Extra)),
            Difference::Missing { words, at } => missing.push((*at, words.clone())),
        }
    }
    let marks = never.take(MOST).chain(mixed.take(MOST)).chain(extra.into_iter().take(MOST));
    laid(length, apart(marks), missing)
}

/// Where a text differs from the published one that it is close to.
pub fn differences(looked: &Looked) -> &[Difference] {
    match &looked.verdict {
        Verdict::Differs { differences, .. } => differences,
        _ => &[],
    }
}

/// Marks that do not overlap, in the order of the text: of two at one place the first one stays, and the other one has what is
/// left of it.
fn apart(marks: impl Iterator<Item = (Range<usize>, Mark)>) -> Vec<(Range<usize>, Mark)> {
    let mut taken: Vec<(Range<usize>, Mark)> = Vec::new();
    for (span, mark) in marks {
        let mut from = span.start;
        let mut place = taken.partition_point(|(other, _)| other.end <= from);
        while from < span.end {
            let next = taken.get(place).map(|(other, _)| other.clone());
            let end = next.as_ref().map_or(span.end, |next| next.start.min(span.end));
            if from < end {
                taken.insert(place, (from..end, mark));
                place += 1;
            }
            from = next.map_or(span.end, |next| next.end);
            place += 1;
        }
    }
    taken
}

/// Lays marks and missing words into a text. Words that are missing within a mark stand behind it.
fn laid(length: usize, marks: Vec<(Range<usize>, Mark)>, missing: Vec<(usize, String)>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut missing = missing.into_iter().peekable();
    let mut plain = |pieces: &mut Vec<Piece>, span: Range<usize>| {
        let mut from = span.start;
        while let Some((at, words)) = missing.next_if(|(at, _)| *at <= span.end) {
            if from < at {
                pieces.push(Piece::Plain(from..at));
                from = at;
            }
            pieces.push(Piece::Missing(words));
        }
        if from < span.end {
            pieces.push(Piece::Plain(from..span.end));
        }
    };
    let mut from = 0;
    for (span, mark) in marks {
        plain(&mut pieces, from..span.start);
        from = span.end;
        pieces.push(Piece::Marked(span, mark));
    }
    plain(&mut pieces, from..length);
    pieces
}

/// What is never sent, each problem once, with the different words that it was found in.
pub fn grouped<'a>(text: &'a str, findings: &[Finding]) -> Vec<(Problem, Vec<&'a str>)> {
    let mut groups: Vec<(Problem, Vec<&str>)> = Vec::new();
    for finding in findings.iter().take(MOST) {
        let words = finding.span.clone().and_then(|span| text.get(span));
        let place = groups.iter().position(|(problem, _)| *problem == finding.problem);
        let place = place.unwrap_or_else(|| {
            groups.push((finding.problem, Vec::new()));
            groups.len() - 1
        });
        let known = &mut groups[place].1;
        known.extend(words.filter(|words| !known.contains(words)));
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(problem: Problem, span: Range<usize>) -> Finding {
        Finding { problem, span: Some(span), parts: None }
    }

    fn looked(never: Vec<Finding>, mixed: Vec<Range<usize>>, differences: Vec<Difference>) -> Looked {
        Looked { verdict: Verdict::Differs { template: 0, differences }, never, values: Vec::new(), mixed }
    }

    const LINK: Mark = Mark::Never(Problem::Link);
    const MONEY: Mark = Mark::Never(Problem::Money);

    #[test]
    fn a_text_without_marks_is_one_piece_and_an_empty_one_is_none() {
        let plain = looked(Vec::new(), Vec::new(), Vec::new());
        assert_eq!(pieces(9, &plain), [Piece::Plain(0..9)]);
        assert_eq!(pieces(0, &plain), []);
    }

    #[test]
    fn what_is_never_sent_is_marked_before_all_else_and_the_rest_keeps_what_is_left() {
        let extra = vec![Difference::Extra { span: 2..20 }];
        let said = looked(vec![finding(Problem::Link, 6..10)], std::iter::once(8..14).collect(), extra);
        assert_eq!(
            pieces(20, &said),
            [
                Piece::Plain(0..2),
                Piece::Marked(2..6, Mark::Extra),
                Piece::Marked(6..10, LINK),
                Piece::Marked(10..14, Mark::Mixed),
                Piece::Marked(14..20, Mark::Extra),
            ]
        );
    }

    #[test]
    fn marks_that_overlap_or_lie_within_each_other_never_repeat_a_letter() {
        let said = looked(
            vec![
                finding(Problem::Link, 4..8),
                finding(Problem::Money, 0..12),
                finding(Problem::Link, 5..6),
                finding(Problem::Money, 11..14),
            ],
            Vec::new(),
            Vec::new(),
        );
        assert_eq!(
            pieces(14, &said),
            [
                Piece::Marked(0..4, MONEY),
                Piece::Marked(4..8, LINK),
                Piece::Marked(8..12, MONEY),
                Piece::Marked(12..14, MONEY),
            ]
        );
    }

    #[test]
    fn missing_words_stand_where_they_belong() {
        let at = |at, words: &str| Difference::Missing { words: words.to_owned(), at };
        let missing = vec![at(0, "first"), at(5, "within"), at(8, "then"), at(9, "last")];
        let said = looked(vec![finding(Problem::Link, 4..7)], Vec::new(), missing);
        let word = |word: &str| Piece::Missing(word.to_owned());
        assert_eq!(
            pieces(9, &said),
            [
                word("first"),
                Piece::Plain(0..4),
                Piece::Marked(4..7, LINK),
                word("within"),
                Piece::Plain(7..8),
                word("then"),
                Piece::Plain(8..9),
                word("last"),
            ]
        );
    }

    #[test]
    fn the_pieces_of_any_text_are_the_text() {
        for text in [
            "Платете 20 лв. на bit.ly/а€ за протокол",
            "€20 €30 IBAN платете",
            "bit.ly",
            "🏥bit.ly🏥 пpотокол",
        ] {
            let said = super::super::known::tests::seen(text);
            let joined: String = pieces(text.len(), &said.looked)
                .into_iter()
                .map(|piece| match piece {
                    Piece::Plain(span) | Piece::Marked(span, _) => &text[span],
                    Piece::Missing(_) => "",
                })
                .collect();
            assert_eq!(joined, text);
        }
    }

    #[test]
    fn each_problem_is_named_once_with_its_different_words() {
        let text = "a.bg b.bg a.bg 5 €";
        let all = [
            finding(Problem::Link, 0..4),
            finding(Problem::Link, 5..9),
            finding(Problem::Link, 10..14),
            finding(Problem::Money, 15..20),
        ];
        let said = grouped(text, &all);
        assert_eq!(said, [(Problem::Link, vec!["a.bg", "b.bg"]), (Problem::Money, vec!["5 €"])]);
    }
}
