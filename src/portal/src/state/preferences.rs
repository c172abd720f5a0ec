//! How the person likes to read: colours and size of letters. Kept on the device; they are no health data.

use domain::coded::{Code, codes};
use domain::document::plan::{DEFAULT_LEAD, LEADS};
use leptos::prelude::*;

use crate::browser;
use crate::route::known;

codes! {
    /// Colours.
    pub enum Theme {
        /// As the device has it.
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

codes! {
    /// Size of letters.
    pub enum TextSize {
        /// As the browser has it.
        Normal = "normal",
        /// Larger.
        Large = "large",
        /// Larger still.
        Larger = "larger",
    }
}

/// Where it is kept how early to be reminded.
const LEAD: &str = "yasno.lead";

/// A preference that the page applies to `<html>` before it paints (`public/boot.js`).
pub trait Preference: Code + PartialEq {
    /// Where it is kept.
    const KEY: &'static str;
    /// The attribute of `<html>` that the style looks at.
    const ATTRIBUTE: &'static str;
}

impl Preference for Theme {
    const KEY: &'static str = "yasno.theme";
    const ATTRIBUTE: &'static str = "data-theme";
}

impl Preference for TextSize {
    const KEY: &'static str = "yasno.text";
    const ATTRIBUTE: &'static str = "data-text";
}

/// The preference in force: the first of its list unless another was chosen.
pub fn read<P: Preference>() -> P {
    browser::storage()
        .and_then(|storage| storage.get_item(P::KEY).ok().flatten())
        .and_then(|code| known(&code))
        .unwrap_or(P::ALL[0])
}

/// Chooses: applies at once, and remembers where the browser keeps anything.
pub fn choose<P: Preference>(value: P) {
    let default = value == P::ALL[0];
    if let Some(root) = document().document_element() {
        let _ = if default {
            root.remove_attribute(P::ATTRIBUTE)
        } else {
            root.set_attribute(P::ATTRIBUTE, value.code())
        };
    }
    remember(P::KEY, (!default).then(|| value.code()));
}

/// Remembers the language for the next visit, and tells the browser and the screen reader of it.
pub fn remember_language(code: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", code);
    }
    remember("yasno.lang", Some(code));
}

/// How many days before a last day the person likes to be reminded of it, one of [`LEADS`].
pub fn lead() -> u16 {
    let kept = browser::storage().and_then(|storage| storage.get_item(LEAD).ok().flatten());
    kept.and_then(|text| text.parse().ok()).filter(|days| LEADS.contains(days)).unwrap_or(DEFAULT_LEAD)
}

/// Remembers how many days before a last day to be reminded.
pub fn choose_lead(days: u16) {
    remember(LEAD, (days != DEFAULT_LEAD).then(|| days.to_string()).as_deref());
}

fn remember(key: &str, value: Option<&str>) {
    let Some(storage) = browser::storage() else { return };
    let _ = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
}
