//! "And on another day?": a second answer beside the first.

use domain::written::parse_day;
use leptos::prelude::*;

use super::address::ANOTHER;
use super::answer::answer;
use super::asked::{Asked, Outcome};
use super::field::{Typing, typed};
use crate::announce;
use crate::browser::focus;
use crate::i18n::t;
use crate::i18n::texts::calculator as c;
use crate::ui::part::{part, part_if};

/// The comparison with another day, once there is an answer to compare with.
#[component]
pub fn Another(asked: Asked) -> impl IntoView {
    let open = move || asked.another().is_some();
    let possible = move || {
        !asked.calculator.another_day.is_empty()
            && asked.outcome.with(|out| matches!(out, Outcome::Answer(_)))
    };
    part_if(possible, move || {
        let shown = part(move || if open() { comparison(asked) } else { button(asked) });
        view! { <section class="stack">{shown}</section> }.into_any()
    })
}

fn button(asked: Asked) -> AnyView {
    let ask = move |_| {
        asked.set(ANOTHER, String::new());
        request_animation_frame(|| focus(ANOTHER));
    };
    view! {
        <p>
            <button class="button button--second" type="button" id="another-ask" on:click=ask>
                {t(c::another_ask())}
            </button>
        </p>
    }
    .into_any()
}

fn comparison(asked: Asked) -> AnyView {
    let close = move |_| {
        asked.forget_another();
        request_animation_frame(|| focus("another-ask"));
    };
    let left = RwSignal::new(false);
    let text = move || asked.another().unwrap_or_default();
    let problem = move || {
        let text = text();
        let why = parse_day(&text).err().filter(|_| left.get() && !text.trim().is_empty())?;
        Some(crate::calculator::day_problem(why, &text))
    };
    let day_field = typed(Typing {
        id: ANOTHER,
        label: c::another_day(),
        hint: Some(c::day_hint()),
        keyboard: "numeric",
        text: ArcSignal::derive(text),
        problem: ArcSignal::derive(problem),
        set: Callback::new(move |text| asked.set(ANOTHER, text)),
        leave: Callback::new(move |()| {
            left.set(true);
            if let Some((_, Ok(answer))) = asked.on_another_day() {
                announce::say(answer.sentence);
            }
        }),
    });
    view! {
        {day_field}
        {part(move || other(asked))}
        <p class="no-print">
            <button class="button button--second" type="button" on:click=close>{t(c::another_close())}</button>
        </p>
    }
    .into_any()
}

/// Both days beside each other.
fn other(asked: Asked) -> AnyView {
    let Some((day, answered)) = asked.on_another_day() else { return ().into_any() };
    let there = match answered {
        Ok(found) => answer(found),
        Err(problem) => {
            let problem = problem.unwrap_or_else(c::another_open);
            view! { <p>{t(c::another_none(day, problem))}</p> }.into_any()
        }
    };
    let own =
        asked.calculator.another_day.first().and_then(|id| asked.given.with(|given| given.day(id).ok()));
    let here = match asked.outcome.get() {
        Outcome::Answer(found) => view! { <p class="answer__brief">{t(found.sentence)}</p> }.into_any(),
        Outcome::Open(_) | Outcome::Wrong(_) => ().into_any(),
    };
    view! {
        <div class="two-days">
            <div class="card answer" role="group" aria-labelledby="here-heading">
                <h2 id="here-heading">{own.map(|own| t(c::another_here(own)))}</h2>
                {here}
            </div>
            <div class="card answer" role="group" aria-labelledby="another-heading">
                <h2 id="another-heading">{t(c::another_there(day))}</h2>
                {there}
            </div>
        </div>
    }
    .into_any()
}
