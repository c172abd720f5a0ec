//! The account as the server had it last, shared by the sections that show and change it.

use std::sync::Arc;

use contract::account::{Account, AccountPatch};
use domain::language::Language;
use leptos::prelude::*;

use crate::api::ApiError;
use crate::api::account::{self as api, LANGUAGES_KEPT, Versioned};
use crate::job::Job;
use crate::reading::Reading;

/// The account of this page.
#[derive(Clone, Copy)]
pub struct Own {
    /// What was read when the page opened.
    pub reading: Reading<Versioned>,
    /// What a later answer said.
    later: RwSignal<Option<Versioned>>,
    /// What the server had last.
    last: Memo<Option<Versioned>>,
}

impl Own {
    /// Begins to read it.
    pub fn read() -> Self {
        let reading = Reading::begin(api::get);
        let later = RwSignal::new(None);
        let last = Memo::new(move |_| {
            later.get().or_else(|| reading.answer()?.ok().map(|read| Versioned::clone(&read)))
        });
        // The header may change the account beside this page; what cannot be read now is read with the next change.
        let again = Job::new(move |_: Arc<()>| async move {
            if let Ok(now) = api::get().await {
                later.try_set(Some(now));
            }
        });
        Effect::watch(
            || LANGUAGES_KEPT.get(),
            move |_, _, _| {
                again.dispatch(());
            },
            false,
        );
        Self { reading, later, last }
    }

    /// The account, once it is here; tracked.
    pub fn account(self) -> Option<Account> {
        self.last.with(|last| last.as_ref().map(|last| last.account.clone()))
    }

    /// The account as it is known now, or as the server has it.
    ///
    /// # Errors
    /// When it is not known yet and cannot be had.
    pub async fn now(self) -> Result<Versioned, ApiError> {
        match self.last.try_get_untracked().flatten() {
            Some(last) => Ok(last),
            None => api::get().await,
        }
    }

    /// Changes the account as it is known. If it is known no longer, it is read again: what it is now can be seen then.
    ///
    /// # Errors
    /// [`ApiError::Changed`] when somebody changed it meanwhile, and those of the request.
    pub async fn change(self, patch: &AccountPatch) -> Result<Account, ApiError> {
        let answer = api::patch(&self.now().await?.etag, patch).await;
        let (changed, now) = match answer {
            Ok(now) => (false, now),
            Err(ApiError::Changed) => (true, api::get().await?),
            Err(error) => return Err(error),
        };
        let account = now.account.clone();
        // The page may be gone; the answer counts all the same.
        self.later.try_set(Some(now));
        if changed { Err(ApiError::Changed) } else { Ok(account) }
    }

    /// Keeps the language, whatever else was changed meanwhile.
    ///
    /// # Errors
    /// Those of the request.
    pub async fn keep_language(self, language: Language) -> Result<(), ApiError> {
        let now = api::keep_language(language).await?.read()?;
        self.later.try_set(Some(now));
        Ok(())
    }
}
