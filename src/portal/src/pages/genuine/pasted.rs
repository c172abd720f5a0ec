//! What somebody pasted: in memory only, for as long as the page is open.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::effect::effect;
use crate::route::Route;
use crate::state::kept;

thread_local! {
    /// The page is made anew when it is known who is signed in, and what was pasted by then must not be lost.
    static PASTED: RefCell<String> = const { RefCell::new(String::new()) };
    /// Whether it is wiped when a session ends.
    static WIPED: Cell<bool> = const { Cell::new(false) };
}

fn wipe() {
    PASTED.take();
    WIPED.set(false);
}

/// The text of the page. It is gone when somebody goes to another page, and when the session ends.
pub fn kept() -> RwSignal<String> {
    if !WIPED.replace(true) {
        kept::forget_also(wipe);
    }
    let text = RwSignal::new(PASTED.with_borrow(Clone::clone));
    effect(move || {
        let now = text.get();
        PASTED.set(now);
    });
    let path = use_location().pathname;
    on_cleanup(move || {
        let stays = path.try_get_untracked().is_some_and(|path| Route::parse(&path) == Route::Genuine);
        if !stays {
            PASTED.take();
        }
    });
    text
}
