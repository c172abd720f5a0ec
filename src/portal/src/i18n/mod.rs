//! Words: typed messages, and the catalogue of the chosen language that turns them into text.
//!
//! A [`Msg`] says what is meant; its words are looked up when they are shown, so that a change of language changes
//! everything on the page in place, and nothing that somebody typed is lost.

mod catalogue;
mod format;
mod message;

pub use catalogue::{language, language_now, load, set_language, start};
pub use format::moment;
pub use message::{Arg, Msg};

use leptos::prelude::ArcSignal;

/// What an area of the app needs beside its code.
pub struct Area {
    /// Texts, by their number.
    pub texts: &'static [usize],
    /// Name of its style sheet, if it has one of its own.
    pub style: Option<&'static str>,
    /// Another area that it shows itself with.
    pub with: Option<&'static Area>,
}

/// The messages, generated from `locales/`, and what each area needs, from `areas.json`.
#[allow(unused_imports, reason = "generated: an area may have no placeholders")]
pub mod texts {
    use super::{Area, Arg, Msg};
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}
pub use texts::{areas, shell as m};

/// A message as reactive text.
///
/// One function for all messages, so that all texts of the app share one piece of compiled code.
pub fn t(message: Msg) -> impl Fn() -> String + Clone + Send + Sync + 'static {
    move || catalogue::resolve(&message)
}

/// A message that changes, as reactive text.
pub fn changing(message: impl Fn() -> Msg + Send + Sync + 'static) -> ArcSignal<String> {
    erased(Box::new(message))
}

/// One function for all that change, too.
fn erased(message: Box<dyn Fn() -> Msg + Send + Sync>) -> ArcSignal<String> {
    ArcSignal::derive(move || catalogue::resolve(&message()))
}

/// The words of a message in the language of now; tracks the language.
pub fn words(message: &Msg) -> String {
    catalogue::resolve(message)
}
