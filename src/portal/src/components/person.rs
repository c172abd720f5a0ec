//! Whose something is.

use contract::PersonId;
use contract::person::RawPerson;
use leptos::prelude::*;

use crate::i18n::{m, words};
use crate::state::session::{is_own, use_session};
use crate::words as say;

/// A person as lists name them: "you", or the name with the relation; tracks the language and the session.
pub fn name_of(id: &PersonId) -> String {
    match use_session().person(id) {
        Some(person) if is_own(&person) => words(&m::person_you()),
        Some(person) => full_name(&person),
        None => words(&m::person_unknown()),
    }
}

/// [`name_of`] as reactive text.
pub fn name(id: PersonId) -> ArcSignal<String> {
    ArcSignal::derive(move || name_of(&id))
}

/// The name with the relation, where there is one to be said; tracks the language.
pub fn full_name(person: &RawPerson) -> String {
    match say::relation(person) {
        Some(relation) => words(&m::person_with_relation(person.name.as_str(), relation)),
        None => person.name.clone(),
    }
}

/// A person's tag: a letter in a disc, and the name.
#[component]
pub fn PersonTag(
    /// Whose.
    id: PersonId,
) -> impl IntoView {
    let session = use_session();
    let person = session.person(&id);
    let own = person.as_ref().is_some_and(is_own);
    let letter = person.and_then(|person| person.name.chars().next()).unwrap_or('?').to_string();
    let class = if own { "person" } else { "person person--other" };
    view! {
        <span class=class>
            <span class="person__letter" aria-hidden="true">{letter}</span>
            {name(id)}
        </span>
    }
}
