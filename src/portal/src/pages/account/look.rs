//! Language and look.

use leptos::prelude::*;

use super::language::LanguageChoice;
use super::own::Own;
use super::section::{Place, Section};
use crate::i18n::texts::account as a;
use crate::i18n::{Msg, t};
use crate::state::preferences::{self, Preference, TextSize, Theme};
use crate::ui::icon::Icon;

/// The section.
#[component]
pub fn LookSection(own: Own) -> impl IntoView {
    view! {
        <Section place=Place::Look>
            <form class="form">
                <LanguageChoice own />
                {choice("theme", a::theme_title(), theme_name, theme_icon)}
                {choice("text", a::text_title(), text_name, text_sample)}
            </form>
            <p class="quiet small">{t(a::look_text())}</p>
        </Section>
    }
}

/// A preference of this device: applies as soon as it is chosen.
fn choice<P>(name: &'static str, title: Msg, words: fn(P) -> Msg, picture: fn(P) -> AnyView) -> impl IntoView
where
    P: Preference + Send + Sync,
{
    let chosen = RwSignal::new(preferences::read::<P>());
    let choices = P::ALL.iter().map(|value| {
        let choose = move |_| {
            preferences::choose(*value);
            chosen.set(*value);
        };
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=name
                    value=value.code()
                    prop:checked=ArcSignal::derive(move || chosen.get() == *value)
                    on:change=choose
                />
                <span>{t(words(*value))}</span>
                {picture(*value)}
            </label>
        }
        .into_any()
    });
    view! {
        <fieldset>
            <legend><h3>{t(title)}</h3></legend>
            <div class="choices">{choices.collect::<Vec<_>>()}</div>
        </fieldset>
    }
}

fn theme_name(theme: Theme) -> Msg {
    match theme {
        Theme::System => a::theme_system(),
        Theme::Light => a::theme_light(),
        Theme::Dark => a::theme_dark(),
    }
}

fn theme_icon(theme: Theme) -> AnyView {
    let name = match theme {
        Theme::System => "screen",
        Theme::Light => "sun",
        Theme::Dark => "moon",
    };
    view! { <Icon name=name /> }.into_any()
}

fn text_name(size: TextSize) -> Msg {
    match size {
        TextSize::Normal => a::text_normal(),
        TextSize::Large => a::text_large(),
        TextSize::Larger => a::text_larger(),
    }
}

fn text_sample(size: TextSize) -> AnyView {
    let class = match size {
        TextSize::Normal => "choice__sample",
        TextSize::Large => "choice__sample choice__sample--large",
        TextSize::Larger => "choice__sample choice__sample--larger",
    };
    view! { <span class=class aria-hidden="true">{t(a::text_sample())}</span> }.into_any()
}
