//! All problems of a form in one place.

use leptos::html;
use leptos::prelude::*;

use super::state::{Field, Form};
use crate::browser::focus;
use crate::effect::effect;
use crate::i18n::texts::form as fm;
use crate::i18n::{Msg, changing, t};
use crate::ui::part::{part, part_if};

/// The summary: takes the focus whenever something was wrong, and leads to each field.
#[component]
pub fn Summary(
    /// The form.
    form: Form,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let focused = StoredValue::new(0);
    effect(move || {
        let refusals = form.refusals.get();
        // Not there yet at the first refusal; this runs again when it is.
        if let Some(node) = node.get().filter(|node| node.is_connected())
            && refusals > focused.get_value()
        {
            focused.set_value(refusals);
            let _ = node.focus();
        }
    });
    let wrong = Memo::new(move |_| form.wrong());
    let items = move || {
        let items = form.problems().into_iter().map(|(field, text)| item(field, text));
        items.collect::<Vec<_>>().into_any()
    };
    part_if(
        move || wrong.get(),
        move || {
            view! {
                <div class="problems" tabindex="-1" role="alert" aria-labelledby="problems-heading" node_ref=node>
                    <h3 class="problems__title" id="problems-heading">
                        {changing(move || fm::problems(form.problems().len()))}
                    </h3>
                    <ul>{part(items)}</ul>
                </div>
            }
            .into_any()
        },
    )
}

fn item(field: Option<Field>, text: Msg) -> AnyView {
    let Some(field) = field else { return view! { <li>{t(text)}</li> }.into_any() };
    let id = field.id;
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        focus(id);
    };
    view! {
        <li>
            <a href=format!("#{id}") on:click=go>{t(fm::problem_of((field.label)(), text))}</a>
        </li>
    }
    .into_any()
}
