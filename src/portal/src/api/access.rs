//! Access for others: grants, invitations, the log.

use contract::access::{
    Acceptance, Access, AccessLog, CodeEntered, Grant, GrantPatch, Grants, Invited, NewInvitation, Preview,
};
use contract::{GrantId, InvitationId, PersonId, path};
use gloo_net::http::Method;

use super::ApiError;
use super::request::Ask;

/// All that the account gave and holds, and its invitations.
///
/// # Errors
/// When it cannot be had.
pub async fn all() -> Result<Access, ApiError> {
    Ask::get(path::ACCESS).send().await?.read()
}

/// The grants alone, for a page that shows one.
///
/// # Errors
/// When they cannot be had.
pub async fn grants() -> Result<Grants, ApiError> {
    Ask::get(path::ACCESS).send().await?.read()
}

/// Changes a grant if it is still as it was read.
///
/// # Errors
/// [`ApiError::Changed`] when somebody changed it meanwhile, [`ApiError::Fields`] when the terms cannot be taken,
/// [`ApiError::NotAllowed`] when it is not the account's to change, or no longer.
pub async fn change(id: &GrantId, tag: &str, patch: &GrantPatch) -> Result<(), ApiError> {
    Ask::write(Method::PATCH, &path::grant(id)).header("if-match", tag).json(patch)?.send().await.map(drop)
}

/// Takes a grant back, or gives it up, by the side on which the account stands.
///
/// # Errors
/// [`ApiError::NotAllowed`] when it is not the account's to end, or ended already.
pub async fn end(id: &GrantId) -> Result<(), ApiError> {
    Ask::write(Method::DELETE, &path::grant(id)).send().await.map(drop)
}

/// Asks the giver to renew a grant.
///
/// # Errors
/// When the request failed.
pub async fn ask_renewal(id: &GrantId) -> Result<(), ApiError> {
    Ask::write(Method::POST, &path::renewal_request(id)).send().await.map(drop)
}

/// Makes an invitation; the answer has its code, this once.
///
/// # Errors
/// [`ApiError::Fields`] when the terms cannot be taken.
pub async fn invite(invitation: &NewInvitation) -> Result<Invited, ApiError> {
    Ask::write(Method::POST, path::INVITATIONS).json(invitation)?.send().await?.read()
}

/// Takes an invitation back.
///
/// # Errors
/// [`ApiError::NotAllowed`] when it is there no longer.
pub async fn withdraw(id: &InvitationId) -> Result<(), ApiError> {
    Ask::write(Method::DELETE, &path::invitation(id)).send().await.map(drop)
}

/// What a code would open.
///
/// # Errors
/// [`ApiError::Fields`] when it opens nothing for this account, and the server's `too_many` after too many wrong ones.
pub async fn preview(code: &str) -> Result<Preview, ApiError> {
    let entered = CodeEntered { code: code.to_owned() };
    Ask::write(Method::POST, path::INVITATION_PREVIEW).json(&entered)?.send().await?.read()
}

/// Accepts an invitation.
///
/// # Errors
/// As [`preview`].
pub async fn accept(code: &str) -> Result<Grant, ApiError> {
    answer(code, false)?.send().await?.read()
}

/// Declines an invitation.
///
/// # Errors
/// As [`preview`].
pub async fn decline(code: &str) -> Result<(), ApiError> {
    answer(code, true)?.send().await.map(drop)
}

fn answer(code: &str, decline: bool) -> Result<Ask, ApiError> {
    let acceptance = Acceptance { code: code.to_owned(), decline };
    Ask::write(Method::POST, path::INVITATION_ACCEPTANCE).json(&acceptance)
}

/// A page of the log of what was done with a person's documents; the first without a cursor.
///
/// # Errors
/// [`ApiError::NotAllowed`] when the account may not see it.
pub async fn log(person: &PersonId, cursor: Option<&str>) -> Result<AccessLog, ApiError> {
    let mut path = path::access_log(person);
    if let Some(cursor) = cursor {
        path.push_str("?cursor=");
        path.push_str(&String::from(js_sys::encode_uri_component(cursor)));
    }
    Ask::get(&path).send().await?.read()
}
