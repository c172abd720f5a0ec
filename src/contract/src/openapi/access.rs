//! The operations on access for others.
#![allow(dead_code, reason = "the functions only carry the descriptions that the document is generated from")]

use crate::access::{
    Acceptance, Access, AccessLog, CodeEntered, Grant, GrantPatch, Invited, LogQuery, NewInvitation, Preview,
};
use crate::document::Hidden;
use crate::path;

/// Access given and held
///
/// Grants that ended stay in the answer with their state. What time will do is told ahead.
#[utoipa::path(get, path = path::ACCESS, operation_id = "get_access", tag = "access",
    security(("session" = [])),
    params(("If-None-Match" = Option<String>, Header, description = "The tag of the answer that is known")),
    responses(
        (status = 200, description = "Grants and open invitations", body = Access,
            headers(("ETag" = String, description = "Tag of this answer"))),
        (status = 304, description = "Unchanged"),
    ))]
pub fn get_access() {}

/// Change a grant
///
/// Only the giver, and only a mandate; of a parent's grant the young person decides on `act` alone. A later `until`
/// renews it.
#[utoipa::path(patch, path = path::GRANT, operation_id = "change_access", tag = "access",
    security(("session" = [])),
    params(
        ("id" = String, Path, description = "Opaque id of the grant", example = "g-0001"),
        ("If-Match" = String, Header, description = "The `tag` of the grant as it was read"),
    ),
    request_body = GrantPatch,
    responses((status = 200, description = "The grant as it is now", body = Grant,
        headers(("ETag" = String, description = "Tag of the grant")))))]
pub fn change_access() {}

/// End a grant
///
/// The giver takes it back, or the receiver gives it up. Open pages are told at once.
#[utoipa::path(delete, path = path::GRANT, operation_id = "end_access", tag = "access",
    security(("session" = [])),
    params(("id" = String, Path, description = "Opaque id of the grant", example = "g-0001")),
    responses((status = 204, description = "Ended")))]
pub fn end_access() {}

/// Ask for a grant to be renewed
///
/// By who holds it; the giver sees it in their list of access.
#[utoipa::path(post, path = path::RENEWAL_REQUEST, operation_id = "ask_renewal", tag = "access",
    security(("session" = [])),
    params(("id" = String, Path, description = "Opaque id of the grant", example = "g-0001")),
    responses((status = 204, description = "Asked")))]
pub fn ask_renewal() {}

/// Invite somebody
///
/// The code is in this answer and nowhere else. It is passed on by another way than the portal.
#[utoipa::path(post, path = path::INVITATIONS, operation_id = "invite", tag = "access",
    security(("session" = [])),
    request_body = NewInvitation,
    responses((status = 201, description = "The code", body = Invited)))]
pub fn invite() {}

/// Take an invitation back
///
/// Its code opens nothing from then on. One that was declined or has lapsed is taken off the list.
#[utoipa::path(delete, path = path::INVITATION, operation_id = "withdraw_invitation", tag = "access",
    security(("session" = [])),
    params(("id" = String, Path, description = "Opaque id of the invitation", example = "g-0002")),
    responses((status = 204, description = "Taken back")))]
pub fn withdraw_invitation() {}

/// What a code would open
///
/// Changes nothing but the count of wrong codes, which is why it is a write.
#[utoipa::path(post, path = path::INVITATION_PREVIEW, operation_id = "preview_invitation", tag = "access",
    security(("session" = [])),
    request_body = CodeEntered,
    responses((status = 200, description = "What would be accepted", body = Preview)))]
pub fn preview_invitation() {}

/// Accept or decline an invitation
///
/// Either uses the code up.
#[utoipa::path(post, path = path::INVITATION_ACCEPTANCE, operation_id = "accept_invitation", tag = "access",
    security(("session" = [])),
    request_body = Acceptance,
    responses(
        (status = 201, description = "Accepted: the grant", body = Grant),
        (status = 204, description = "Declined"),
    ))]
pub fn accept_invitation() {}

/// Hide a document from proxies, or show it again
///
/// Only the person themself, from the age at which they may. For proxies a hidden document does not exist.
#[utoipa::path(put, path = path::DOCUMENT_HIDDEN, operation_id = "hide_document", tag = "access",
    security(("session" = [])),
    params(("id" = String, Path, description = "Opaque id of the document", example = "d-0001")),
    request_body = Hidden,
    responses((status = 200, description = "How it is now", body = Hidden)))]
pub fn hide_document() {}

/// Who looked and did what
///
/// Newest first. The person sees everything, a proxy what they did themselves. Each opening of a document and each download of a
/// file has an entry; lists, and files beside their document, have one in 15 minutes.
#[utoipa::path(get, path = path::ACCESS_LOG, operation_id = "get_access_log", tag = "access",
    security(("session" = [])),
    params(
        ("person" = String, Path, description = "Opaque id of the person", example = "p-0001"),
        LogQuery,
    ),
    responses((status = 200, description = "A page of the log", body = AccessLog)))]
pub fn get_access_log() {}
