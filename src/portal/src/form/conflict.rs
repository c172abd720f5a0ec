//! Somebody changed meanwhile what is being changed here: both are shown, and one is chosen. Nothing typed goes away unless it
//! is chosen so.

use leptos::prelude::*;

use crate::i18n::texts::form as fm;
use crate::i18n::{Msg, t};
use crate::ui::icon::Icon;

/// What happened, how the two differ, and the choice between one's own and what is saved.
pub fn choice(
    title: Msg,
    text: Msg,
    differs: AnyView,
    keep_own: Callback<()>,
    take_over: Callback<()>,
) -> AnyView {
    view! {
        <div class="notice tone-action" role="alert">
            <Icon name="action" />
            <div class="notice__body">
                <p class="notice__title">{t(title)}</p>
                <p>{t(text)}</p>
                {differs}
                <p class="cluster">
                    <button class="button" type="button" on:click=move |_| keep_own.run(())>
                        {t(fm::conflict_keep_own())}
                    </button>
                    <button class="button button--second" type="button" on:click=move |_| take_over.run(())>
                        {t(fm::conflict_take_over())}
                    </button>
                </p>
            </div>
        </div>
    }
    .into_any()
}
