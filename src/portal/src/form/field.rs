//! A field of text: name, hint, what is wrong, and the input, tied together by their ids.

use leptos::prelude::*;

use super::state::{Field, Form};
use crate::i18n::{Msg, t};
use crate::ui::icon::Icon;
use crate::ui::part::part;

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
    let id = field.id;
    let hint_id = format!("{id}-hint");
    let problem_id = format!("{id}-problem");
    let wrong = Memo::new(move |_| form.problem(id));
    let described_by = {
        let (hint_id, problem_id) = (hint_id.clone(), problem_id.clone());
        ArcSignal::derive(move || {
            if wrong.get().is_some() { format!("{hint_id} {problem_id}") } else { hint_id.clone() }
        })
    };
    let problem = part(move || {
        let problem_id = problem_id.clone();
        wrong
            .get()
            .map(|text| {
                view! {
                    <p class="field__problem" id=problem_id>
                        <Icon name="refused" />
                        <span>{t(text)}</span>
                    </p>
                }
            })
            .into_any()
    });
    view! {
        <div class="field">
            <label class="field__label" for=id>{t((field.label)())}</label>
            <p class="field__hint" id=hint_id>{t(hint)}</p>
            {problem}
            <input
                class=if short { "input input--short" } else { "input" }
                id=id
                type=kind
                autocomplete=autocomplete
                aria-describedby=described_by
                aria-invalid=ArcSignal::derive(move || wrong.get().is_some().then_some("true"))
                prop:value=field.value
                on:input=move |event| field.set.run(event_target_value(&event))
            />
        </div>
    }
}
