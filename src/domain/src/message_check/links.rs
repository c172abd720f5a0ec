//! Links, and what phones make into links: addresses with a scheme, names of hosts, e-mail addresses.

use std::ops::Range;

use crate::message_check::finding::{Finding, Problem};
use crate::search::fold;

/// Ends of host names that are looked for without a scheme. Any scheme and any `www.` is found whatever
/// follows.
const TOP_LEVEL: &[&str] = &[
    "bg", "com", "net", "org", "eu", "info", "biz", "io", "me", "ly", "co", "cc", "tk", "to", "gl", "gd",
    "app", "dev", "xyz", "site", "online", "shop", "top", "click", "link", "live", "page", "kz", "ru", "бг",
    "рф", "қаз",
];

/// Schemes that need no slashes.
const SCHEMES: &[&str] = &["mailto:", "tel:", "sms:", "viber:", "tg:", "http:", "https:"];

/// Every link.
pub fn find(text: &str) -> Vec<Finding> {
    let spans = pieces(text).filter_map(|piece| link(text, piece));
    spans.map(|span| Finding::at(Problem::Link, span)).collect()
}

/// The text between white space.
fn pieces(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    text.split(char::is_whitespace).map(move |piece| {
        let start = from;
        // What splits may be wider than a byte.
        let end = start + piece.len();
        from = end + text[end..].chars().next().map_or(0, char::len_utf8);
        start..end
    })
}

/// The link in a piece, without the brackets and the full stop around it.
fn link(text: &str, piece: Range<usize>) -> Option<Range<usize>> {
    let outer = &text[piece.clone()];
    let around = |character: char| "()[]{}<>«»„“”\"'.,;:!?".contains(character);
    let inner = outer.trim_matches(around);
    let start = piece.start + (outer.len() - outer.trim_start_matches(around).len());
    let span = start..start + inner.len();
    let folded = fold(inner);
    let is_link = folded.contains("://")
        || folded.contains("www.")
        || SCHEMES.iter().any(|scheme| folded.starts_with(scheme))
        || folded.split(['/', '?', '#', '@', ':', ',', ';', '(', ')', '<', '>', '"', '=']).any(is_host);
    is_link.then_some(span)
}

/// `nhif.bg`, `bit.ly`, `каса.bg`: labels of letters, digits and hyphens, at least one letter, and a known end. A
/// missing space between sentences makes none, unless the next one begins with a word that is such an end.
fn is_host(part: &str) -> bool {
    let Some((labels, top)) = part.trim_matches('.').rsplit_once('.') else { return false };
    let label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    TOP_LEVEL.contains(&top) && labels.split('.').all(label) && labels.chars().any(char::is_alphabetic)
}
