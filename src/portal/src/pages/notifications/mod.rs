//! Notifications: what one is told, by which way, when; and by which contacts.

mod choices;
mod contacts;
mod settings;
mod standing;
mod wishes;
pub mod words;

pub use choices::Saver;
pub use contacts::{AddContact, Contacts, ContactsPage, ThisDevice};
pub use settings::{SettingsPage, ToldWhen};
pub use wishes::{Matrix, WishesPage};

use std::sync::Arc;

use contract::notification::{NotificationContact, NotificationContacts};
use contract::person::RawPerson;
use domain::notification::Contact;
use leptos::prelude::*;

use crate::api::notifications as api;
use crate::effect::effect;
use crate::reading::{Derived, Reading, derived};
use crate::route::Route;
use crate::state::live::Live;
use crate::state::session::use_session;
use crate::state::unsaved;
use choices::Choices;

/// What the pages of wishes share.
#[derive(Clone, Copy)]
pub struct Here {
    saver: Saver,
    contacts: Reading<NotificationContacts>,
    /// Whether both are there.
    ready: Derived<()>,
    retry: Callback<()>,
}

impl Here {
    /// Begins to read preferences and contacts. `page` is asked what is chosen there and not saved.
    fn read(page: Route) -> Self {
        let saver = Saver::new();
        let preferences = Reading::begin(|| async { api::preferences().await });
        let contacts = Reading::begin(api::contacts);
        if let Some(live) = use_context::<Live>() {
            preferences.again_after(live.resets);
            contacts.again_after(live.resets);
        }
        effect(move || {
            if let Some(Ok(saved)) = preferences.answer() {
                saver.choices.take(api::Saved::clone(&saved));
            }
        });
        let ready = derived(move || {
            let contacts = contacts.answer()?.map(drop);
            let preferences = match preferences.answer() {
                // What was read before is good enough to go on with.
                _ if saver.choices.known() => Ok(()),
                Some(Err(error)) => Err(error),
                Some(Ok(_)) | None => return None,
            };
            Some(preferences.and(contacts))
        });
        let retry = Callback::new(move |()| {
            preferences.again();
            contacts.again();
        });
        let choices = Choices::here();
        unsaved::follow(page, Arc::new(move || choices.unsaved()));
        Self { saver, contacts, ready, retry }
    }

    /// The contacts as the rules know them; tracked.
    fn contacts(self) -> Vec<Contact> {
        let read = |all: Arc<NotificationContacts>| {
            all.contacts.iter().filter_map(NotificationContact::read).collect()
        };
        self.contacts.answer().and_then(Result::ok).map(read).unwrap_or_default()
    }
}

/// Those whom one is told about; tracked.
fn persons() -> Vec<RawPerson> {
    let session = use_session();
    session.persons.track();
    untrack(|| session.session()).map(|session| session.persons.clone()).unwrap_or_default()
}
