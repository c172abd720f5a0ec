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
    /// What stands there if a flag is set, or if an optional value is there.
    When {
        /// The name of the flag or value.
        name: String,
        /// Words and values, at least one of them.
        inner: Vec<Inner>,
    },
}

/// A part of a conditional: it holds no other conditional.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inner {
    /// Words.
    Words(String),
    /// A value, by the name of its placeholder.
    Field(String),
}

/// Words or a value, and what they depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Atom<'a> {
    /// The name of the conditional in which it stands.
    pub when: Option<&'a str>,
    /// What stands there.
    pub what: What<'a>,
}

/// What stands at a place of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What<'a> {
    /// Words.
    Words(&'a str),
    /// A value, by the name of its placeholder.
    Field(&'a str),
}

/// A template that could be read. Names are as [`name_of`] gives them; no two [`Piece::Words`] follow each other, and none
/// is empty; that holds within a conditional too.
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
        /// `((` within a name, or a conditional within a conditional.
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
/// let template = parse("((whom??За ((whom)). ))Протокол ((number)) е одобрен.").unwrap();
/// assert_eq!(template.pieces()[2], Piece::Field("number".to_owned()));
/// assert_eq!(template.names(), ["whom", "number"]);
/// assert!(parse("((number").is_err());
/// ```
///
/// # Errors
/// The first [`ParseError`] in the text.
pub fn parse(text: &str) -> Result<Template, ParseError> {
    let mut pieces = Vec::new();
    let mut from = 0;
    while let Some(open) = opening(text, from) {
        if let Some(words) = plain(text, from, open)? {
            pieces.push(Piece::Words(words));
        }
        let (name, end) = name(text, open)?;
        from = end + 2;
        pieces.push(if text[end..].starts_with("))") {
            Piece::Field(name)
        } else {
            let inner = inner(text, open, &mut from)?;
            Piece::When { name, inner }
        });
    }
    pieces.extend(plain(text, from, text.len())?.map(Piece::Words));
    Ok(Template { pieces })
}

/// Where the next placeholder opens: of a longer row of brackets the last two do.
fn opening(text: &str, from: usize) -> Option<usize> {
    let mut open = from + text[from..].find("((")?;
    while text[open + 1..].starts_with("((") {
        open += 1;
    }
    Some(open)
}

/// Words outside of placeholders: no `))` is in them. `None` if there are none.
fn plain(text: &str, from: usize, to: usize) -> Result<Option<String>, ParseError> {
    match text[from..to].find("))") {
        Some(at) => Err(ParseError { problem: ParseProblem::Unopened, at: from + at }),
        None => Ok((from < to).then(|| text[from..to].to_owned())),
    }
}

/// The name behind an opening, and where it ends: at `))` or at `??`.
fn name(text: &str, open: usize) -> Result<(String, usize), ParseError> {
    let start = open + 2;
    let rest = &text[start..];
    let close = rest.find("))").ok_or(ParseError { problem: ParseProblem::Unclosed, at: open })?;
    let end = rest[..close].find("??").unwrap_or(close);
    if let Some(nested) = rest[..end].find("((") {
        return Err(ParseError { problem: ParseProblem::Nested, at: start + nested });
    }
    let name = name_of(&rest[..end]).map_err(|problem| ParseError { problem, at: open })?;
    Ok((name, start + end))
}

/// The words and values of a conditional that opens at `open` and whose words begin at `from`, which is put behind it.
fn inner(text: &str, open: usize, from: &mut usize) -> Result<Vec<Inner>, ParseError> {
    let mut inner = Vec::new();
    loop {
        let unclosed = ParseError { problem: ParseProblem::Unclosed, at: open };
        let close = *from + text[*from..].find("))").ok_or(unclosed)?;
        let field = opening(text, *from).filter(|field| *field < close);
        let end = field.unwrap_or(close);
        if *from < end {
            inner.push(Inner::Words(text[*from..end].to_owned()));
        }
        *from = close + 2;
        let Some(field) = field else { break };
        let (name, end) = name(text, field)?;
        if end != close {
            return Err(ParseError { problem: ParseProblem::Nested, at: field });
        }
        inner.push(Inner::Field(name));
    }
    if inner.is_empty() {
        return Err(ParseError { problem: ParseProblem::WordsEmpty, at: open });
    }
    Ok(inner)
}

impl Template {
    /// Its parts, in order.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Its words and values, in order, each with the conditional in which it stands.
    #[must_use]
    pub fn atoms(&self) -> Vec<Atom<'_>> {
        let mut atoms = Vec::new();
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) => atoms.push(Atom { when: None, what: What::Words(words) }),
                Piece::Field(name) => atoms.push(Atom { when: None, what: What::Field(name) }),
                Piece::When { name, inner } => atoms.extend(inner.iter().map(|one| Atom {
                    when: Some(name),
                    what: match one {
                        Inner::Words(words) => What::Words(words),
                        Inner::Field(name) => What::Field(name),
                    },
                })),
            }
        }
        atoms
    }

    /// The names of its placeholders, each once, in the order of the text.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for atom in self.atoms() {
            let field = match atom.what {
                What::Field(name) => Some(name),
                What::Words(_) => None,
            };
            for name in atom.when.into_iter().chain(field) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }

    /// The names of its conditionals, each once, in the order of the text.
    #[must_use]
    pub fn conditions(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for name in self.atoms().into_iter().filter_map(|atom| atom.when) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Whether a value is asked for in any case: it stands outside of the conditionals of its own name. One that stands
    /// within the conditional of another name is asked for as well: nothing is ever left out silently.
    #[must_use]
    pub fn is_mandatory(&self, name: &str) -> bool {
        self.atoms().iter().any(|atom| atom.what == What::Field(name) && atom.when != Some(name))
    }

    /// The same template with other words.
    #[must_use]
    pub fn with_words(&self, change: impl Fn(&str) -> String) -> Self {
        let inner = |inner: &Inner| match inner {
            Inner::Words(words) => Inner::Words(change(words)),
            Inner::Field(name) => Inner::Field(name.clone()),
        };
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Words(words) => Piece::Words(change(words)),
            Piece::Field(name) => Piece::Field(name.clone()),
            Piece::When { name, inner: parts } => {
                Piece::When { name: name.clone(), inner: parts.iter().map(inner).collect() }
            }
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
            Piece::When { name, inner } => {
                write!(f, "(({name}??")?;
                inner.iter().try_for_each(|inner| match inner {
                    Inner::Words(words) => f.write_str(words),
                    Inner::Field(name) => write!(f, "(({name}))"),
                })?;
                f.write_str("))")
            }
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
        let when = Piece::When { name: "x".to_owned(), inner: vec![Inner::Words(" да? ".to_owned())] };
        assert_eq!(template.pieces(), [words("a"), when, words("б")]);
    }

    #[test]
    fn a_conditional_holds_values_and_words_around_them() {
        let template = parse("((x??((x)) и (((Y Z))) ))б").unwrap();
        let [words, x, y] = [" и (", "x", "y_z"].map(str::to_owned);
        let inner = vec![
            Inner::Field(x.clone()),
            Inner::Words(words),
            Inner::Field(y),
            Inner::Words(") ".to_owned()),
        ];
        assert_eq!(template.pieces()[0], Piece::When { name: x, inner });
        assert_eq!(template.to_string(), "((x??((x)) и (((y_z))) ))б");
        assert_eq!((template.is_mandatory("x"), template.is_mandatory("y_z")), (false, true));
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
            ("x((a??б ((c))", P::Unclosed, 1),
            ("((a??б ((c", P::Unclosed, 0),
            ("((a??б ((c??д))))", P::Nested, 8),
            ("((a??б ((c ((d))))))", P::Nested, 12),
            ("((a??б (())))", P::NameEmpty, 8),
            ("((a??б ((c?))))", P::NameWrong, 8),
        ] {
            assert_eq!(parse(text), Err(ParseError { problem, at }), "{text}");
        }
    }
}
