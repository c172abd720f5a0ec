//! `DELETE /api/v1/access/{id}`: the giver takes a grant back, or the receiver gives it up.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use domain::access::{Action, Deed, Side};
use domain::notification::Subject;

use crate::handlers::access::{check, find};
use crate::refusal::Refusal;
use crate::state::{Shared, Signal};
use crate::store::access::grant;
use crate::store::access::log::{self, Note};
use crate::store::notification::cause;
use crate::store::session::Session;

/// Ends the grant; open pages of both sides are told at once.
///
/// # Errors
/// `not_allowed`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    let now = app.clock.now();
    app.store.atomically(|db| {
        let (mut placed, known, side) = find(db, &session.account, &id)?;
        let (action, deed) = match side {
            Side::Giver => (Action::RevokeAccess, Deed::Revoked),
            Side::Receiver => (Action::GiveUp, Deed::GaveUp),
        };
        check(action, &placed, &known, side, now)?;
        placed.kept.end(side, now);
        grant::put(db, &placed)?;
        cause::access(db, &placed, &known, Subject::AccessRevoked, now)?;
        log::note(db, &session, now, Note { person: &known.id, deed, document: None, allowed: true })?;
        Ok::<_, Refusal>(())
    })?;
    app.sync()?;
    app.signal(Signal::Changed);
    Ok(StatusCode::NO_CONTENT)
}
