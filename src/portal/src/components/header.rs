//! The head of every page: brand, account, language, emergency.

use std::sync::Arc;

use domain::coded::Code;
use domain::language::Language;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use crate::announce;
use crate::api::account;
use crate::i18n::{self, m, t};
use crate::job::Job;
use crate::route::{Route, known};
use crate::state::preferences;
use crate::state::session::use_session;
use crate::ui::icon::{Brand, Icon};
use crate::ui::part::part;

/// A language's own name and its short form; the same in every language of the portal.
pub fn native_name(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Bg => ("\u{411}\u{44a}\u{43b}\u{433}\u{430}\u{440}\u{441}\u{43a}\u{438}", "BG"),
        Language::En => ("English", "EN"),
        Language::Ru => ("\u{420}\u{443}\u{441}\u{441}\u{43a}\u{438}\u{439}", "RU"),
        Language::Kk => ("\u{49a}\u{430}\u{437}\u{430}\u{49b}\u{448}\u{430}", "KK"),
    }
}

/// Changes the language, and says so in the new one; if its texts cannot be had, says that and stays.
async fn change_language(language: Language) -> bool {
    let answer = i18n::set_language(language).await;
    match answer {
        Ok(()) => {
            preferences::remember_language(language.code());
            announce::say(m::language_changed(native_name(language).0));
        }
        Err(_) => announce::say(m::language_failed()),
    }
    answer.is_ok()
}

/// Keeps the language of now in the account. A failure is not said: the language did change on this device, and the account page
/// shows that the account has another one.
async fn keep_language() {
    if account::keep_language(i18n::language_now()).await.is_ok() {
        account::LANGUAGES_KEPT.update(|count| *count += 1);
    }
}

/// Id of the choice of language.
const SELECT: &str = "header-language";

#[component]
fn LanguageSwitch() -> impl IntoView {
    let session = use_session();
    let change = Job::new(move |language: Arc<Language>| async move {
        let changed = change_language(*language).await;
        // What was chosen and could not be had must not stay chosen, or it could not be chosen again.
        let select = document().get_element_by_id(SELECT);
        if let Some(select) = select.and_then(|found| found.dyn_into::<HtmlSelectElement>().ok()) {
            select.set_value(i18n::language_now().code());
        }
        if changed && session.is_in() {
            keep_language().await;
        }
    });
    let options = Language::ALL.iter().map(|language| {
        let code = language.code();
        view! {
            <option lang=code value=code selected=ArcSignal::derive(move || i18n::language() == *language)>
                {native_name(*language).0}
            </option>
        }
        .into_any()
    });
    view! {
        <label class="tool">
            <Icon name="language" />
            <span class="visually-hidden">{t(m::header_language())}</span>
            <span class="tool__short" aria-hidden="true">{ArcSignal::derive(move || native_name(i18n::language()).1.to_owned())}</span>
            <span class="tool__long" aria-hidden="true">{ArcSignal::derive(move || native_name(i18n::language()).0.to_owned())}</span>
            <select
                class="tool__select"
                id=SELECT
                prop:value=ArcSignal::derive(move || i18n::language().code().to_owned())
                on:change=move |event| {
                    if let Some(language) = known(&event_target_value(&event)) {
                        change.dispatch(language);
                    }
                }
            >
                {options.collect::<Vec<_>>()}
            </select>
        </label>
    }
}

/// The header.
#[component]
pub fn Header() -> impl IntoView {
    let session = use_session();
    view! {
        <header class="header">
            <div class="header__inner">
                <a class="brand" href=Route::Home.path()>
                    <Brand />
                    <span>{t(m::app_name())}</span>
                    <span class="visually-hidden">{t(m::header_home())}</span>
                </a>
                {part(move || {
                    session
                        .own()
                        .map(|own| {
                            view! {
                                <a class="tool tool--person" href=Route::Account.path()>
                                    <Icon name="account" />
                                    <span>{own.name}</span>
                                </a>
                            }.into_any()
                        })
                        .into_any()
                })}
                <LanguageSwitch />
                <a class="tool tool--sos" href="tel:112" aria-label=t(m::header_emergency())>
                    <Icon name="phone" />
                    <span aria-hidden="true">"112"</span>
                </a>
            </div>
        </header>
    }
}
