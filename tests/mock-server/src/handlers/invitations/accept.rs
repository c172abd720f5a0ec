//! `POST /api/v1/invitations/acceptance`: an invitation is accepted or declined.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use contract::access::Acceptance;
use domain::access::{Deed, Side};
use domain::notification::Subject;

use crate::extract::Body;
use crate::handlers::invitations::code;
use crate::refusal::Refusal;
use crate::state::{Shared, Signal};
use crate::store::access::grant::{self, Done};
use crate::store::access::log::{self, Note};
use crate::store::access::view;
use crate::store::notification::cause;
use crate::store::session::Session;

/// Uses the code up: answers with the grant, or with nothing when it was declined.
///
/// # Errors
/// Those of a code.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Body(asked): Body<Acceptance>,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let (mut placed, known) = match code::open(&app, &session, &asked.code, now) {
        Ok(found) => found,
        Err(answer) => return Ok(*answer),
    };
    let deed = if asked.decline { Deed::Declined } else { Deed::Accepted };
    if asked.decline {
        placed.kept.done = Done::Declined;
    } else {
        placed.kept.done = Done::Given;
        placed.kept.given_at = now;
        placed.receiver = Some(session.account.clone());
    }
    let grant = app.store.atomically(|db| {
        grant::put(db, &placed)?;
        if !asked.decline {
            cause::access(db, &placed, &known, Subject::AccessGranted, now)?;
        }
        let note = Note { person: &known.id, deed, document: None, allowed: true };
        log::note(db, &session, now, note)?;
        let accepted = (!asked.decline).then(|| view::wire(db, &placed, &known, Side::Receiver, now));
        Ok::<_, Refusal>(accepted.transpose()?)
    })?;
    app.sync()?;
    app.signal(Signal::Changed);
    Ok(match grant {
        Some(grant) => (StatusCode::CREATED, Json(grant)).into_response(),
        None => StatusCode::NO_CONTENT.into_response(),
    })
}
