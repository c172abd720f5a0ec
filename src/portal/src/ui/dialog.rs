//! A modal dialog: the browser's own, which keeps the focus inside and gives it back.

use leptos::html;
use leptos::prelude::*;

use crate::effect::effect;

/// A dialog that is open while `open` is true. Escape asks `close` like any other way out.
#[component]
pub fn Dialog(
    /// Whether it is open; tracked.
    #[prop(into)]
    open: Signal<bool>,
    /// Asked to close by the keyboard.
    close: Callback<()>,
    /// Id of the heading that names it.
    labelled_by: &'static str,
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    effect(move || {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            class="dialog"
            node_ref=node
            aria-labelledby=labelled_by
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                close.run(());
            }
        >
            {children()}
        </dialog>
    }
}
