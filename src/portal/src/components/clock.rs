//! How a day of a clock came about: the same wherever a clock is shown.

use leptos::prelude::*;

use crate::components::source::source;
use crate::i18n::texts::source as s;
use crate::i18n::{Msg, t};
use crate::source::Source;
use crate::ui::icon::Icon;

/// How a date was computed, one press away: the facts, then where the rule is written.
pub fn how(facts: Vec<Msg>, sources: Vec<Source>) -> AnyView {
    let items: Vec<_> = facts.into_iter().map(|fact| view! { <li>{t(fact)}</li> }.into_any()).collect();
    let sources: Vec<_> = sources.into_iter().map(source).collect();
    view! {
        <details class="fold">
            <summary>
                <Icon name="right" />
                {t(s::how())}
            </summary>
            <div class="stack stack--close">
                <ul class="asked__points">{items}</ul>
                {sources}
            </div>
        </details>
    }
    .into_any()
}
