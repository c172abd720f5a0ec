//! `POST /api/v1/access/{id}/renewal-request`: who holds a grant asks for it to be renewed.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use domain::access::{Action, Deed};

use crate::handlers::access::{check, find};
use crate::refusal::Refusal;
use crate::state::{Shared, Signal};
use crate::store::access::grant;
use crate::store::access::log::{self, Note};
use crate::store::session::Session;

/// Notes the wish; the giver sees it among what they gave.
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
        check(Action::AskRenewal, &placed, &known, side, now)?;
        placed.kept.asked_at = Some(now);
        grant::put(db, &placed)?;
        let note = Note { person: &known.id, deed: Deed::AskedRenewal, document: None, allowed: true };
        log::note(db, &session, now, note)?;
        Ok::<_, Refusal>(())
    })?;
    app.sync()?;
    app.signal(Signal::Changed);
    Ok(StatusCode::NO_CONTENT)
}
