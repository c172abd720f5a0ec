//! What may stand in a view of the app: a `Signal` belongs to its owner, and a view may ask it once more after that is gone.
//! An `ArcSignal` lives as long as somebody holds it.

use super::{Finding, rust, source::Source};
use std::ops::Range;

const DERIVED: &str = "Signal::derive(";
const MESSAGE: &str = "a view may outlive a Signal: derive an ArcSignal";

/// Checks the code of the app.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let app =
        sources.iter().filter(|source| source.within("src/portal/src") && source.has_extension(&["rs"]));
    app.flat_map(of_file).collect()
}

fn of_file(source: &Source) -> Vec<Finding> {
    let code = rust::without_comments_and_strings(&source.text);
    let mut places: Vec<usize> = starts_of(&code, DERIVED).flat_map(|at| handed_on(&code, at)).collect();
    places.sort_unstable();
    places.dedup();
    let line = |at: usize| code[..at].matches('\n').count() + 1;
    places.into_iter().map(|at| Finding::new(&source.path, line(at), MESSAGE)).collect()
}

/// Where a view gets the signal that is derived there: the very place, or those where it is called by its name.
fn handed_on(code: &str, at: usize) -> Vec<usize> {
    if in_view(code, at) && (is_child(code, at) || is_attribute(code, at)) {
        return vec![at];
    }
    let Some((bound, name)) = bound_to(code, at) else { return Vec::new() };
    let scope = at..end_of_block(code, bound);
    let used = starts_of(&code[scope.clone()], name).map(|offset| scope.start + offset);
    used.filter(|&used| in_view(code, used) && ends_with(code, used + name.len()))
        .filter(|&used| is_attribute(code, used) || (is_child(code, used) && closes(code, used + name.len())))
        .collect()
}

/// Where a word begins that is not the end of a longer one.
fn starts_of<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word).map(|(at, _)| at).filter(|&at| !code[..at].ends_with(is_word))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether a name ends here, and nothing is asked of it.
fn ends_with(code: &str, end: usize) -> bool {
    !code[end..].starts_with(|c| is_word(c) || matches!(c, '.' | '(' | ':'))
}

fn closes(code: &str, end: usize) -> bool {
    code[end..].trim_start().starts_with('}')
}

/// `{…` among the children of an element.
fn is_child(code: &str, at: usize) -> bool {
    let before = code[..at].trim_end().strip_suffix('{').map(str::trim_end);
    before.is_some_and(|before| before.ends_with(['>', '}', '{']) && !before.ends_with("=>"))
}

/// `name=…` of an element. A component has properties, and knows itself what it does with them.
fn is_attribute(code: &str, at: usize) -> bool {
    let tag = code[..at]
        .match_indices('<')
        .filter(|(open, _)| !code[..*open].ends_with(|c| is_word(c) || c == ':'));
    let mut names = tag.filter_map(|(open, _)| code[open + 1..].chars().next().filter(|c| c.is_alphabetic()));
    code[..at].ends_with('=') && names.next_back().is_some_and(char::is_lowercase)
}

/// `let name = …`, also where it is the last word of a block: where that stands, and the name.
fn bound_to(code: &str, at: usize) -> Option<(usize, &str)> {
    let before = code[..at].trim_end();
    let before =
        if before.ends_with([';', '{']) { code[..start_of_block(code, at)?].trim_end() } else { before };
    let (bound, name) = before.strip_suffix('=')?.rsplit_once("let ")?;
    let name = name.split(':').next().unwrap_or_default().trim();
    name.chars().all(is_word).then_some((bound.len(), name))
}

fn in_view(code: &str, at: usize) -> bool {
    let views = code[..at].match_indices("view! {").map(|(start, word)| start + word.len());
    views.map(|start| Range { start, end: end_of_block(code, start) }).any(|view| view.contains(&at))
}

/// Where the block ends in which this stands.
fn end_of_block(code: &str, from: usize) -> usize {
    let mut depth = 0_usize;
    for (offset, c) in code[from..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return from + offset,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

/// Where the block begins in which this stands.
fn start_of_block(code: &str, to: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in code[..to].char_indices().rev() {
        match c {
            '}' => depth += 1,
            '{' if depth == 0 => return Some(at),
            '{' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::messages;

    #[track_caller]
    fn found(text: &str, lines: &[usize]) {
        let found = messages(check, "src/portal/src/pages/a.rs", text);
        let expected: Vec<String> =
            lines.iter().map(|line| format!("src/portal/src/pages/a.rs:{line}: {MESSAGE}")).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_signal_is_found_where_a_view_gets_it() {
        found("view! {\n<p class=Signal::derive(move || a())></p> }", &[2]);
        found("view! { <p>\n{Signal::derive(move || a())}</p> }", &[2]);
        found("view! { <A a=Option::<u8>::None><p\nclass=Signal::derive(a)></p></A> }", &[2]);
    }

    #[test]
    fn a_name_does_not_hide_it() {
        found("fn f() { let a = Signal::derive(b);\nview! { <p id=c title=a></p> } }", &[2]);
        found("fn f() { let a: Signal<u8> = Signal::derive(b);\nview! { <p>{a}</p> } }", &[2]);
        found(
            "fn f() { let a = { let b = c(); Signal::derive(move || { b }) };\nview! { <p>\n{ a }</p> } }",
            &[3],
        );
        // Another one of the same name.
        found("fn f() { let a = Signal::derive(b); }\nfn g(a: &str) { view! { <p>{a}</p> } }", &[]);
    }

    #[test]
    fn what_lives_on_and_what_is_only_asked_is_not_found() {
        found("view! { <p class=ArcSignal::derive(a)>{ArcSignal::derive(b)}</p> }", &[]);
        found("let a = ArcSignal::derive(b);\nview! { <p class=a>{a}</p> }", &[]);
        found("let a = Signal::derive(b);\nview! { <p hidden=move || a.get()></p> }", &[]);
        found(
            "let open = Signal::derive(b);\nview! { <Dialog open=open text=Signal::derive(c)></Dialog> }",
            &[],
        );
        found("fn f() -> Signal<u8> { Signal::derive(a) }", &[]);
    }
}
