//! What the message will look like, while it is being written: with examples of three lengths, or as a sample person gets it.

use contract::template::{TemplateSample, TemplateSamples};
use domain::coded::Code as _;
use domain::notification::Sender;
use domain::notification::template::sample::filled;
use domain::notification::template::{Declared, Length, Refused, RenderError, Template, parse, render};
use leptos::prelude::*;

use super::here::Here;
use super::phone::{Shown, phone};
use super::size;
use crate::api::templates as api;
use crate::i18n::t;
use crate::i18n::texts::templates as te;
use crate::pages::templates::{lengths, words};
use crate::reading::Reading;
use crate::route::known;
use crate::ui::icon::Icon;
use crate::ui::part::part;

/// Begins the value of a choice that is a sample person.
const PERSON: &str = "person:";

/// The preview, and what the text comes to.
#[component]
pub fn Preview(here: Here) -> impl IntoView {
    let samples = Reading::begin(move || api::samples(here.at.subject, here.at.language));
    let chosen = RwSignal::new(Length::Typical.code().to_owned());
    let drawn = move || drawing(here, samples, &chosen.get());
    let content = view! {
        {values(samples, chosen)}
        {part(drawn)}
    };
    view! {
        {super::section("preview", te::preview_title(), content.into_any())}
        {size::size(here)}
    }
}

/// With which values.
fn values(samples: Reading<TemplateSamples>, chosen: RwSignal<String>) -> AnyView {
    let person = |sample: &TemplateSample| {
        let name = match &sample.about {
            Some(about) => te::preview_about(about.as_str(), sample.reader.as_str()),
            None => te::preview_reader(sample.reader.as_str()),
        };
        view! { <option value=format!("{PERSON}{}", sample.id)>{t(name)}</option> }.into_any()
    };
    let persons = move || {
        let answer = samples.answer().and_then(Result::ok);
        let all = answer.as_ref().map(|all| all.samples.as_slice()).unwrap_or_default();
        all.iter().map(person).collect::<Vec<_>>().into_any()
    };
    let failed = move || match samples.answer() {
        Some(Err(error)) => {
            let (title, _, _) = crate::words::error(&error);
            view! {
                <p class="small">
                    {t(te::preview_no_persons())} " " {t(title)} " "
                    <button class="button button--small button--second" type="button" on:click=move |_| samples.again()>
                        {t(crate::i18n::m::retry())}
                    </button>
                </p>
            }
            .into_any()
        }
        _ => ().into_any(),
    };
    view! {
        <div class="field">
            <label class="field__label" for="preview-values">{t(te::preview_values())}</label>
            <select
                class="select"
                id="preview-values"
                prop:value=ArcSignal::derive(move || chosen.get())
                on:change=move |event| chosen.set(event_target_value(&event))
            >
                {lengths()}
                {part(persons)}
            </select>
            {part(failed)}
        </div>
    }
    .into_any()
}

/// Fills a text as was chosen.
fn fill(
    here: Here,
    template: &Template,
    declared: &[Declared],
    samples: Option<&TemplateSamples>,
    chosen: &str,
) -> Result<String, Vec<RenderError>> {
    let person = chosen.strip_prefix(PERSON);
    let person = person.and_then(|id| samples?.samples.iter().find(|sample| sample.id == id));
    match person {
        Some(sample) => render(template, declared, &sample.read(template)),
        None => filled(template, declared, here.at.language, known(chosen).unwrap_or(Length::Typical)),
    }
}

fn drawing(here: Here, samples: Reading<TemplateSamples>, chosen: &str) -> AnyView {
    let written = here.written.get();
    let samples = samples.answer().and_then(Result::ok);
    let sender = here.sender().known().unwrap_or(Sender::Portal);
    let declared = here.declared.get();
    let of = |text: &str| match parse(text) {
        Ok(template) => fill(here, &template, &declared, samples.as_deref(), chosen),
        Err(_) => Err(Vec::new()),
    };
    match (of(&written.title), of(&written.text)) {
        (Ok(title), Ok(text)) => phone(Shown { channel: here.at.channel, sender, title, text }),
        (title, text) => {
            let errors: Vec<RenderError> =
                [title.err(), text.err()].into_iter().flatten().flatten().collect();
            unfilled(&errors)
        }
    }
}

/// Nothing is shown that nobody would get: what is wrong, in its place.
fn unfilled(errors: &[RenderError]) -> AnyView {
    let items: Vec<AnyView> =
        errors.iter().map(|error| view! { <li>{t(words::unfilled(error))}</li> }.into_any()).collect();
    let why = if items.is_empty() {
        view! { <p>{t(words::refused(Refused::Blocked))}</p> }.into_any()
    } else {
        view! { <ul class="asked__points">{items}</ul> }.into_any()
    };
    view! {
        <div class="notice tone-danger">
            <Icon name="refused" />
            <div class="notice__body">
                <p class="notice__title">{t(te::preview_none())}</p>
                {why}
            </div>
        </div>
    }
    .into_any()
}
