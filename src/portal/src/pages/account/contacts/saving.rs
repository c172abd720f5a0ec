//! Saving the contacts: what was typed wins only over what the person saw.

use std::sync::Arc;

use contract::account::{AccountPatch, Contacts};
use leptos::prelude::*;

use super::super::Typed;
use super::super::own::Own;
use super::fields::{kept, named, words};
use crate::api::ApiError;
use crate::form::Form;
use crate::i18n::Msg;
use crate::job::Job;

/// What is saved, and what it may take the place of.
#[derive(Debug, Clone)]
pub struct Save {
    /// What is typed.
    typed: Contacts,
    /// What the person saw there; anything else is somebody's change that they do not know of yet.
    over: Contacts,
}

impl Save {
    /// Saves what is typed, over what the person saw last: what was there first, or else `seen`.
    pub fn new(typed: Typed, seen: Option<Contacts>) -> Self {
        let over = seen.or_else(|| typed.base.get_untracked()).unwrap_or_default();
        Self { typed: typed.contacts.get_untracked(), over }
    }
}

/// The job that saves.
pub fn job(own: Own, typed: Typed, form: Form) -> Job<Save, Result<(), ApiError>> {
    Job::new(move |save: Arc<Save>| async move {
        match send(own, &save).await {
            Ok(now) => {
                settle(typed, &save.typed, now);
                Ok(())
            }
            Err(error) => {
                if let ApiError::Fields(refused) = &error {
                    form.refuse(&refused.problems(), words);
                }
                Err(error)
            }
        }
    })
}

/// Sends, and once more if only something else of the account was changed meanwhile.
async fn send(own: Own, save: &Save) -> Result<Contacts, ApiError> {
    let patch = AccountPatch { contacts: Some(save.typed.clone()), ..AccountPatch::default() };
    for _ in 0..2 {
        let now = own.now().await?.account.contacts;
        if now == kept(&save.typed) && now != save.over {
            // It is there already: an answer was lost on its way, or somebody typed the same.
            return Ok(now);
        }
        if now != save.over {
            return Err(ApiError::Changed);
        }
        match own.change(&patch).await {
            Ok(account) => return Ok(account.contacts),
            Err(ApiError::Changed) => {}
            Err(error) => return Err(error),
        }
    }
    match own.now().await?.account.contacts {
        now if now == kept(&save.typed) => Ok(now),
        _ => Err(ApiError::Changed),
    }
}

/// Takes over what was kept, field by field; what was typed meanwhile stays.
fn settle(typed: Typed, sent: &Contacts, now: Contacts) {
    typed.contacts.try_update(|contacts| *contacts = settled(contacts, sent, &now));
    typed.base.try_set(Some(now));
}

fn settled(typed: &Contacts, sent: &Contacts, now: &Contacts) -> Contacts {
    let pick =
        |typed: &String, sent: &String, now: &String| if typed == sent { now.clone() } else { typed.clone() };
    Contacts {
        email: pick(&typed.email, &sent.email, &now.email),
        phone: pick(&typed.phone, &sent.phone, &now.phone),
        address: pick(&typed.address, &sent.address, &now.address),
    }
}

/// Where what is typed differs from what is kept now: name, typed, kept.
pub fn difference(typed: &Contacts, now: &Contacts) -> Vec<(Msg, String, String)> {
    let pairs = named(typed).into_iter().zip(named(now)).zip(named(&kept(typed)));
    pairs
        .filter(|((_, (_, now)), (_, kept))| now != kept)
        .map(|(((name, typed), (_, now)), _)| (name, typed, now))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::texts::account as a;

    fn contacts(email: &str, phone: &str) -> Contacts {
        Contacts { email: email.to_owned(), phone: phone.to_owned(), address: String::new() }
    }

    #[test]
    fn what_is_typed_while_saving_is_not_lost() {
        let sent = contacts("a@b.bg", "0888 123 456");
        let now = contacts("a@b.bg", "+359888123456");
        assert_eq!(settled(&sent, &sent, &now), now);
        let typed = contacts("a@b.bg", "0888 123 457");
        assert_eq!(settled(&typed, &sent, &now), typed);
    }

    #[test]
    fn only_what_really_differs_is_shown_beside_each_other() {
        let now = contacts("other@b.bg", "+359888123456");
        assert_eq!(
            difference(&contacts("own@b.bg", "0888 123 456"), &now),
            [(a::contacts_email(), "own@b.bg".to_owned(), "other@b.bg".to_owned())]
        );
    }
}
