//! Parts of a page that change.
//!
//! Every closure that stands in a view by itself is a type of its own, with about a kilobyte of compiled code around it.
//! Here they become values of a few types: a changing part is a [`part`], a changing text or attribute is a
//! `ArcSignal::derive`: a `Signal` belongs to its owner, and what a page showed last may be asked once more after that is gone.

use std::sync::Arc;

use leptos::prelude::*;

type Build = Box<dyn Fn() -> AnyView + Send>;

/// A part that is built anew when what `build` reads changes.
pub fn part(build: impl Fn() -> AnyView + Send + 'static) -> impl IntoView {
    erased(Box::new(build))
}

/// A part that is there while `when` says so. It is built anew only when that changes.
pub fn part_if(
    when: impl Fn() -> bool + Send + Sync + 'static,
    build: impl Fn() -> AnyView + Send + 'static,
) -> impl IntoView {
    erased_if(Box::new(when), Box::new(build))
}

fn erased(build: Build) -> impl IntoView {
    move || build()
}

fn erased_if(when: Box<dyn Fn() -> bool + Send + Sync>, build: Build) -> impl IntoView {
    let when = Memo::new(move |_| when());
    part(move || if when.get() { build() } else { ().into_any() })
}

/// Parts of which each stays as long as its key is there, whatever comes and goes around it. `parts` says which there are, each
/// with a number, of which `build` makes it.
///
/// All lists of the app share one piece of compiled code, which would be 10 kB for each of its own.
pub fn keyed(
    parts: impl Fn() -> Vec<(String, u64)> + Send + 'static,
    build: impl Fn(u64) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    erased_keyed(Box::new(parts), Arc::new(build))
}

fn erased_keyed(
    parts: Box<dyn Fn() -> Vec<(String, u64)> + Send>,
    build: Arc<dyn Fn(u64) -> AnyView + Send + Sync>,
) -> AnyView {
    view! { <For each=parts key=|(key, _)| key.clone() children=move |(_, number)| build(number) /> }
        .into_any()
}
