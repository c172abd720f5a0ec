//! A field of text: name, hint, what is wrong, and the input, tied together by their ids.

use leptos::prelude::*;

use super::frame::{Ties, framed};
use super::state::{Field, Form};
use crate::i18n::Msg;

/// A field of text.
#[component]
pub fn TextField(
    /// The form it belongs to.
    form: Form,
    /// The field.
    field: Field,
    /// What to write there.
    hint: Msg,
    /// Type of the input.
    kind: &'static str,
    /// What the browser may offer.
    autocomplete: &'static str,
    /// For a short text.
    #[prop(optional)]
    short: bool,
) -> impl IntoView {
    framed(form, field, hint, move |Ties { described_by, invalid }| {
        view! {
            <input
                class=if short { "input input--short" } else { "input" }
                id=field.id
                type=kind
                autocomplete=autocomplete
                aria-describedby=described_by
                aria-invalid=invalid
                prop:value=field.value
                on:input=move |event| field.set.run(event_target_value(&event))
            />
        }
        .into_any()
    })
}
