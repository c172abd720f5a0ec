//! The language: changes at once, is remembered on the device, and kept in the account.

use std::sync::Arc;

use domain::coded::{Code, Coded};
use domain::language::Language;
use leptos::prelude::*;

use super::own::Own;
use crate::announce;
use crate::api::ApiError;
use crate::browser::focus;
use crate::components::header::native_name;
use crate::i18n::texts::account as a;
use crate::i18n::{self, Msg, changing, m, t};
use crate::job::Job;
use crate::state::preferences;
use crate::ui::icon::Icon;
use crate::ui::part::part;
use crate::words;

/// Where a change of language stopped.
#[derive(Debug, Clone)]
enum Stopped {
    /// Its texts could not be had: nothing changed.
    Texts,
    /// It is changed here, but not in the account.
    Account(ApiError),
}

type Change = Job<Language, Result<(), Stopped>>;

async fn change(own: Own, language: Language) -> Result<(), Stopped> {
    if language != untrack(i18n::language) {
        i18n::set_language(language).await.map_err(|_| Stopped::Texts)?;
        preferences::remember_language(language.code());
        announce::say(m::language_changed(native_name(language).0));
    }
    own.keep_language(language).await.map_err(Stopped::Account)
}

fn input_id(language: Language) -> String {
    format!("language-{}", language.code())
}

/// The choice.
#[component]
pub fn LanguageChoice(own: Own) -> impl IntoView {
    let change: Change = Job::new(move |language: Arc<Language>| change(own, *language));
    // The one just chosen, until it is clear whether its texts come.
    let shown = Memo::new(move |_| change.input().map_or_else(i18n::language, |chosen| *chosen));
    let choices = Language::ALL.iter().map(|language| {
        view! {
            <label class="choice" lang=language.code()>
                <input
                    type="radio"
                    name="language"
                    id=input_id(*language)
                    value=language.code()
                    prop:checked=ArcSignal::derive(move || shown.get() == *language)
                    on:change=move |_| {
                        change.dispatch(*language);
                    }
                />
                <span>{native_name(*language).0}</span>
            </label>
        }
        .into_any()
    });
    view! {
        <div class="stack stack--close">
            <fieldset>
                <legend><h3>{t(a::language_title())}</h3></legend>
                <div class="choices choices--pair">{choices.collect::<Vec<_>>()}</div>
            </fieldset>
            <div role="status">{part(move || state(own, change).into_any())}</div>
        </div>
    }
}

/// Whether the account keeps the same language.
fn state(own: Own, change: Change) -> Option<AnyView> {
    if change.pending() {
        let view = view! {
            <p class="cluster small">
                <span class="spinner"></span>
                {t(a::language_saving())}
            </p>
        };
        return Some(view.into_any());
    }
    match change.value() {
        Some(Err(Stopped::Texts)) => return Some(failure(m::language_failed(), None)),
        Some(Err(Stopped::Account(error))) => {
            let (why, _, _) = words::error(&error);
            return Some(failure(a::language_not_kept(why), Some(change)));
        }
        Some(Ok(())) | None => {}
    }
    let here = i18n::language();
    let view = match own.account()?.language {
        Some(Coded::Known(kept)) if kept == here => view! {
            <p class="field__saved">
                <Icon name="check" small=true />
                {t(a::language_kept())}
            </p>
        }
        .into_any(),
        Some(Coded::Known(kept)) => other(a::language_differs(native_name(kept).0), change),
        Some(Coded::Unknown(code)) => other(a::language_differs(code), change),
        None => other(a::language_none(), change),
    };
    Some(view)
}

fn other(text: Msg, change: Change) -> AnyView {
    view! {
        <div class="stack stack--close">
            <p class="small">{t(text)}</p>
            <p>{keep_button(change)}</p>
        </div>
    }
    .into_any()
}

fn failure(text: Msg, change: Option<Change>) -> AnyView {
    view! {
        <div class="notice tone-danger">
            <Icon name="refused" />
            <div class="notice__body">
                <p>{t(text)}</p>
                {change.map(|change| view! { <p>{keep_button(change)}</p> }.into_any())}
            </div>
        </div>
    }
    .into_any()
}

/// Keeps the language of now in the account. The button goes when it is done, so the focus goes to the choice.
fn keep_button(change: Change) -> impl IntoView {
    let keep = move |_| {
        let language = untrack(i18n::language);
        focus(&input_id(language));
        change.dispatch(language);
    };
    let label = changing(move || a::language_keep(native_name(i18n::language()).0));
    view! { <button class="button button--second" type="button" on:click=keep>{label}</button> }
}
