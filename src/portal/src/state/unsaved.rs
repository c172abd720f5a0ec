//! What is typed and not sent, on whatever page: asked before somebody signs out, before the session ends and before the page is
//! closed. What is typed lives as long as the session, so this does too.

use leptos::ev;
use leptos::prelude::*;

use crate::route::Route;
use crate::state::session::of_session;

/// The pages on which something is typed and not sent.
#[derive(Clone, Copy)]
pub struct Unsaved(RwSignal<Vec<Route>>);

impl Default for Unsaved {
    /// Begins to ask before the page is closed, for as long as the session lives.
    fn default() -> Self {
        let pages = RwSignal::new(Vec::new());
        let listener = window_event_listener(ev::beforeunload, move |event| {
            if pages.with_untracked(|pages: &Vec<Route>| !pages.is_empty()) {
                event.prevent_default();
            }
        });
        on_cleanup(move || listener.remove());
        Self(pages)
    }
}

impl Unsaved {
    /// Those of the session.
    pub fn here() -> Self {
        of_session()
    }

    /// The pages, in the order in which something was typed; tracked.
    pub fn pages(self) -> Vec<Route> {
        self.0.get()
    }

    /// Whether there are any; tracked.
    pub fn any(self) -> bool {
        self.0.with(|pages| !pages.is_empty())
    }
}

/// Follows what is typed on a page while it is open; what was left there stays remembered.
pub fn follow(page: Route, typed: impl Fn() -> bool + Send + Sync + 'static) {
    let Unsaved(pages) = Unsaved::here();
    let typed = Memo::new(move |_| typed());
    Effect::new(move |_| {
        let (typed, known) = (typed.get(), pages.with_untracked(|pages| pages.contains(&page)));
        if typed && !known {
            pages.update(|pages| pages.push(page.clone()));
        } else if !typed && known {
            pages.update(|pages| pages.retain(|other| *other != page));
        }
    });
}
