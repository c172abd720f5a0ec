//! Before files go to somebody else's documents: whose they are, once more by name.

use std::sync::Arc;

use crate::api::documents::Opened;
use contract::DocumentId;
use leptos::prelude::*;

use super::chosen::{go, ready};
use crate::components::person::name_of;
use crate::i18n::texts::document as d;
use crate::i18n::{changing, t};
use crate::ui::dialog::Dialog;

/// The question; asked each time that something is to be sent.
#[component]
pub fn Guard(id: DocumentId, document: Memo<Option<Arc<Opened>>>, open: RwSignal<bool>) -> impl IntoView {
    let own = StoredValue::new(id);
    let of = move |read: fn(&Opened) -> String| {
        document.with(|document| document.as_deref().map(read).unwrap_or_default())
    };
    let close = Callback::new(move |()| open.set(false));
    let confirm = move |_| {
        open.set(false);
        // The dialog gives the focus back to the button that opened it, and that is gone then.
        request_animation_frame(move || own.with_value(go));
    };
    view! {
        <Dialog open close labelled_by="files-guard-heading">
            <h2 id="files-guard-heading">
                {changing(move || d::files_guard_heading(of(|document| name_of(&document.entry.person))))}
            </h2>
            <p>
                {changing(move || {
                    let count = own.with_value(ready);
                    d::files_guard_text(count, of(|document| document.entry.subject.clone()))
                })}
            </p>
            <div class="dialog__tools">
                <button class="button button--second" type="button" autofocus on:click=move |_| close.run(())>
                    {t(d::files_guard_no())}
                </button>
                <button class="button" type="button" on:click=confirm>{t(d::files_guard_yes())}</button>
            </div>
        </Dialog>
    }
}
