//! Reading a template.

use std::fmt;

use crate::coded::codes;
use crate::search::fold;

/// A part of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A value, by the name of its placeholder.
    Field(String),
    /// Words that stand there if a flag is set.
    When {
        /// The name of the flag.
        name: String,
        /// The words.
        words: String,
    },
}

/// A template that could be read. Names are as [`name_of`] gives them; no two [`Piece::Words`] follow each other, and none
/// is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template {
    pieces: Vec<Piece>,
}

codes! {
    /// What cannot be read.
    pub enum ParseProblem {
        /// `((` without `))`.
        Unclosed = "unclosed",
        /// `))` without `((`.
        Unopened = "unopened",
        /// `((` within `((`.
        Nested = "nested",
        /// No name.
        NameEmpty = "name_empty",
        /// A name with other characters than letters, digits, `_`, `-` and blanks.
        NameWrong = "name_wrong",
        /// A conditional without words.
        WordsEmpty = "words_empty",
    }
}

/// Why a template cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseError {
    /// What is wrong.
    pub problem: ParseProblem,
    /// Where, in bytes of the text.
    pub at: usize,
}

/// The name of a placeholder as it is compared: small letters, `_` for blanks and `-`. `None` if it is no name.
///
/// ```
/// use domain::notification::template::name_of;
/// assert_eq!(name_of(" Valid to "), Ok("valid_to".to_owned()));
/// ```
///
/// # Errors
/// [`ParseProblem::NameEmpty`], [`ParseProblem::NameWrong`].
pub fn name_of(text: &str) -> Result<String, ParseProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ParseProblem::NameEmpty);
    }
    let fits = |c: char| c.is_alphanumeric() || c == '_' || c == '-' || c == ' ' || c == '\u{a0}';
    if !text.chars().all(fits) {
        return Err(ParseProblem::NameWrong);
    }
    Ok(fold(text).chars().map(|c| if matches!(c, ' ' | '\u{a0}' | '-') { '_' } else { c }).collect())
}

/// Reads a template; the grammar stands at [the module](super).
///
/// ```
/// use domain::notification::template::{Piece, parse};
/// let template = parse("Протокол ((number)) е одобрен((for_other?? за Вашия близък)).").unwrap();
/// assert_eq!(template.pieces()[1], Piece::Field("number".to_owned()));
/// assert!(parse("((number").is_err());
/// ```
///
/// # Errors
/// The first [`ParseError`] in the text.
pub fn parse(text: &str) -> Result<Template, ParseError> {
    let mut template = Template::default();
    let mut from = 0;
    while let Some(found) = text[from..].find("((") {
        let mut open = from + found;
        // Of a longer row the last two open.
        while text[open + 1..].starts_with("((") {
            open += 1;
        }
        template.words(plain(text, from, open)?);
        let inner = open + 2;
        let rest = &text[inner..];
        let close = rest.find("))").ok_or(ParseError { problem: ParseProblem::Unclosed, at: open })?;
        if let Some(nested) = rest[..close].find("((") {
            return Err(ParseError { problem: ParseProblem::Nested, at: inner + nested });
        }
        template
            .pieces
            .push(placeholder(&rest[..close]).map_err(|problem| ParseError { problem, at: open })?);
        from = inner + close + 2;
    }
    template.words(plain(text, from, text.len())?);
    Ok(template)
}

/// Words outside of placeholders: no `))` is in them.
fn plain(text: &str, from: usize, to: usize) -> Result<&str, ParseError> {
    match text[from..to].find("))") {
        Some(at) => Err(ParseError { problem: ParseProblem::Unopened, at: from + at }),
        None => Ok(&text[from..to]),
    }
}

fn placeholder(inner: &str) -> Result<Piece, ParseProblem> {
    let Some((name, words)) = inner.split_once("??") else { return name_of(inner).map(Piece::Field) };
    let name = name_of(name)?;
    if words.is_empty() {
        return Err(ParseProblem::WordsEmpty);
    }
    Ok(Piece::When { name, words: words.to_owned() })
}

impl Template {
    fn words(&mut self, words: &str) {
        if !words.is_empty() {
            self.pieces.push(Piece::Words(words.to_owned()));
        }
    }

    /// Its parts, in order.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The names of its placeholders, each once, in the order of the text.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for piece in &self.pieces {
            let (Piece::Field(name) | Piece::When { name, .. }) = piece else { continue };
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }

    /// The same template with other words.
    #[must_use]
    pub fn with_words(&self, change: impl Fn(&str) -> String) -> Self {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Words(words) => Piece::Words(change(words)),
            Piece::Field(name) => Piece::Field(name.clone()),
            Piece::When { name, words } => Piece::When { name: name.clone(), words: change(words) },
        });
        Self { pieces: pieces.collect() }
    }
}

/// The template as it is written; reading that gives the same template.
impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces.iter().try_for_each(|piece| match piece {
            Piece::Words(words) => f.write_str(words),
            Piece::Field(name) => write!(f, "(({name}))"),
            Piece::When { name, words } => write!(f, "(({name}??{words}))"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Piece {
        Piece::Words(text.to_owned())
    }

    fn field(name: &str) -> Piece {
        Piece::Field(name.to_owned())
    }

    #[test]
    fn brackets_around_a_placeholder_are_words() {
        let template = parse("(((number))) (a) ((Valid To))").unwrap();
        assert_eq!(template.pieces(), [words("("), field("number"), words(") (a) "), field("valid_to")]);
        assert_eq!(template.to_string(), "(((number))) (a) ((valid_to))");
    }

    #[test]
    fn a_conditional_keeps_its_blanks_and_its_question_marks() {
        let template = parse("a((x?? да? ))б").unwrap();
        let when = Piece::When { name: "x".to_owned(), words: " да? ".to_owned() };
        assert_eq!(template.pieces(), [words("a"), when, words("б")]);
    }

    #[test]
    fn what_cannot_be_read_says_where() {
        use ParseProblem as P;
        for (text, problem, at) in [
            ("да ((a", P::Unclosed, 5),
            ("a )) b", P::Unopened, 2),
            ("((a ((b))", P::Nested, 4),
            ("x(( ))", P::NameEmpty, 1),
            ("((a?b))", P::NameWrong, 0),
            ("((a??))", P::WordsEmpty, 0),
            ("((??b))", P::NameEmpty, 0),
            ("((a))))", P::Unopened, 5),
        ] {
            assert_eq!(parse(text), Err(ParseError { problem, at }), "{text}");
        }
    }
}
