//! The way to the same message by other channels and in other languages, and to other versions of the same text.

use contract::template::TemplateVersion;
use leptos::prelude::*;

use super::here::Here;
use crate::api::templates::Place;
use crate::i18n::texts::templates as te;
use crate::i18n::{Msg, t};
use crate::pages::templates::{chip, chips, languages, route, words};
use crate::ui::part::part;
use crate::words::notification as told;

/// Other channels and other languages.
pub fn others(at: Place) -> AnyView {
    let channels = at.subject.channels().iter().map(|channel| {
        let to = Place { channel: *channel, ..at };
        chip(route(to).path(), told::channel(*channel), *channel == at.channel)
    });
    view! {
        {chips(te::channels_label(), channels.collect())}
        {languages(at.language, |language| route(Place { language, ..at }).path())}
    }
    .into_any()
}

/// A version by its number, and where it stands.
pub fn named(version: &TemplateVersion) -> Msg {
    let (_, _, state) = words::standing(&version.state);
    te::version_state(version.number as usize, state)
}

/// The versions of this text.
pub fn versions(here: Here) -> AnyView {
    let options = move || {
        let all = here.all.get();
        let versions = all.as_ref().map(|all| all.versions.as_slice()).unwrap_or_default();
        let shown = here.version.get().map(|version| version.number);
        let option = |version: &TemplateVersion| {
            let number = version.number;
            view! {
                <option value=number.to_string() selected=Some(number) == shown>
                    {t(named(version))}
                </option>
            }
            .into_any()
        };
        versions.iter().map(option).collect::<Vec<_>>().into_any()
    };
    let value = ArcSignal::derive(move || {
        here.version.get().map(|version| version.number.to_string()).unwrap_or_default()
    });
    view! {
        <div class="field">
            <label class="field__label" for="template-version">{t(te::version_label())}</label>
            <select
                class="select"
                id="template-version"
                prop:value=value
                on:change=move |event| here.chosen.set(event_target_value(&event).parse().ok())
            >
                {part(options)}
            </select>
        </div>
    }
    .into_any()
}
