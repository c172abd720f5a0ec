//! A choice of one of a few short answers, beside each other: radio buttons that look like one switch.

use leptos::prelude::*;

use crate::i18n::{Msg, t};

/// What a switch offers and what is chosen.
pub struct Segment {
    /// Name of the group, unique on the page.
    pub name: String,
    /// What is chosen; what stands around it is said with it.
    pub legend: AnyView,
    /// Codes and their words.
    pub options: Vec<(&'static str, Msg)>,
    /// The code of what is chosen.
    pub value: ArcSignal<&'static str>,
    /// Asked with the code of what somebody chose.
    pub choose: Callback<&'static str>,
}

/// The switch.
pub fn segment(segment: Segment) -> AnyView {
    let Segment { name, legend, options, value, choose } = segment;
    let option = |(code, label): (&'static str, Msg)| {
        let value = value.clone();
        view! {
            <label class="segment__option">
                <input
                    class="visually-hidden"
                    type="radio"
                    name=name.clone()
                    value=code
                    prop:checked=ArcSignal::derive(move || value.get() == code)
                    on:change=move |_| choose.run(code)
                />
                <span>{t(label)}</span>
            </label>
        }
        .into_any()
    };
    let options: Vec<AnyView> = options.into_iter().map(option).collect();
    view! {
        <fieldset class="segment">
            <legend class="segment__legend">{legend}</legend>
            <div class="segment__row">{options}</div>
        </fieldset>
    }
    .into_any()
}
