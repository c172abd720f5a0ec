//! Parts of a page that change.
//!
//! Every closure that stands in a view by itself is a type of its own, with about a kilobyte of compiled code around it.
//! Here they become values of a few types: a changing part is a [`part`], a changing text or attribute is a
//! `ArcSignal::derive`: a `Signal` belongs to its owner, and what a page showed last may be asked once more after that is gone.

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
