//! The next page of a list: a button below what is there, or that this was all.

use leptos::prelude::*;

use crate::api::ApiError;
use crate::i18n::{Msg, changing, t};
use crate::job::Job;
use crate::ui::notice::not_done;
use crate::ui::part::part;
use crate::words;

/// What is said there.
#[derive(Clone)]
pub struct Said {
    /// On the button.
    pub more: Msg,
    /// On the button, while the next page is on its way.
    pub busy: Msg,
    /// The next page could not be had; what is there stays.
    pub failed: Msg,
    /// There is no other page.
    pub end: Msg,
}

/// The button. `cursor` is where the next page begins, `job` takes it and puts the page below.
pub fn more(cursor: RwSignal<Option<String>>, job: Job<String, Result<(), ApiError>>, said: Said) -> AnyView {
    let Said { more, busy, failed: failed_words, end } = said;
    let failed = move || {
        let error = job.value().and_then(Result::err).filter(|_| !job.pending());
        error.map(|error| not_done(words::error(&error).0, failed_words.clone(), None)).into_any()
    };
    let ask = move |_| {
        if let Some(cursor) = cursor.get_untracked().filter(|_| !untrack(|| job.pending())) {
            job.dispatch(cursor);
        }
    };
    let label = changing(move || if job.pending() { busy.clone() } else { more.clone() });
    let last = move || match cursor.get() {
        Some(_) => {
            let label = label.clone();
            view! {
                <p>
                    <button
                        class="button button--second"
                        type="button"
                        aria-disabled=ArcSignal::derive(move || job.pending().then_some("true"))
                        on:click=ask
                    >
                        {label}
                    </button>
                </p>
            }
            .into_any()
        }
        None => view! { <p class="quiet small">{t(end.clone())}</p> }.into_any(),
    };
    view! {
        {part(failed)}
        {part(last)}
    }
    .into_any()
}
