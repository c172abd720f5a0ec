//! The files that were chosen on this page, and the button that sends them.

use std::sync::Arc;

use crate::api::documents::Opened;
use crate::effect::effect_since;
use contract::DocumentId;
use domain::attachment::{Limits, State};
use leptos::prelude::*;

use super::giving_up::Target;
use super::row::row;
use super::terms::Terms;
use crate::app::chosen_files;
use crate::browser;
use crate::components::acting::is_other;
use crate::components::chunk::late;
use crate::components::guard::Guard;
use crate::components::person::name_of;
use crate::i18n::texts::document as d;
use crate::i18n::{areas, changing, t};
use crate::state::sending;
use crate::ui::icon::Icon;
use crate::ui::part::{keyed, part_if};

/// Id of the heading: the focus goes there when a button is gone that was pressed.
pub const CHOSEN: &str = "files-chosen";

/// What the list is about.
#[derive(Clone)]
pub struct ChosenOf {
    /// Which document.
    pub id: DocumentId,
    /// The document as it is known; tracked.
    pub document: Memo<Option<Arc<Opened>>>,
    /// What the server takes.
    pub terms: Memo<Option<Terms>>,
    /// What is about to be given up.
    pub giving_up: RwSignal<Option<Target>>,
}

/// The place of the list; nothing while nothing is chosen. Its code comes as soon as the document takes files, so that what is
/// chosen without a connection is there to see.
pub fn place(of: ChosenOf) -> AnyView {
    let (id, terms) = (of.id.clone(), of.terms);
    effect_since(move |begun: Option<bool>| {
        let open = terms.with(|terms| terms.as_ref().is_some_and(|terms| !terms.is_closed()));
        if open && begun != Some(true) {
            chosen_files::ahead(&areas::DOCUMENT);
        }
        open || begun == Some(true)
    });
    let any = move || !sending::items(&id).is_empty();
    view! {
        {part_if(
            any,
            move || {
                let of = of.clone();
                late(move || chosen_files::open(of.clone()))
            },
        )}
    }
    .into_any()
}

/// The list.
#[component]
pub fn ChosenFiles(of: ChosenOf) -> impl IntoView {
    let ChosenOf { id, document, terms, giving_up } = of;
    let asking = RwSignal::new(false);
    // Whose it is does not change, whatever else comes live.
    let other = untrack(|| document.get()).is_none_or(|document| is_other(&document.entry.person));
    let own = StoredValue::new(id.clone());
    let keys = Memo::new(move |_| {
        own.with_value(|id| sending::items(id).iter().map(|item| item.key).collect::<Vec<_>>())
    });
    let rows = move || keys.get().into_iter().map(|key| (key.to_string(), u64::from(key))).collect();
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
    view! {
        <div class="stack stack--close no-print">
            <h3 id=CHOSEN tabindex="-1">{t(d::files_chosen())}</h3>
            <ul class="stack stack--close">
                {keyed(rows, move |key| {
                    row(u32::try_from(key).unwrap_or_default(), own.get_value(), limits, giving_up)
                })}
            </ul>
            {part_if(move || ready.get() > 0, button)}
            {guard(id, document, asking)}
        </div>
    }
}

/// Before files go to somebody else's documents: whose they are.
fn guard(id: DocumentId, document: Memo<Option<Arc<Opened>>>, open: RwSignal<bool>) -> AnyView {
    let own = StoredValue::new(id);
    let of = move |read: fn(&Opened) -> String| {
        document.with(|document| document.as_deref().map(read).unwrap_or_default())
    };
    let heading =
        changing(move || d::guard_files_heading(of(|document| name_of(&document.entry.person)))).into_any();
    let text = changing(move || {
        d::guard_files_text(own.with_value(ready), of(|document| document.entry.subject.clone()))
    });
    let confirm = Callback::new(move |()| own.with_value(go));
    view! { <Guard labelled_by="files-guard" heading text=text.into_any() open confirm /> }.into_any()
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
