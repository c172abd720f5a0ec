//! A field with some answers to choose from, of which none is chosen at first.

use leptos::prelude::*;

use super::frame::{Ties, framed};
use super::state::{Field, Form};
use crate::i18n::{Msg, t};

/// A choice. Its value is what stands as the value of the option that was chosen, empty at first.
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
    /// The `<option>`s.
    options: AnyView,
) -> impl IntoView {
    framed(form, field, hint, move |Ties { described_by, invalid }| {
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
                {options}
            </select>
        }
        .into_any()
    })
}

/// The options for codes and their words.
pub fn options(choices: Vec<(&'static str, Msg)>) -> AnyView {
    let option =
        |(code, words): (&'static str, Msg)| view! { <option value=code>{t(words)}</option> }.into_any();
    choices.into_iter().map(option).collect::<Vec<_>>().into_any()
}
