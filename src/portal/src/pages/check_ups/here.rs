//! What is known of one person, shared by the parts of the page that show and change it.

use std::future::Future;
use std::sync::Arc;

use contract::PersonId;
use contract::prevention::Prevention;
use domain::access::{About, Action, allowed};
use domain::moment::Zone;
use leptos::prelude::*;

use crate::api::ApiError;
use crate::api::prevention::{self as api, Versioned};
use crate::reading::Reading;
use crate::state::session::{is_own, use_session};

/// One person and what is known of them.
#[derive(Clone, Copy)]
pub struct Here {
    id: StoredValue<PersonId>,
    /// Where the person's days begin.
    pub zone: Zone,
    /// Whether it is the account holder.
    pub own: bool,
    /// What was read when the page opened.
    pub reading: Reading<Versioned>,
    /// What a later answer said.
    later: RwSignal<Option<Arc<Versioned>>>,
    last: Memo<Option<Arc<Versioned>>>,
}

impl Here {
    /// Begins to read it.
    pub fn read(id: PersonId) -> Self {
        let person = untrack(|| use_session().person(&id));
        let zone = untrack(|| use_session().zone(&id));
        let own = person.as_ref().is_some_and(is_own);
        let id = StoredValue::new(id);
        let reading = Reading::begin(move || {
            let id = id.try_get_value();
            async move { api::of(&id.ok_or(ApiError::NotAllowed)?).await }
        });
        let later = RwSignal::new(None);
        let last = Memo::new(move |_| later.get().or_else(|| reading.answer()?.ok()));
        Self { id, zone, own, reading, later, last }
    }

    /// Whose.
    pub fn id(self) -> PersonId {
        self.id.get_value()
    }

    /// What is known now; tracked.
    pub fn known(self) -> Option<Prevention> {
        self.last.with(|last| last.as_ref().map(|last| last.known.clone()))
    }

    /// Whether the account may mark and answer; tracks who there is.
    pub fn may_keep(self) -> bool {
        let person = use_session().person(&self.id());
        person.is_some_and(|person| {
            allowed(Action::KeepPrevention, &person.read().holder(), About::default()).is_ok()
        })
    }

    /// Changes what is known. If that is known no longer, it is read again: what it is now can be seen then.
    ///
    /// # Errors
    /// [`ApiError::Changed`] when somebody changed it meanwhile, and those of the request.
    pub async fn change<F>(self, ask: impl FnOnce(PersonId, String) -> F) -> Result<(), ApiError>
    where
        F: Future<Output = Result<Versioned, ApiError>>,
    {
        let id = self.id.try_get_value().ok_or(ApiError::NotAllowed)?;
        let last = self.last.try_get_untracked().flatten();
        let tag = last.ok_or(ApiError::Changed)?.tag.clone();
        let (changed, now) = match ask(id.clone(), tag).await {
            Ok(now) => (false, now),
            Err(ApiError::Changed) => (true, api::of(&id).await?),
            Err(error) => return Err(error),
        };
        // The page may be gone; what was asked is done all the same.
        self.later.try_set(Some(Arc::new(now)));
        if changed { Err(ApiError::Changed) } else { Ok(()) }
    }
}
