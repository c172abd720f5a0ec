//! A choice of one of several, with "all" in front.

use leptos::prelude::*;

use crate::i18n::{Msg, t};

/// A choice with "all" in front.
#[component]
pub fn Choice(
    /// Id of the field.
    id: &'static str,
    /// What is chosen.
    label: Msg,
    /// What stands for all of them.
    all: Msg,
    /// What is chosen now; empty for all.
    value: ArcSignal<String>,
    /// The options.
    options: ViewFn,
    /// Asked with what was chosen.
    choose: Callback<String>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label class="field__label small" for=id>{t(label)}</label>
            <select
                class="select"
                id=id
                prop:value=value
                on:change=move |event| choose.run(event_target_value(&event))
            >
                <option value="">{t(all)}</option>
                {options.run()}
            </select>
        </div>
    }
}
