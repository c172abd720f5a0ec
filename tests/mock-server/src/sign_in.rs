//! Signing somebody in, as the identity provider's answer would.

use axum::http::HeaderMap;
use contract::SessionId;
use contract::account::SignIn;

use crate::refusal::Refusal;
use crate::state::{Shared, Signal};
use crate::store::notification::cause;
use crate::store::session::{self, Found, Session};
use crate::{cookie, secret};

/// Begins a session for a persona. A session that this browser had before ends, so that it cannot be used further.
///
/// # Errors
/// When the database or the system's randomness fails.
pub fn begin(app: &Shared, persona: &str, headers: &HeaderMap) -> Result<Session, Refusal> {
    let now = app.clock.now();
    let device = cookie::device(headers);
    let session = Session {
        token: secret::token()? + &secret::token()?,
        id: format!("s-{}", secret::token()?),
        account: persona.to_owned(),
        csrf: secret::token()?,
        began: now,
        used: now,
        background: false,
    };
    app.store.atomically(|db| {
        if let Some(token) = cookie::token(headers)
            && let Found::Live(before) = session::find(db, token, now)?
        {
            session::end(db, &before.token)?;
        }
        session::begin(db, &session, &device)?;
        cause::signed_in(db, persona, &SessionId(session.id.clone()), &device, now)?;
        session::record_sign_in(db, persona, &SignIn { at: now, device: device.clone(), succeeded: true })
    })?;
    app.signal(Signal::Changed);
    Ok(session)
}

/// Notes an attempt that failed.
///
/// # Errors
/// Those of the database.
pub fn failed(app: &Shared, persona: &str, headers: &HeaderMap) -> Result<(), Refusal> {
    let attempt = SignIn { at: app.clock.now(), device: cookie::device(headers), succeeded: false };
    Ok(app.store.with(|db| session::record_sign_in(db, persona, &attempt))?)
}
