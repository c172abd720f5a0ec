//! What may be sent, said before anything is chosen, and the field that chooses; or why nothing can be sent.

use contract::DocumentId;
use contract::attachment::SentFiles;
use domain::attachment::{Closed, Limits};
use domain::coded::Coded;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::i18n::t;
use crate::i18n::texts::document as d;
use crate::state::sending;
use crate::ui::icon::Icon;
use crate::words::file as words;

/// Id of the field.
pub const FIELD: &str = "files-field";

/// What the server takes for a document now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    limits: Limits,
    closed: Option<Coded<Closed>>,
}

impl Terms {
    /// As the server states them.
    pub fn of(answer: &SentFiles) -> Self {
        Self { limits: Limits::from(&answer.limits), closed: answer.closed.clone() }
    }

    /// Whether it takes nothing.
    pub fn is_closed(&self) -> bool {
        self.closed.is_some()
    }

    /// What a file may be.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The field, or why there is none. `others` says how many places are taken by what was not chosen here.
    pub fn offer(self, id: DocumentId, others: Callback<(), usize>) -> AnyView {
        match self.closed {
            Some(closed) => why_not(&closed),
            None => field(id, self.limits, others),
        }
    }
}

fn why_not(closed: &Coded<Closed>) -> AnyView {
    view! {
        <div class="notice tone-waiting no-print">
            <Icon name="info" />
            <div class="notice__body">
                <p class="notice__title">{t(d::files_closed())}</p>
                <p>{t(words::closed(closed))}</p>
            </div>
        </div>
    }
    .into_any()
}

fn field(id: DocumentId, limits: Limits, others: Callback<(), usize>) -> AnyView {
    let (hint, accept) = (words::limits(&limits), words::accept(&limits.types));
    let choose = move |event| {
        let field: HtmlInputElement = event_target(&event);
        let files: Vec<_> = field
            .files()
            .into_iter()
            .flat_map(|all| (0..all.length()).filter_map(move |place| all.get(place)))
            .collect();
        // Choosing the same file once more is a change again.
        field.set_value("");
        sending::choose(&id, files, untrack(|| others.run(())), limits.clone());
    };
    view! {
        <div class="field no-print">
            <label class="field__label" for=FIELD>{t(d::files_choose())}</label>
            <p class="field__hint" id="files-hint">{t(hint)} " " {t(d::files_resumed())}</p>
            <input
                class="input"
                id=FIELD
                type="file"
                multiple
                accept=accept
                aria-describedby="files-hint"
                on:change=choose
            />
        </div>
    }
    .into_any()
}
