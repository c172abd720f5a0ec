//! `PATCH /api/v1/account`: what is absent stays.

use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use contract::account::{Account, AccountPatch, Contacts};
use contract::problem::FieldProblem;
use domain::coded::{Code, Coded};
use domain::contact::{Phone, check_address, check_email};
use domain::notification::Reach;

use crate::etag;
use crate::extract::Body;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::account;
use crate::store::notification::{cause, pump};
use crate::store::session::Session;

/// Changes the account if it is still as the asker saw it, and answers with it and its new tag.
///
/// # Errors
/// `precondition_missing`, `changed`, or `invalid_fields` with the codes of `domain::contact`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    headers: HeaderMap,
    Body(patch): Body<AccountPatch>,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let body = app.store.atomically(|db| {
        let mut account = account::get(db, &session.account)?;
        let tag = etag::of(serde_json::to_string(&account)?.as_bytes());
        etag::unchanged(&headers, &tag)?;
        let before = account.contacts.clone();
        apply(&mut account, patch)?;
        // Told before the change, and so to the contacts that were there: who broke in would have changed them first.
        for (reach, old, new) in [
            (Reach::Phone, &before.phone, &account.contacts.phone),
            (Reach::Email, &before.email, &account.contacts.email),
        ] {
            if old != new && !old.is_empty() {
                cause::security(db, &session.account, Some((reach, old)), now)?;
            }
        }
        pump::pump(db, now)?;
        account::put(db, &session.account, &account)?;
        Ok::<_, Refusal>(serde_json::to_string(&account)?)
    })?;
    Ok(etag::json(&HeaderMap::new(), body))
}

fn apply(account: &mut Account, patch: AccountPatch) -> Result<(), Refusal> {
    let mut fields = Vec::new();
    if let Some(contacts) = patch.contacts {
        account.contacts = checked(contacts, &mut fields);
    }
    match patch.language {
        Some(Coded::Unknown(_)) => fields.push(FieldProblem::new("/language", "language.unknown")),
        Some(language) => account.language = Some(language),
        None => {}
    }
    Refusal::of_fields(fields)
}

/// The contacts as they are kept; an empty text means that there is none and needs no check.
fn checked(contacts: Contacts, fields: &mut Vec<FieldProblem>) -> Contacts {
    let Contacts { email, phone, address } = contacts;
    let (email, mut phone, address) =
        (email.trim().to_owned(), phone.trim().to_owned(), address.trim().to_owned());
    if !email.is_empty()
        && let Err(problem) = check_email(&email)
    {
        fields.push(FieldProblem::new("/contacts/email", problem.code()));
    }
    if !phone.is_empty() {
        match Phone::parse(&phone) {
            Ok(read) => read.as_str().clone_into(&mut phone),
            Err(problem) => fields.push(FieldProblem::new("/contacts/phone", problem.code())),
        }
    }
    if let Err(problem) = check_address(&address) {
        fields.push(FieldProblem::new("/contacts/address", problem.code()));
    }
    Contacts { email, phone, address }
}
