//! Stopping a file that is not received yet, after a question.

use std::sync::Arc;

use contract::FileId;
use contract::attachment::SentFiles;
use leptos::prelude::*;

use super::focus_heading;
use crate::api;
use crate::effect::effect;
use crate::i18n::texts::document as d;
use crate::i18n::{changing, t};
use crate::job::Job;
use crate::reading::Reading;
use crate::state::sending;
use crate::ui::dialog::Dialog;
use crate::ui::notice::not_done;
use crate::ui::part::part;
use crate::words;

/// A file that is about to be given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub what: What,
}

/// Where a file is that is not received yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Among those chosen on this page, under this key.
    Chosen(u32),
    /// Only on the server: it was begun before this page was there.
    Begun(FileId),
}

/// The question; open while there is something to be given up.
#[component]
pub fn GivingUp(about: RwSignal<Option<Target>>, list: Reading<SentFiles>) -> impl IntoView {
    let delete = Job::new(move |id: Arc<FileId>| async move {
        let answer = api::files::delete(&id).await;
        if answer.is_ok() {
            list.again();
            about.try_set(None);
            request_animation_frame(focus_heading);
        }
        answer
    });
    let open = Memo::new(move |_| about.with(Option::is_some));
    effect(move || {
        // What came of the last one is not of this one.
        if open.get() {
            delete.clear();
        }
    });
    let close = Callback::new(move |()| about.set(None));
    let busy = Signal::derive(move || delete.pending());
    let confirm = move |_| match about.get_untracked().map(|target| target.what) {
        Some(What::Chosen(key)) => {
            about.set(None);
            sending::withdraw(key);
            request_animation_frame(focus_heading);
        }
        Some(What::Begun(id)) if !busy.get_untracked() => delete.dispatch(id),
        _ => {}
    };
    let name =
        move || about.with(|target| target.as_ref().map(|target| target.name.clone()).unwrap_or_default());
    let failed = move || {
        let error = delete.value().and_then(Result::err).filter(|_| !busy.get());
        error.map(|error| not_done(words::error(&error).0, d::files_stop_failed(), None)).into_any()
    };
    let label = changing(move || if busy.get() { d::files_stop_busy() } else { d::files_stop_yes() });
    view! {
        <Dialog open close labelled_by="files-stop-heading">
            <h2 id="files-stop-heading">{t(d::files_stop_heading())}</h2>
            <p class="file__name">{changing(move || d::files_stop_text(name()))}</p>
            {part(failed)}
            <div class="dialog__tools">
                <button class="button button--second" type="button" autofocus on:click=move |_| close.run(())>
                    {t(d::files_stop_no())}
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
