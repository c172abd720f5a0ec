//! Before something is sent for somebody else: whose documents it is about, once more by name.

use leptos::prelude::*;

use crate::i18n::{m, t};
use crate::ui::dialog::Dialog;

/// The question; asked each time that something is to be sent.
#[component]
pub fn Guard(
    /// Id of its heading.
    labelled_by: &'static str,
    /// The question, with the name.
    heading: AnyView,
    /// What is sent.
    text: AnyView,
    /// Whether it is asked.
    open: RwSignal<bool>,
    /// The answer was yes.
    confirm: Callback<()>,
) -> impl IntoView {
    let close = Callback::new(move |()| open.set(false));
    let yes = move |_| {
        open.set(false);
        // The dialog gives the focus back to what opened it; what is sent may take that away.
        request_animation_frame(move || confirm.try_run(()).unwrap_or_default());
    };
    view! {
        <Dialog open close labelled_by>
            <h2 id=labelled_by>{heading}</h2>
            <p>{text}</p>
            <div class="dialog__tools">
                <button class="button button--second" type="button" autofocus on:click=move |_| close.run(())>
                    {t(m::guard_no())}
                </button>
                <button class="button" type="button" on:click=yes>{t(m::guard_yes())}</button>
            </div>
        </Dialog>
    }
}
