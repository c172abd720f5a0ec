//! Live changes as people see and hear them: notices in the corner, and how the page is connected.

use std::sync::Arc;

use contract::change::Change;
use leptos::prelude::*;

use super::access::AccessNews;
use crate::announce;
use crate::components::person::{name, name_of};
use crate::effect::effect;
use crate::i18n::texts::beside as b;
use crate::i18n::{self, t};
use crate::route::Route;
use crate::state::live::{Connection, Live};
use crate::state::session::SessionState;
use crate::ui::icon::Icon;
use crate::ui::part::keyed;
use crate::words;

/// More notices than this at once would cover the page.
const NOTICES: usize = 3;

/// The corner with notices and the connection.
#[component]
pub fn LiveCorner(
    /// Live changes.
    live: Live,
    /// Whose documents there are.
    session: SessionState,
) -> impl IntoView {
    view! {
        <section class="live" aria-label=t(b::live_label())>
            <AccessNews live session />
            <Notices live />
            <ConnectionChip live />
        </section>
    }
}

#[component]
fn Notices(live: Live) -> impl IntoView {
    let dismissed = RwSignal::new(0_u64);
    let heard = StoredValue::new(0_u64);
    let shown = Memo::new(move |_| {
        live.changes.with(|changes| {
            let new = changes.iter().rev().filter(|change| change.event.sequence > dismissed.get());
            new.take(NOTICES).map(|change| change.event.sequence).collect::<Vec<_>>()
        })
    });
    effect(move || {
        let newest = live.changes.with(|changes| changes.last().cloned());
        if let Some(change) = newest
            && change.event.sequence > heard.get_value()
        {
            heard.set_value(change.event.sequence);
            announce::say(b::live_changed(
                words::status(&change.document.status),
                change.document.subject.as_str(),
                untrack(|| name_of(&change.document.person)),
            ));
        }
    });
    let notices = move || shown.get().into_iter().map(|sequence| (sequence.to_string(), sequence)).collect();
    let notice = move |sequence: u64| {
        let change = live.changes.with_untracked(|changes| {
            changes.iter().find(|change| change.event.sequence == sequence).cloned()
        });
        change.map(|change| view! { <Notice change dismissed /> }.into_any()).into_any()
    };
    view! {
        <div class="toasts">
            {keyed(notices, notice)}
        </div>
    }
}

#[component]
fn Notice(change: Arc<Change>, dismissed: RwSignal<u64>) -> impl IntoView {
    let (tone, icon) = words::status_look(&change.document.status);
    let sequence = change.event.sequence;
    let person = change.document.person.clone();
    view! {
        <div class=format!("toast {}", tone.class())>
            <Icon name=icon />
            <div class="toast__body">
                <p>
                    <strong>{t(words::status(&change.document.status))}</strong>
                    " – "
                    {change.document.subject.clone()}
                    ", "
                    {name(person)}
                </p>
                <p>
                    <a
                        href=Route::Document(change.document.id.clone()).path()
                        on:click=move |_| dismissed.set(sequence)
                    >
                        {t(b::live_show())}
                    </a>
                </p>
            </div>
            <button
                class="button button--icon"
                type="button"
                aria-label=t(b::live_dismiss())
                on:click=move |_| dismissed.set(sequence)
            >
                <Icon name="close" />
            </button>
        </div>
    }
}

#[component]
fn ConnectionChip(live: Live) -> impl IntoView {
    let look = move || match live.connection.get() {
        Connection::Live => ("conn conn--live", "live"),
        // Not begun: nothing to say yet, and nothing to promise when the index failed.
        Connection::Starting => ("conn", "live"),
        Connection::Polling => ("conn tone-waiting", "waiting"),
        Connection::Reconnecting => ("conn tone-waiting", "retry"),
        Connection::Offline => ("conn tone-action", "offline"),
    };
    let icon = ArcSignal::derive(move || look().1);
    view! {
        <p class=ArcSignal::derive(move || look().0) hidden=ArcSignal::derive(move || live.connection.get() == Connection::Starting)>
            <Icon name=icon small=true />
            <span>{ArcSignal::derive(move || words::connection(live.connection.get()).as_ref().map(i18n::words).unwrap_or_default())}</span>
        </p>
    }
}
