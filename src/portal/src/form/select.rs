//! A field with some answers to choose from, of which none is chosen at first.

use leptos::prelude::*;

use super::frame::{Ties, framed};
use super::state::{Field, Form};
use crate::i18n::{Msg, t};

/// A choice. Its value is the code of what was chosen, empty at first.
#[component]
pub fn SelectField(
    /// The form it belongs to.
    form: Form,
    /// The field.
    field: Field,
    /// What to choose by.
    hint: Msg,
    /// What stands there as long as nothing is chosen.
    nothing: Msg,
    /// Codes and their words.
    choices: Vec<(&'static str, Msg)>,
) -> impl IntoView {
    framed(form, field, hint, move |Ties { described_by, invalid }| {
        let option = |(code, words): (&'static str, Msg)| view! { <option value=code>{t(words)}</option> };
        view! {
            <select
                class="select"
                id=field.id
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=invalid
                prop:value=field.value
                on:change=move |event| field.set.run(event_target_value(&event))
            >
                <option value="">{t(nothing)}</option>
                {choices.into_iter().map(option).collect::<Vec<_>>()}
            </select>
        }
        .into_any()
    })
}
