//! The browser asks before the page closes while something is not sent.

use std::cell::RefCell;

use leptos::ev;
use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::window_event_listener;

thread_local! {
    /// Listens only while there is a reason: a page that always does is not kept for going back to it.
    static ASKING: RefCell<Option<WindowListenerHandle>> = const { RefCell::new(None) };
}

/// Whether the browser is to ask. The words are its own, and it asks only after somebody has used the page.
pub fn ask(now: bool) {
    ASKING.with_borrow_mut(|asking| match (now, asking.take()) {
        (true, None) => {
            *asking = Some(window_event_listener(ev::beforeunload, |event| event.prevent_default()));
        }
        (true, listening) => *asking = listening,
        (false, Some(listening)) => listening.remove(),
        (false, None) => {}
    });
}
