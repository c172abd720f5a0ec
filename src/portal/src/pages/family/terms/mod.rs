//! The fields in which terms are typed: scopes, kinds, last day, and the name of an invitation.

mod choices;
mod problems;

pub use choices::{KindFields, ScopeFields};
pub use problems::{problems, words};

use chrono::NaiveDate;
use domain::access::terms::LONGEST;
use leptos::prelude::*;

use super::draft::Draft;
use crate::form::{Field, Form, TextField};
use crate::i18n::Msg;
use crate::i18n::texts::family as f;

/// What is typed, and how it is changed.
#[derive(Clone, Copy)]
pub struct Typing {
    /// What is typed; tracked.
    pub draft: Signal<Draft>,
    /// Takes what is typed.
    pub put: Callback<Draft>,
}

impl Typing {
    /// Changes something of it.
    pub fn change(self, change: impl FnOnce(&mut Draft)) {
        let mut draft = self.draft.get_untracked();
        change(&mut draft);
        self.put.run(draft);
    }
}

/// What is wrong is found by the rules, for all fields at once ([`problems()`]).
fn nothing_wrong(_: &str) -> Option<Msg> {
    None
}

/// The name of the invitation.
pub fn label(typing: Typing) -> Field {
    Field {
        id: "label",
        pointer: "/label",
        label: f::terms_label,
        check: nothing_wrong,
        value: Signal::derive(move || typing.draft.with(|draft| draft.label.clone())),
        set: Callback::new(move |text| typing.change(|draft| draft.label = text)),
    }
}

/// The last day.
pub fn until(typing: Typing) -> Field {
    Field {
        id: "until",
        pointer: "/until",
        label: f::terms_until,
        check: nothing_wrong,
        value: Signal::derive(move || typing.draft.with(|draft| draft.until.clone())),
        set: Callback::new(move |text| typing.change(|draft| draft.until = text)),
    }
}

/// A group of boxes, which is no text but has a name and problems like any field.
fn group(id: &'static str, pointer: &'static str, label: fn() -> Msg) -> Field {
    Field {
        id,
        pointer,
        label,
        check: nothing_wrong,
        value: Signal::derive(String::new),
        set: Callback::new(|_| {}),
    }
}

/// The scopes.
pub fn scopes() -> Field {
    group("scopes", "/scopes", f::terms_scopes)
}

/// The kinds.
pub fn kinds() -> Field {
    group("kinds", "/kinds", f::terms_kinds)
}

/// The field of the last day, with how far it may lie ahead.
#[component]
pub fn UntilField(
    form: Form,
    field: Field,
    /// Today, for the giver.
    today: NaiveDate,
) -> impl IntoView {
    let hint = f::terms_until_hint(LONGEST.last_day(today).unwrap_or(today));
    view! { <TextField form field hint kind="text" autocomplete="off" short=true /> }
}
