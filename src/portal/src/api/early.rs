//! Requests that the page sent before the app was there (`public/boot.js`): each can be taken once.

use gloo_net::http::Response;
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::ApiError;
use super::request::{Answer, answer};

/// A member of the page's `__early`.
pub(super) fn member(name: &str) -> Option<JsValue> {
    let early = Reflect::get(&js_sys::global(), &"__early".into()).ok().filter(JsValue::is_object)?;
    Reflect::get(&early, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// Takes an answer that is on its way; `None` when it was taken before, or was never asked for.
pub(super) async fn take(name: &str) -> Option<Result<Answer, ApiError>> {
    let promise = member(name)?.dyn_into::<Promise>().ok()?;
    forget(name);
    let response = match JsFuture::from(promise).await {
        Ok(value) => value.dyn_into::<web_sys::Response>().ok(),
        Err(error) if is_timeout(&error) => return Some(Err(ApiError::Timeout)),
        Err(_) => None,
    };
    match response {
        Some(response) => Some(answer(Response::from(response)).await),
        None => Some(Err(ApiError::Offline)),
    }
}

/// Leaves an answer aside: whoever asks next asks the server.
pub(super) fn forget(name: &str) {
    if let Ok(early) = Reflect::get(&js_sys::global(), &"__early".into()) {
        // Only a browser without the page's script has no such object, and then there is nothing to forget.
        let _ = Reflect::set(&early, &name.into(), &JsValue::NULL);
    }
}

/// Whether the browser gave up waiting. The page sets the same time limit as [`super::request`].
fn is_timeout(error: &JsValue) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|name| name == "TimeoutError")
}
