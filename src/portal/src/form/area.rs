//! A field for more than one line.

use leptos::prelude::*;

use super::frame::{Ties, framed};
use super::state::{Field, Form};
use crate::i18n::Msg;

/// A field for some sentences.
#[component]
pub fn TextArea(
    /// The form it belongs to.
    form: Form,
    /// The field.
    field: Field,
    /// What to write there.
    hint: Msg,
    /// How many lines are seen at first.
    #[prop(default = "4")]
    rows: &'static str,
) -> impl IntoView {
    framed(form, field, hint, move |Ties { described_by, invalid }| {
        view! {
            <textarea
                class="input"
                id=field.id
                rows=rows
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=invalid
                prop:value=field.value
                on:input=move |event| field.set.run(event_target_value(&event))
            ></textarea>
        }
        .into_any()
    })
}
