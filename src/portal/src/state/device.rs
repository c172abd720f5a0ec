//! Notices on this device: whether the browser may show them, and as which contact the server knows it.
//!
//! What is kept says nothing of health, and stays when somebody signs out: it is of the browser, and whoever signs in on it
//! allows notices for their own account.

use std::sync::LazyLock;

use contract::ContactId;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission};

use crate::browser;

/// The contact and its token, with a blank between them.
const OWN: &str = "yasno.device";
/// What was looked at last.
const SEEN: &str = "yasno.device.last";

/// The contact that this device is; `None` while it is none.
pub static ID: LazyLock<ArcRwSignal<Option<ContactId>>> =
    LazyLock::new(|| ArcRwSignal::new(stored().map(|(id, _)| id)));

/// Whether the browser shows notices of the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// It cannot.
    Unsupported,
    /// Somebody forbade it.
    Denied,
    /// It was not asked yet.
    Open,
    /// It does.
    Granted,
}

/// Whether it does now.
pub fn leave() -> Leave {
    let knows = js_sys::Reflect::has(&window(), &JsValue::from_str("Notification")).unwrap_or_default();
    if !knows || browser::storage().is_none() {
        return Leave::Unsupported;
    }
    match Notification::permission() {
        NotificationPermission::Granted => Leave::Granted,
        NotificationPermission::Denied => Leave::Denied,
        _ => Leave::Open,
    }
}

/// Has the browser ask the person. It asks at once, before anything is waited for: browsers take that only from a press.
pub fn ask() -> impl Future<Output = Leave> {
    let asked = Notification::request_permission();
    async move {
        if let Ok(asked) = asked {
            // What the person chose, or that they did not, is asked of the browser afterwards.
            let _ = JsFuture::from(asked).await;
        }
        leave()
    }
}

/// Shows a notice, in the place of one with the same tag; whether the browser can. Some on phones cannot, and do not say so before.
pub fn show(title: &str, text: &str, tag: &str) -> bool {
    let options = NotificationOptions::new();
    options.set_body(text);
    options.set_tag(tag);
    let Ok(notice) = Notification::new_with_options(title, &options) else { return false };
    let shown = notice.clone();
    let pressed = Closure::once_into_js(move || {
        let _ = window().focus();
        shown.close();
    });
    notice.set_onclick(Some(pressed.unchecked_ref()));
    true
}

fn stored() -> Option<(ContactId, String)> {
    parse(&browser::storage()?.get_item(OWN).ok()??)
}

fn parse(text: &str) -> Option<(ContactId, String)> {
    let (id, token) = text.split_once(' ')?;
    Some((ContactId(id.to_owned()), token.to_owned()))
}

/// Whether this device is still that contact: another tab may have taken it away.
pub fn is(id: &ContactId) -> bool {
    stored().is_some_and(|(own, _)| own == *id)
}

/// The token of this device, or a new one.
pub fn token() -> String {
    stored().map_or_else(browser::random_id, |(_, token)| token)
}

/// Keeps that this device is a contact. What was told before is not shown on it.
pub fn keep(id: &ContactId, token: &str) {
    if let Some(storage) = browser::storage() {
        let _ = storage.remove_item(SEEN);
        let _ = storage.set_item(OWN, &format!("{id} {token}"));
    }
    ID.set(Some(id.clone()));
}

/// Forgets that it is one.
pub fn forget() {
    if let Some(storage) = browser::storage() {
        let _ = storage.remove_item(SEEN);
        let _ = storage.remove_item(OWN);
    }
    ID.set(None);
}

/// What was looked at last.
pub fn seen() -> Option<String> {
    browser::storage()?.get_item(SEEN).ok()?
}

/// Keeps what was looked at.
pub fn keep_seen(text: &str) {
    if let Some(storage) = browser::storage() {
        let _ = storage.set_item(SEEN, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contact_and_its_token_are_read_as_they_were_kept() {
        let id = ContactId("d-1".to_owned());
        assert_eq!(parse(&format!("{id} a-token")), Some((id, "a-token".to_owned())));
        assert_eq!(parse("d-1"), None);
    }
}
