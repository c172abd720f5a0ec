//! Hiding one's own document from proxies, and showing it again. A chunk of its own: most who read a document hide nothing.

use std::sync::Arc;

use leptos::prelude::*;

use super::PartOf;
use crate::announce;
use crate::api::{self, ApiError};
use crate::browser;
use crate::effect::effect;
use crate::i18n::texts::hiding as h;
use crate::i18n::{changing, m, t};
use crate::job::Job;
use crate::ui::icon::Icon;
use crate::ui::part::part;
use crate::words;

/// Id of the button.
const BUTTON: &str = "hiding-button";

/// The section.
#[component]
pub fn Hiding(
    /// What it is about.
    of: PartOf,
) -> impl IntoView {
    let PartOf { id, document, .. } = of;
    let read = Memo::new(move |_| document.get().is_some_and(|document| document.entry.hidden));
    // What the server answered, until the document is read again and says so itself.
    let answered = RwSignal::new(None::<bool>);
    effect(move || {
        read.track();
        answered.set(None);
    });
    let hidden = move || answered.get().unwrap_or_else(|| read.get());
    let send = Job::new(move |hide: Arc<bool>| {
        let id = id.clone();
        async move {
            let now = api::documents::hide(&id, *hide).await?;
            answered.try_set(Some(now.hidden));
            announce::say(if now.hidden { h::said_hidden() } else { h::said_shown() });
            Ok(())
        }
    });
    let busy = move || send.pending();
    let asked = RwSignal::new(false);
    let ask = move |hide: bool| {
        if !untrack(busy) {
            asked.set(hide);
            send.dispatch(hide);
        }
    };
    let again = Callback::new(move |()| {
        // The button that was pressed goes with its notice.
        browser::focus(BUTTON);
        ask(asked.get_untracked());
    });
    let failed = move || {
        // An answer may be lost after the server did what was asked: then the document itself says so.
        let error = send.value().and_then(Result::err).filter(|_| !busy() && hidden() != asked.get());
        error.map(|error| failure(&error, again)).into_any()
    };
    let label = changing(move || match (busy(), hidden()) {
        (true, _) => h::busy(),
        (false, true) => h::show(),
        (false, false) => h::hide(),
    });
    view! {
        <section class="card no-print" aria-labelledby="hiding-heading">
            <h2 id="hiding-heading">{t(h::title())}</h2>
            <p>{changing(move || if hidden() { h::hidden() } else { h::shown() })}</p>
            <p class="quiet small" id="hiding-means">{t(h::means())}</p>
            {part(failed)}
            <p>
                <button
                    class="button button--second"
                    id=BUTTON
                    type="button"
                    aria-describedby="hiding-means"
                    aria-disabled=ArcSignal::derive(move || busy().then_some("true"))
                    on:click=move |_| ask(!untrack(hidden))
                >
                    {label}
                </button>
            </p>
        </section>
    }
}

/// It is not known to have been done: why, and once more.
fn failure(error: &ApiError, again: Callback<()>) -> AnyView {
    let (title, _, request_id) = words::error(error);
    view! {
        <div class="notice tone-danger" role="alert">
            <Icon name="refused" />
            <div class="notice__body">
                <p class="notice__title">{t(title)}</p>
                <p>{t(h::failed())}</p>
                {request_id.map(|id| view! { <p class="small">{t(m::error_request(id))}</p> })}
                <p>
                    <button class="button button--second" type="button" on:click=move |_| again.run(())>
                        <Icon name="retry" />
                        {t(m::retry())}
                    </button>
                </p>
            </div>
        </div>
    }
    .into_any()
}
