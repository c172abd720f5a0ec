//! Putting things in order.

use std::cmp::Ordering;

/// The indices `0..count` in the order that `compare` says; what is equal keeps its place.
///
/// One function for every order of the portal: each sort of its own type would add 4 kB of sorting to the app.
///
/// ```
/// let words = ["pear", "fig", "plum"];
/// let order = domain::order::order(words.len(), &|a, b| words[a].len().cmp(&words[b].len()));
/// assert_eq!(order, [1, 0, 2]);
/// ```
#[must_use]
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}
