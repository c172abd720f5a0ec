//! Forms: fields, what is wrong with them, a summary that takes the focus, and how saving stands.
//!
//! Whatever goes wrong, what was typed stays in its field.

mod area;
pub mod conflict;
mod field;
mod frame;
mod save;
mod select;
mod state;
mod summary;

pub use area::TextArea;
pub use field::TextField;
pub use save::{SaveForm, Saving};
pub use select::{SelectField, options};
pub use state::{Field, Form};
pub use summary::Summary;

use leptos::prelude::*;

use crate::effect::effect;
use crate::i18n::texts::form as fm;
use crate::i18n::{Msg, m, words};

/// Says in the title of the page that something is wrong, for as long as it is.
pub fn mark_title(title: Msg, wrong: Signal<bool>) {
    effect(move || {
        let title = words(&title);
        let title = if wrong.get() { words(&fm::title(title)) } else { title };
        document().set_title(&words(&m::app_page_title(title)));
    });
}
