//! The language of messages: that of the pages may be another.

use domain::coded::Code as _;
use domain::language::Language;
use domain::notification::Change;
use leptos::prelude::*;

use super::section;
use crate::components::header::native_name;
use crate::i18n::t;
use crate::i18n::texts::notifications as n;
use crate::pages::notifications::choices::Saver;
use crate::pages::notifications::standing::standing;
use crate::route::known;

/// The section.
pub fn language(saver: Saver) -> AnyView {
    let value = ArcSignal::derive(move || saver.choices.with(|all| all.language).code().to_owned());
    let option = |language: &Language| {
        let code = language.code();
        view! { <option lang=code value=code>{native_name(*language).0}</option> }.into_any()
    };
    let choose = move |event| {
        if let Some(language) = known(&event_target_value(&event)) {
            saver.choose(vec![Change::Language(language)]);
        }
    };
    let content = view! {
        <div class="field">
            <label class="field__label" for="message-language">{t(n::language_label())}</label>
            <p class="field__hint" id="message-language-hint">{t(n::language_text())}</p>
            <select
                class="select"
                id="message-language"
                aria-describedby="message-language-hint"
                prop:value=value
                on:change=choose
            >
                {Language::ALL.iter().map(option).collect::<Vec<_>>()}
            </select>
            {standing(saver, Change::Language(Language::Bg))}
        </div>
    };
    section("language", n::language_title(), content.into_any())
}
