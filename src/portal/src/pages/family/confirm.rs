//! A question before something that cannot be taken back.

use leptos::prelude::*;

use crate::api::ApiError;
use crate::i18n::texts::family as f;
use crate::i18n::{Msg, changing, t};
use crate::job::Job;
use crate::ui::dialog::Dialog;
use crate::ui::icon::Icon;
use crate::ui::notice::not_done;
use crate::ui::part::part;
use crate::words;

/// What is asked.
#[derive(Clone, PartialEq)]
pub struct Question {
    /// The question.
    pub title: Msg,
    /// What happens.
    pub text: Msg,
    /// The word on the button that does it.
    pub confirm: Msg,
    /// What is the case when it failed.
    pub failed: Msg,
}

/// The question while there is one, and the job that is done on the answer. Whoever asked closes it when the job is done.
#[component]
pub fn Confirm<T: Clone + Send + Sync + 'static>(
    /// What is asked; nothing while the question is closed.
    question: RwSignal<Option<Question>>,
    /// What is done.
    job: Job<(), Result<T, ApiError>>,
) -> impl IntoView {
    let close = Callback::new(move |()| question.set(None));
    let busy = Signal::derive(move || job.pending());
    let error = Signal::derive(move || job.value().and_then(Result::err).filter(|_| !busy.get()));
    let run = Callback::new(move |()| {
        if !busy.get_untracked() {
            job.dispatch(());
        }
    });
    asking(question, close, busy, error, run)
}

/// Of one type, whatever the job answers with.
fn asking(
    question: RwSignal<Option<Question>>,
    close: Callback<()>,
    busy: Signal<bool>,
    error: Signal<Option<ApiError>>,
    run: Callback<()>,
) -> AnyView {
    // What is asked stays in the closing dialog.
    let last = Memo::new(move |before: Option<&Option<Question>>| {
        question.get().or_else(|| before.cloned().flatten())
    });
    let failed = move || {
        let failed = last.get().map(|last| last.failed);
        error.get().zip(failed).map(|(error, failed)| failure(&error, failed)).into_any()
    };
    let inside = move || {
        let Some(Question { title, text, confirm, .. }) = last.get() else { return ().into_any() };
        let label = changing(move || if busy.get() { f::confirm_busy() } else { confirm.clone() });
        view! {
            <h2 id="confirm-heading">{t(title)}</h2>
            <p>{t(text)}</p>
            {part(failed)}
            <div class="dialog__tools">
                <button class="button button--second" type="button" autofocus on:click=move |_| close.run(())>
                    {t(f::confirm_cancel())}
                </button>
                <button
                    class="button button--danger"
                    type="button"
                    aria-disabled=ArcSignal::derive(move || busy.get().then_some("true"))
                    on:click=move |_| run.run(())
                >
                    {label}
                </button>
            </div>
        }
        .into_any()
    };
    let open = Signal::derive(move || question.with(Option::is_some));
    view! { <Dialog open close labelled_by="confirm-heading">{part(inside)}</Dialog> }.into_any()
}

/// It was not done: why, and what is the case.
pub fn failure(error: &ApiError, failed: Msg) -> AnyView {
    not_done(words::error(error).0, failed, None)
}

/// It was done. Takes the focus, for what led to it is gone.
pub fn done(id: &'static str, text: Msg) -> AnyView {
    view! {
        <p class="notice tone-success" id=id tabindex="-1">
            <Icon name="approved" />
            <span>{t(text)}</span>
        </p>
    }
    .into_any()
}
