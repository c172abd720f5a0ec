//! `GET /api/v1/documents`: the slim index.

use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::access::Deed;

use crate::etag;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::log;
use crate::store::session::Session;
use crate::store::{change, document};

/// Answers with every document of every person. The entries are kept as they stand on the wire, so that ten thousand
/// of them need not be read and written again.
///
/// # Errors
/// Those of the database.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let (sequence, entries) = app.store.atomically(|db| {
        log::note_all(db, &session, now, Deed::LookedAtList, None)?;
        Ok::<_, rusqlite::Error>((
            change::last(db, &session.account)?,
            document::entries(db, &session.account)?,
        ))
    })?;
    Ok(etag::json(&headers, format!("{{\"sequence\":{sequence},\"documents\":[{entries}]}}")))
}
