//! The files that were chosen on this page, and the button that sends them.

use contract::DocumentId;
use domain::attachment::{Limits, State};
use leptos::prelude::*;

use super::giving_up::Target;
use super::row::row;
use super::terms::Terms;
use crate::browser;
use crate::i18n::texts::document as d;
use crate::i18n::{changing, t};
use crate::state::sending;
use crate::ui::icon::Icon;
use crate::ui::part::part_if;

/// Id of the heading: the focus goes there when a button is gone that was pressed.
pub const CHOSEN: &str = "files-chosen";

/// The list; nothing while nothing is chosen.
#[component]
pub fn Chosen(
    /// Which document.
    id: DocumentId,
    /// What the server takes.
    terms: Memo<Option<Terms>>,
    /// What is about to be given up.
    giving_up: RwSignal<Option<Target>>,
    /// Asks whether it is the right person.
    asking: RwSignal<bool>,
    /// Whether it has to be asked.
    other: bool,
) -> impl IntoView {
    let own = StoredValue::new(id);
    let keys = Memo::new(move |_| {
        own.with_value(|id| sending::items(id).iter().map(|item| item.key).collect::<Vec<_>>())
    });
    let limits = Memo::new(move |_| {
        terms.with(|terms| terms.as_ref().map_or_else(Limits::ours, |terms| terms.limits().clone()))
    });
    let ready = Memo::new(move |_| own.with_value(ready));
    let send = move |_| {
        if other {
            asking.set(true);
        } else {
            own.with_value(go);
        }
    };
    let button = move || {
        view! {
            <p>
                <button class="button button--wide" type="button" on:click=send>
                    <Icon name="right" />
                    {changing(move || d::files_send(ready.get()))}
                </button>
            </p>
        }
        .into_any()
    };
    let all = move || {
        view! {
            <div class="stack stack--close no-print">
                <h3 id=CHOSEN tabindex="-1">{t(d::files_chosen())}</h3>
                <ul class="stack stack--close">
                    <For each=move || keys.get() key=|key| *key let(key)>
                        {row(key, own.get_value(), limits, giving_up)}
                    </For>
                </ul>
                {part_if(move || ready.get() > 0, button)}
            </div>
        }
        .into_any()
    };
    part_if(move || keys.with(|keys| !keys.is_empty()), all)
}

/// How many files of a document wait for being sent by the person; tracked.
pub fn ready(id: &DocumentId) -> usize {
    sending::items(id).iter().filter(|item| item.state == State::Checked).count()
}

/// Sends all that may be sent.
pub fn go(id: &DocumentId) {
    browser::focus(CHOSEN);
    sending::send(id);
}
