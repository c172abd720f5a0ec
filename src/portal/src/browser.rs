//! Small things of the browser that have no home in a library.

use std::cell::RefCell;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, Storage};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = randomUUID)]
    fn random_uuid() -> String;
}

/// An id that nobody guesses and nobody else makes.
pub fn random_id() -> String {
    random_uuid()
}

/// Milliseconds of a clock that never goes back.
pub fn monotonic_ms() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<js_sys::Promise, JsValue>;
}

/// Copies a text; whether the browser did.
pub async fn copy(text: &str) -> bool {
    match write_text(text) {
        Ok(written) => JsFuture::from(written).await.is_ok(),
        Err(_) => false,
    }
}

/// Opens the dialog for printing. A browser that cannot print has none, and says so itself.
pub fn print() {
    let _ = window().print();
}

/// Moves the focus to an element, and so brings it into view.
pub fn focus(id: &str) {
    if let Some(element) =
        document().get_element_by_id(id).and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}

/// Moves the focus to an element if what had it is gone: whoever goes on with the keyboard begins there, and not at the top.
pub fn focus_if_lost(id: &str) {
    let lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
    if lost {
        focus(id);
    }
}

/// Moves the focus to something that can be pressed, and presses it.
pub fn press(id: &str) {
    focus(id);
    if let Some(element) =
        document().get_element_by_id(id).and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok())
    {
        element.click();
    }
}

/// Small preferences that are no health data. Absent where the browser keeps nothing, as in a private window.
pub fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What this tab keeps until it is closed.
pub fn tab_storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

thread_local! {
    /// Style sheets that were asked for.
    static STYLES: RefCell<Vec<(String, js_sys::Promise)>> = const { RefCell::new(Vec::new()) };
}

/// Asks for a style sheet at once, unless it is here or on its way; what is returned waits until it is applied, or says that it
/// cannot be had. One that failed is asked for again by the next call.
pub fn stylesheet(path: String) -> impl Future<Output = bool> {
    let asked =
        STYLES.with_borrow(|all| all.iter().find(|(own, _)| *own == path).map(|(_, asked)| asked.clone()));
    let asked = asked.unwrap_or_else(|| {
        let asked = js_sys::Promise::new(&mut |applied, failed| {
            // The head of a page always takes one more link.
            let _ = append_stylesheet(&path, &applied, &failed);
        });
        STYLES.with_borrow_mut(|all| all.push((path.clone(), asked.clone())));
        // Whoever asked may have given up meanwhile: what failed is forgotten all the same, and asked for anew the next time.
        let failed = JsFuture::from(asked.clone());
        spawn_local(async move {
            if failed.await.is_err() {
                STYLES.with_borrow_mut(|all| all.retain(|(own, _)| *own != path));
            }
        });
        asked
    });
    async move { JsFuture::from(asked).await.is_ok() }
}

fn append_stylesheet(
    path: &str,
    applied: &js_sys::Function,
    failed: &js_sys::Function,
) -> Result<(), JsValue> {
    let link = document().create_element("link")?.unchecked_into::<web_sys::HtmlElement>();
    link.set_attribute("rel", "stylesheet")?;
    link.set_attribute("href", path)?;
    link.set_onload(Some(applied));
    link.set_onerror(Some(failed));
    document().head().ok_or(JsValue::NULL)?.append_child(&link).map(drop)
}

/// Aborts what takes too long.
pub struct TimeLimit {
    controller: Option<AbortController>,
    timer: Option<TimeoutHandle>,
}

impl TimeLimit {
    /// Starts the time.
    pub fn start(limit: Duration) -> Self {
        let controller = AbortController::new().ok();
        let timer = controller
            .clone()
            .and_then(|controller| set_timeout_with_handle(move || controller.abort(), limit).ok());
        Self { controller, timer }
    }

    /// The signal that tells of its end.
    pub fn signal(&self) -> Option<AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }

    /// Whether the time ran out.
    pub fn over(&self) -> bool {
        self.controller.as_ref().is_some_and(|controller| controller.signal().aborted())
    }
}

impl Drop for TimeLimit {
    fn drop(&mut self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request_lock(name: &str, held: &JsValue) -> Result<js_sys::Promise, JsValue>;
}

/// A lock that all tabs of the browser share (Web Locks); given back when dropped, or when the tab closes.
pub struct Lock {
    release: Option<js_sys::Function>,
}

impl Lock {
    /// Waits for the lock. Where the browser has none, every tab gets it at once.
    pub async fn hold(name: &str) -> Self {
        let (mut release, mut granted) = (None, None);
        let kept = js_sys::Promise::new(&mut |resolve, _| release = Some(resolve));
        let waiting = js_sys::Promise::new(&mut |resolve, _| granted = Some(resolve));
        let held = Closure::once_into_js(move || {
            if let Some(granted) = &granted {
                let _ = granted.call0(&JsValue::UNDEFINED);
            }
            kept
        });
        // Made before waiting: a future that is dropped while it waits gives back at once what it is given later.
        let lock = Self { release };
        if request_lock(name, &held).is_ok() {
            let _ = JsFuture::from(waiting).await;
        }
        lock
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Waits until the browser says that it is online again.
pub async fn online() {
    let mut back = None;
    let waiting = js_sys::Promise::new(&mut |resolve, _| back = Some(resolve));
    let handle = window_event_listener(leptos::ev::online, move |_| {
        if let Some(back) = &back {
            let _ = back.call0(&JsValue::UNDEFINED);
        }
    });
    let _listening = Listening(Some(handle));
    let _ = JsFuture::from(waiting).await;
}

/// Stops listening when dropped.
struct Listening(Option<WindowListenerHandle>);

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(handle) = self.0.take() {
            handle.remove();
        }
    }
}

/// Waits for whichever comes first.
pub async fn first(one: impl Future<Output = ()>, other: impl Future<Output = ()>) {
    futures_util::future::select(std::pin::pin!(one), std::pin::pin!(other)).await;
}

/// Shows the message of the static shell that the portal did not load: the app has no words of its own yet.
pub fn show_boot_failure() {
    for (id, hidden) in [("boot-failed", false), ("boot-skeleton", true)] {
        if let Some(element) = document().get_element_by_id(id) {
            let _ = element.toggle_attribute_with_force("hidden", hidden);
        }
    }
}

/// Puts that message behind the app, so that the first thing on the page is the skip link.
pub fn put_boot_failure_last() {
    if let (Some(body), Some(message)) = (document().body(), document().get_element_by_id("boot-failed")) {
        let _ = body.append_child(&message);
    }
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use gloo_timers::future::TimeoutFuture;
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    async fn a_lock_is_held_by_one_and_handed_on_when_it_is_dropped() {
        let one = Lock::hold("test").await;
        let got = Rc::new(Cell::new(false));
        let told = Rc::clone(&got);
        // Waits beside this test, as another tab would.
        wasm_bindgen_futures::spawn_local(async move {
            let _other = Lock::hold("test").await;
            told.set(true);
        });
        TimeoutFuture::new(50).await;
        assert!(!got.get());
        drop(one);
        let third = Lock::hold("test").await;
        assert!(got.get(), "who waited first has it first");
        drop(third);
    }

    #[wasm_bindgen_test]
    async fn who_gives_up_waiting_for_a_lock_does_not_keep_it() {
        let one = Lock::hold("given-up").await;
        first(async { drop(Lock::hold("given-up").await) }, TimeoutFuture::new(10)).await;
        drop(one);
        let _again = Lock::hold("given-up").await;
    }
}
