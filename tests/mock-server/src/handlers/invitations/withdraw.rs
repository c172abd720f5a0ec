//! `DELETE /api/v1/invitations/{id}`: an invitation is taken back, or taken off the list.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use contract::InvitationId;
use contract::problem::ProblemCode;
use domain::access::{Deed, Told};

use crate::refusal::Refusal;
use crate::state::{Shared, Signal};
use crate::store::access::grant;
use crate::store::access::log::{self, Note};
use crate::store::access::person;
use crate::store::access::sync::announce;
use crate::store::session::Session;

/// Its code opens nothing from then on. Others' invitations and those that do not exist get the same answer.
///
/// # Errors
/// `not_allowed`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    let now = app.clock.now();
    let refused = || Refusal::from(ProblemCode::NotAllowed);
    app.store.atomically(|db| {
        let id = InvitationId::parse(&id).ok_or_else(refused)?;
        let placed = grant::get(db, id.as_str())?.filter(|placed| placed.receiver.is_none());
        let placed = placed.ok_or_else(refused)?;
        let own = person::of_account(db, &session.account)?.filter(|own| own.id == placed.person);
        let own = own.ok_or_else(refused)?;
        grant::remove(db, &placed.id)?;
        announce(db, &own.id, [(session.account.as_str(), Told::Changed)], now)?;
        let note = Note { person: &own.id, deed: Deed::WithdrewInvitation, document: None, allowed: true };
        log::note(db, &session, now, note)?;
        Ok::<_, Refusal>(())
    })?;
    app.signal(Signal::Changed);
    Ok(StatusCode::NO_CONTENT)
}
