//! Enough of Rust's lexical grammar to tell code from comments and strings.

/// What a character belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Code,
    Text,
    Comment,
}

/// The same text with blanks instead of comments.
pub fn without_comments(text: &str) -> String {
    blank(text, |kind| kind == Kind::Comment)
}

/// The same text with blanks instead of comments and of what stands in quotes.
pub fn without_comments_and_strings(text: &str) -> String {
    blank(text, |kind| kind != Kind::Code)
}

fn blank(text: &str, hide: impl Fn(Kind) -> bool) -> String {
    let chars: Vec<char> = text.chars().collect();
    let kinds = kinds(&chars);
    let shown = |(&c, &kind): (&char, &Kind)| if c != '\n' && hide(kind) { ' ' } else { c };
    chars.iter().zip(&kinds).map(shown).collect()
}

fn kinds(chars: &[char]) -> Vec<Kind> {
    let mut kinds = Vec::with_capacity(chars.len());
    while kinds.len() < chars.len() {
        let at = kinds.len();
        let (kind, end) = token(chars, at);
        kinds.resize(end.clamp(at + 1, chars.len()), kind);
    }
    kinds
}

/// The kind of what starts here, and where it ends.
fn token(chars: &[char], at: usize) -> (Kind, usize) {
    let next = |offset: usize| chars.get(at + offset).copied().unwrap_or('\0');
    match (chars[at], next(1)) {
        ('/', '/') => (Kind::Comment, find(chars, at, |rest| rest[0] == '\n')),
        ('/', '*') => (Kind::Comment, block_comment(chars, at)),
        ('"', _) => (Kind::Text, quoted(chars, at + 1, '"')),
        ('r', '"' | '#') if !follows_word(chars, at) => raw(chars, at),
        // A character, not a lifetime.
        ('\'', '\\') => (Kind::Text, quoted(chars, at + 1, '\'')),
        ('\'', _) if next(2) == '\'' => (Kind::Text, at + 3),
        _ => (Kind::Code, at + 1),
    }
}

fn follows_word(chars: &[char], at: usize) -> bool {
    at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_') && chars[at - 1] != 'b'
}

fn find(chars: &[char], from: usize, ends: impl Fn(&[char]) -> bool) -> usize {
    (from..chars.len()).find(|&at| ends(&chars[at..])).unwrap_or(chars.len())
}

/// After the closing quote; a backslash takes the next character along.
fn quoted(chars: &[char], mut at: usize, quote: char) -> usize {
    while at < chars.len() && chars[at] != quote {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

fn raw(chars: &[char], at: usize) -> (Kind, usize) {
    let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
    let open = at + 1 + hashes;
    if chars.get(open) != Some(&'"') {
        return (Kind::Code, open);
    }
    let closes =
        |rest: &[char]| rest[0] == '"' && rest[1..].iter().take_while(|c| **c == '#').count() >= hashes;
    (Kind::Text, find(chars, open + 1, closes) + 1 + hashes)
}

fn block_comment(chars: &[char], mut at: usize) -> usize {
    let mut depth = 0_usize;
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, no_comments: &str, code_only: &str) {
        assert_eq!(without_comments(text), no_comments);
        assert_eq!(without_comments_and_strings(text), code_only);
    }

    #[test]
    fn comments_go_and_strings_stay() {
        check("a // b\nc", "a     \nc", "a     \nc");
        check("a /* b /* c */ d */ e", "a                   e", "a                   e");
        check(r#"f("//x", 1)"#, r#"f("//x", 1)"#, "f(     , 1)");
        check(r#"f("a\"{", 1)"#, r#"f("a\"{", 1)"#, "f(      , 1)");
    }

    #[test]
    fn raw_strings_characters_and_lifetimes_are_told_apart() {
        check(r##"r#"{"a"}"# b"##, r##"r#"{"a"}"# b"##, "           b");
        check("'{' b", "'{' b", "    b");
        check(r"'\'' b", r"'\'' b", "     b");
        check("fn f<'a>(x: &'a str)", "fn f<'a>(x: &'a str)", "fn f<'a>(x: &'a str)");
        check("r#type b", "r#type b", "r#type b");
    }
}
