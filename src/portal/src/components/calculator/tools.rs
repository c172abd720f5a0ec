//! What one can do with an answer: print it, pass it on, begin anew.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::asked::Asked;
use crate::announce;
use crate::browser;
use crate::calculator::Given;
use crate::i18n::texts::calculator as c;
use crate::i18n::{Msg, changing, t};
use crate::job::Job;
use crate::ui::part::part;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    async fn write_text(text: &str) -> Result<(), JsValue>;
}

/// The buttons below an answer.
#[component]
pub fn Tools(asked: Asked) -> impl IntoView {
    let copying = Job::new(move |_: Arc<()>| async move {
        let address = window().location().href().unwrap_or_default();
        let said = match write_text(&address).await {
            Ok(()) => copied(left_out(asked)),
            // A browser may forbid it, as in a frame or without a secure connection.
            Err(_) => c::copy_failed(),
        };
        announce::say(said.clone());
        said
    });
    view! {
        <div class="cluster no-print">
            <button class="button button--second" type="button" on:click=move |_| browser::print()>{t(c::print())}</button>
            <button class="button button--second" type="button" on:click=move |_| copying.dispatch(())>
                {t(c::copy())}
            </button>
            <button class="button button--second" type="button" on:click=move |_| asked.start_over()>
                {t(c::start_over())}
            </button>
        </div>
        {part(move || {
            copying.value().map(|said| view! { <p class="small no-print">{t(said)}</p> }.into_any()).into_any()
        })}
        <p class="quiet small">
            {changing(move || c::asked_on(asked.given.with(Given::today)))}
            " "
            {t(c::not_advice())}
        </p>
    }
}

/// The questions whose answers an address does not carry, though they were answered.
fn left_out(asked: Asked) -> Vec<Msg> {
    asked.questions.with_untracked(|questions| {
        asked.given.with_untracked(|given| {
            let answered = |id: &str, granted: Option<&str>| given.has(id) && granted != Some(given.text(id));
            questions
                .iter()
                .filter(|question| question.private && answered(question.id, question.granted.as_deref()))
                .map(|question| question.label.clone())
                .collect()
        })
    })
}

fn copied(left_out: Vec<Msg>) -> Msg {
    match left_out.into_iter().reduce(c::list_and) {
        Some(list) => c::copied_without(list),
        None => c::copied(),
    }
}
