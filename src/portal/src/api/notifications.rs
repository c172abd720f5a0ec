//! What somebody wants to be told, and by which contacts.

use contract::notification::{
    ContactCode, MessageDetails, MessageEntry, MessagePage, NewNotificationContact, NotificationContact,
    NotificationContacts, NotificationPatch, NotificationPreferences,
};
use contract::{ContactId, MessageId, PersonId, path};
use domain::notification::Preferences;
use gloo_net::http::Method;

use super::ApiError;
use super::request::Ask;

/// Preferences, and the version in which they were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// What is wanted, as far as this build knows it.
    pub preferences: Preferences,
    /// Their `ETag`, to be sent back with a change.
    pub tag: String,
}

/// The preferences of the account.
///
/// # Errors
/// When they cannot be had.
pub async fn preferences() -> Result<Saved, ApiError> {
    saved(Ask::get(path::NOTIFICATION_PREFERENCES)).await
}

/// Changes the preferences, if they are still as they were read.
///
/// # Errors
/// [`ApiError::Changed`] when they were changed meanwhile, [`ApiError::Fields`] when something cannot be taken.
pub async fn change(tag: &str, patch: &NotificationPatch) -> Result<Saved, ApiError> {
    let ask =
        Ask::write(Method::PATCH, path::NOTIFICATION_PREFERENCES).header("if-match", tag).json(patch)?;
    saved(ask).await
}

async fn saved(ask: Ask) -> Result<Saved, ApiError> {
    let answer = ask.send().await?;
    let preferences = answer.read::<NotificationPreferences>()?.read();
    Ok(Saved { preferences, tag: answer.etag.ok_or(ApiError::Unreadable)? })
}

/// The contacts by which the account is told.
///
/// # Errors
/// When they cannot be had.
pub async fn contacts() -> Result<NotificationContacts, ApiError> {
    Ask::get(path::NOTIFICATION_CONTACTS).send().await?.read()
}

/// Adds a contact that is for one person alone.
///
/// # Errors
/// [`ApiError::Fields`] when it is no contact, or there is one of its kind.
pub async fn add(contact: &NewNotificationContact) -> Result<NotificationContact, ApiError> {
    Ask::write(Method::POST, path::NOTIFICATION_CONTACTS).json(contact)?.send().await?.read()
}

/// Takes a contact away that is for one person alone.
///
/// # Errors
/// [`ApiError::NotAllowed`] when it is not there any more.
pub async fn remove(id: &ContactId) -> Result<(), ApiError> {
    Ask::write(Method::DELETE, &path::notification_contact(id)).send().await.map(drop)
}

/// Has a code sent to a contact.
///
/// # Errors
/// The server's `too_many` with the time to wait when one was sent just now.
pub async fn send_code(id: &ContactId) -> Result<NotificationContact, ApiError> {
    Ask::write(Method::POST, &path::notification_contact_code(id)).send().await?.read()
}

/// Verifies a contact by the code that was sent to it.
///
/// # Errors
/// [`ApiError::Fields`] when it is not the code, the server's `too_many` after too many wrong ones.
pub async fn verify(id: &ContactId, code: &str) -> Result<NotificationContact, ApiError> {
    let typed = ContactCode { code: code.to_owned() };
    Ask::write(Method::POST, &path::notification_contact_verification(id)).json(&typed)?.send().await?.read()
}

/// A page of the messages, newest first; the first without a cursor. All of them, or those about one person.
///
/// # Errors
/// When it cannot be had.
pub async fn messages(person: Option<&PersonId>, cursor: Option<&str>) -> Result<MessagePage, ApiError> {
    let person = person.map(|person| format!("person={person}"));
    let cursor =
        cursor.map(|cursor| format!("cursor={}", String::from(js_sys::encode_uri_component(cursor))));
    let query: Vec<String> = person.into_iter().chain(cursor).collect();
    let path = if query.is_empty() {
        path::NOTIFICATION_MESSAGES.to_owned()
    } else {
        format!("{}?{}", path::NOTIFICATION_MESSAGES, query.join("&"))
    };
    Ask::get(&path).send().await?.read()
}

/// One message, in the two parts in which it is read: read as one it would cost 20 kB of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageRead {
    /// What the list says of it.
    pub entry: MessageEntry,
    /// The rest.
    pub details: MessageDetails,
}

/// One message.
///
/// # Errors
/// [`ApiError::NotAllowed`] where it is not the account's to see.
pub async fn message(id: &MessageId) -> Result<MessageRead, ApiError> {
    let answer = Ask::get(&path::notification_message(id)).send().await?;
    Ok(MessageRead { entry: answer.read()?, details: answer.read()? })
}
