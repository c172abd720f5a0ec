//! What the portal does with data, and for whom it works. Everybody can read it, signed in or not.

mod accessibility;
pub mod contact;
mod privacy;

pub use accessibility::AccessibilityPage;
pub use privacy::PrivacyPage;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::i18n::{Msg, t};

/// The day on which both texts were last compared with what the portal does.
const CHECKED: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 11, 22);

/// A list of sentences.
fn list(items: impl IntoIterator<Item = Msg>) -> impl IntoView {
    let items = items.into_iter().map(|text| view! { <li>{t(text)}</li> }.into_any());
    view! { <ul>{items.collect::<Vec<_>>()}</ul> }
}

/// A heading with its paragraphs.
fn part(heading: Msg, paragraphs: impl IntoIterator<Item = Msg>) -> impl IntoView {
    let paragraphs = paragraphs.into_iter().map(|text| view! { <p>{t(text)}</p> }.into_any());
    view! {
        <h2>{t(heading)}</h2>
        {paragraphs.collect::<Vec<_>>()}
    }
}
