//! The operations on what somebody is told, and by which contacts.
#![allow(dead_code, reason = "the functions only carry the descriptions that the document is generated from")]

use crate::notification::{
    ContactCode, Message, MessagePage, MessageQuery, NewNotificationContact, NotificationContact,
    NotificationContacts, NotificationPatch, NotificationPreferences,
};
use crate::path;

/// What one wants to be told, and how
///
/// Per person, subject or topic, and channel. What is not in the answer is undecided.
#[utoipa::path(get, path = path::NOTIFICATION_PREFERENCES, operation_id = "get_notification_preferences",
    tag = "notifications",
    security(("session" = [])),
    params(("If-None-Match" = Option<String>, Header, description = "The tag of the answer that is known")),
    responses(
        (status = 200, description = "The preferences", body = NotificationPreferences,
            headers(("ETag" = String, description = "Tag of this answer"))),
        (status = 304, description = "Unchanged"),
    ))]
pub fn get_notification_preferences() {}

/// Change what one wants to be told
///
/// Only what is named changes. Where somebody changed the same meanwhile, `412`: the client reads again and puts both together.
#[utoipa::path(patch, path = path::NOTIFICATION_PREFERENCES, operation_id = "change_notification_preferences",
    tag = "notifications",
    security(("session" = [])),
    params(("If-Match" = String, Header, description = "The `ETag` of the preferences as they were read")),
    request_body = NotificationPatch,
    responses((status = 200, description = "The preferences as they are now", body = NotificationPreferences,
        headers(("ETag" = String, description = "Tag of this answer")))))]
pub fn change_notification_preferences() {}

/// The contacts by which one is told
#[utoipa::path(get, path = path::NOTIFICATION_CONTACTS, operation_id = "list_notification_contacts",
    tag = "notifications",
    security(("session" = [])),
    responses((status = 200, description = "The contacts", body = NotificationContacts)))]
pub fn list_notification_contacts() {}

/// Add a contact that is for one person alone, or the device in use
///
/// Such as a child's own phone. Messages about that person go there and to no other contact of the same kind. A device is verified
/// at once, for the session that adds it runs on it; the same token once more is answered with the device that is there.
#[utoipa::path(post, path = path::NOTIFICATION_CONTACTS, operation_id = "add_notification_contact",
    tag = "notifications",
    security(("session" = [])),
    request_body = NewNotificationContact,
    responses((status = 201, description = "The contact; unless it is a device, it is not verified yet",
        body = NotificationContact)))]
pub fn add_notification_contact() {}

/// Delete a contact that was added
///
/// Messages about the person it was for go to one's own contact of the same kind from then on; to a device that was taken away none
/// go.
#[utoipa::path(delete, path = path::NOTIFICATION_CONTACT, operation_id = "delete_notification_contact",
    tag = "notifications",
    security(("session" = [])),
    params(("id" = String, Path, description = "Opaque id of the contact", example = "c-0001")),
    responses((status = 204, description = "Deleted")))]
pub fn delete_notification_contact() {}

/// Send a code to a contact
///
/// The codes before it serve no longer. `429` with `Retry-After` while one has to wait: each wait is longer than the one before.
#[utoipa::path(post, path = path::NOTIFICATION_CONTACT_CODE, operation_id = "send_contact_code",
    tag = "notifications",
    security(("session" = [])),
    params(("id" = String, Path, description = "Opaque id of the contact", example = "own-phone")),
    responses((status = 200, description = "The contact, with until when the code serves", body = NotificationContact)))]
pub fn send_contact_code() {}

/// Verify a contact
///
/// Wrong codes are counted; `429` with `Retry-After` after too many. What is wrong stands in `fields` at `/code`: `code.wrong`,
/// `code.form`, `code.lapsed` or `code.none`.
#[utoipa::path(post, path = path::NOTIFICATION_CONTACT_VERIFICATION, operation_id = "verify_contact",
    tag = "notifications",
    security(("session" = [])),
    params(("id" = String, Path, description = "Opaque id of the contact", example = "own-phone")),
    request_body = ContactCode,
    responses((status = 200, description = "The contact; it is verified", body = NotificationContact)))]
pub fn verify_contact() {}

/// Messages, newest first
///
/// Everything that was to be told to the account, whether or not it was sent, as it concerns who asks. What stands there and what
/// does not is in `API.md`. A cursor serves only the person it was given for.
#[utoipa::path(get, path = path::NOTIFICATION_MESSAGES, operation_id = "list_messages", tag = "notifications",
    security(("session" = [])),
    params(MessageQuery),
    responses((status = 200, description = "A page", body = MessagePage)))]
pub fn list_messages() {}

/// One message
///
/// Why it goes to whom, by which channels, where each of them stands and stood, and its text as it was sent.
#[utoipa::path(get, path = path::NOTIFICATION_MESSAGE, operation_id = "get_message", tag = "notifications",
    security(("session" = [])),
    params(("id" = String, Path, description = "Opaque id of the message", example = "m-12")),
    responses((status = 200, description = "The message", body = Message)))]
pub fn get_message() {}
