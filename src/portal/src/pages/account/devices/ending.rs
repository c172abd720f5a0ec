//! Ending all other sessions, after a question.

use std::sync::Arc;

use contract::account::ActiveSessions;
use leptos::prelude::*;

use crate::api::{ApiError, account as api};
use crate::browser;
use crate::i18n::texts::account as a;
use crate::i18n::{changing, t};
use crate::job::Job;
use crate::reading::Reading;
use crate::ui::dialog::Dialog;
use crate::ui::icon::Icon;
use crate::ui::notice::not_done;
use crate::ui::part::{part, part_if};
use crate::words;

/// Id of what came of it.
const RESULT: &str = "sessions-ended";

/// The button, the question, and what came of it.
#[component]
pub fn EndOthers(
    /// How many other sessions there are, if that is known.
    others: Memo<Option<usize>>,
    /// Read again afterwards.
    sessions: Reading<ActiveSessions>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let end = Job::new(move |_: Arc<()>| async move {
        let ended = api::end_other_sessions().await?.ended;
        sessions.again();
        open.try_set(false);
        // The button goes with the other sessions, so the focus goes to what came of it.
        request_animation_frame(|| browser::focus(RESULT));
        Ok(ended)
    });
    let ask = move |_| {
        end.clear();
        open.set(true);
    };
    let close = Callback::new(move |()| open.set(false));
    let busy = Signal::derive(move || end.pending());
    let confirm = move |_| {
        if !busy.get_untracked() {
            end.dispatch(());
        }
    };
    let failed = move || {
        let error = end.value().and_then(Result::err).filter(|_| !busy.get());
        error.map(|error| failure(&error)).into_any()
    };
    let ended = move || end.value().and_then(Result::ok).map(done).into_any();
    let label = changing(move || if busy.get() { a::ending_busy() } else { a::ending_confirm() });
    let none = || view! { <p class="quiet small">{t(a::ending_none())}</p> }.into_any();
    let button = move || {
        view! {
            <p>
                <button class="button button--danger button--wide" type="button" on:click=ask>
                    {t(a::ending_button())}
                </button>
            </p>
        }
        .into_any()
    };
    view! {
        {part(ended)}
        {part_if(move || others.get() == Some(0), none)}
        {part_if(move || others.get().is_some_and(|others| others > 0), button)}
        <Dialog open close labelled_by="ending-heading">
            <h2 id="ending-heading">{t(a::ending_title())}</h2>
            <p>{changing(move || a::ending_text(others.get().unwrap_or_default()))}</p>
            {part(failed)}
            <div class="dialog__tools">
                <button class="button button--second" type="button" autofocus on:click=move |_| close.run(())>
                    {t(a::ending_cancel())}
                </button>
                <button
                    class="button button--danger"
                    type="button"
                    aria-disabled=ArcSignal::derive(move || busy.get().then_some("true"))
                    on:click=confirm
                >
                    {label}
                </button>
            </div>
        </Dialog>
    }
}

fn failure(error: &ApiError) -> AnyView {
    not_done(words::error(error).0, a::ending_failed(), None)
}

fn done(count: u32) -> impl IntoView {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    view! {
        <p class="notice tone-success" id=RESULT tabindex="-1">
            <Icon name="approved" />
            <span>{t(a::ending_done(count))}</span>
        </p>
    }
}
