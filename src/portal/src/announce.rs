//! Titles, focus and announcements: the router does none of it.

use std::cell::Cell;
use std::sync::LazyLock;

use leptos::html;
use leptos::prelude::*;

use crate::effect::effect;
use crate::i18n::{Msg, m, words};

/// Whether the next page title should take the focus: after a navigation, never on the first load.
static FOCUS_NEXT: LazyLock<ArcRwSignal<bool>> = LazyLock::new(|| ArcRwSignal::new(false));

thread_local! {
    /// Whether the next change of page was nobody's doing.
    static REDIRECTED: Cell<bool> = const { Cell::new(false) };
}

/// What the polite live region says.
static SAID: LazyLock<ArcRwSignal<Option<Msg>>> = LazyLock::new(|| ArcRwSignal::new(None));

/// Tells that the person went to another page: its title will take the focus.
pub fn navigated() {
    if !REDIRECTED.replace(false) {
        FOCUS_NEXT.set(true);
    }
}

/// Tells that the page is about to change although nobody went anywhere: the focus stays.
pub fn redirected() {
    REDIRECTED.set(true);
}

/// Says something politely to those who listen.
pub fn say(message: Msg) {
    SAID.set(Some(message));
}

/// The one live region of the page. It is there from the beginning, or screen readers would not notice it.
#[component]
pub fn LiveRegion() -> impl IntoView {
    view! {
        <div class="visually-hidden" role="status" id="announcements">
            {ArcSignal::derive(move || SAID.get().as_ref().map(words).unwrap_or_default())}
        </div>
    }
}

/// The heading of a page: names the document, and takes the focus after a navigation.
#[component]
pub fn PageTitle(
    /// The words; tracked.
    #[prop(into)]
    text: Signal<Msg>,
    /// The page is on its way, and its own title will take the focus over.
    #[prop(optional)]
    passing: bool,
    /// What else is said with the words, but does not stand in the title of the window.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    effect(move || {
        let title = text.with(words);
        document().set_title(&words(&m::app_page_title(title)));
    });
    effect(move || {
        if let Some(heading) = heading.get()
            && FOCUS_NEXT.get_untracked()
        {
            if !passing {
                FOCUS_NEXT.set(false);
            }
            // A page that comes late is made before it is put in its place.
            if heading.is_connected() {
                let _ = heading.focus();
            } else {
                request_animation_frame(move || {
                    let _ = heading.focus();
                });
            }
        }
    });
    view! {
        <h1 tabindex="-1" node_ref=heading>
            {ArcSignal::derive(move || text.with(words))}
            {children.map(|children| children())}
        </h1>
    }
}
