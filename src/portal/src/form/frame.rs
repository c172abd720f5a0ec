//! What stands around every control of a form: its name, its hint, and what is wrong, tied to it by their ids.

use leptos::prelude::*;

use super::state::{Field, Form};
use crate::i18n::{Msg, t};
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// What ties a control to the words around it.
pub struct Ties {
    /// Ids of hint and problem; tracked.
    pub described_by: ArcSignal<String>,
    /// Whether something is wrong; tracked.
    pub invalid: ArcSignal<Option<&'static str>>,
}

/// A control with its name, its hint and what is wrong.
pub fn framed(form: Form, field: Field, hint: Msg, control: impl FnOnce(Ties) -> AnyView) -> AnyView {
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
    let invalid = ArcSignal::derive(move || wrong.get().is_some().then_some("true"));
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
                .into_any()
            })
            .into_any()
    });
    view! {
        <div class="field">
            <label class="field__label" for=id>{t((field.label)())}</label>
            <p class="field__hint" id=hint_id>{t(hint)}</p>
            {problem}
            {control(Ties { described_by, invalid })}
        </div>
    }
    .into_any()
}
