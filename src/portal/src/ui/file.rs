//! Giving the browser a file to keep.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// How long the browser may take to begin with the file before its address is taken back.
const KEPT: Duration = Duration::from_mins(1);

/// Lets the browser save a text as a file of this name and media type.
///
/// # Errors
/// When the browser cannot make a file of it.
pub fn save(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    // It never becomes part of the page: the router would take the click for a navigation.
    let link = document().create_element("a")?.unchecked_into::<HtmlElement>();
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    set_timeout(
        move || {
            // An address that is gone already needs no taking back.
            let _ = Url::revoke_object_url(&address);
        },
        KEPT,
    );
    Ok(())
}
