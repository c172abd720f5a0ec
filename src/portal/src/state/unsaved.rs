//! What is typed and not sent, on whatever page: asked before somebody signs out, before the session ends and before the page is
//! closed. What is typed lives as long as the session, so this does too.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::ev;
use leptos::prelude::*;

use crate::route::Route;
use crate::state::session::of_session;

/// Says whether something is typed on a page and not sent. It must ask nothing that goes with the page.
type Typed = Arc<dyn Fn() -> bool + Send + Sync>;

/// The pages that were open in this session and on which something can be typed. No signal: it is asked when somebody is about
/// to leave.
#[derive(Clone)]
pub struct Unsaved(Arc<Mutex<Vec<(Route, Typed)>>>);

impl Default for Unsaved {
    /// Begins to ask before the page is closed, for as long as the session lives.
    fn default() -> Self {
        let unsaved = Self(Arc::default());
        let asked = unsaved.clone();
        let listener = window_event_listener(ev::beforeunload, move |event| {
            if asked.any() {
                event.prevent_default();
            }
        });
        on_cleanup(move || listener.remove());
        unsaved
    }
}

impl Unsaved {
    /// Those of the session.
    pub fn here() -> Self {
        of_session()
    }

    /// The pages on which something is typed and not sent, in the order in which they were opened. Not tracked.
    pub fn pages(&self) -> Vec<Route> {
        let pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        untrack(|| pages.iter().filter(|(_, typed)| typed()).map(|(page, _)| page.clone()).collect())
    }

    /// Whether there are any. Not tracked.
    pub fn any(&self) -> bool {
        !self.pages().is_empty()
    }
}

/// From now on a page is asked what is typed there, also after one has left it.
pub fn follow(page: Route, typed: Typed) {
    let unsaved = Unsaved::here();
    let mut pages = unsaved.0.lock().unwrap_or_else(PoisonError::into_inner);
    pages.retain(|(other, _)| *other != page);
    pages.push((page, typed));
}
