//! `POST /api/v1/templates/{subject}/{channel}/{language}/versions/{number}/deeds`.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use contract::template::VersionDeed;
use domain::notification::template::draft::NOTE_LIMIT;
use domain::notification::template::version::Case;
use domain::notification::template::{Deed, Refused, step};

use crate::extract::Body;
use crate::handlers::templates::{cell, keep, place, refusal, texts, typed, unchanged, who};
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::session::Session;
use crate::store::template;
use crate::store::template::wire::Names;
use crate::store::template::{KeptDeed, judge, life};

/// Does something with a version, and answers with it.
///
/// # Errors
/// `not_allowed`, `precondition_missing`, `changed`, `role_missing`, `own_work`, `version_state`, `text_blocked` and
/// `breaking_not_confirmed` with what is in the way, or `invalid_fields` with `code.unknown`, `reason.missing`, `reason.too_long`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path((subject, channel, language, number)): Path<(String, String, String, String)>,
    headers: HeaderMap,
    Body(asked): Body<VersionDeed>,
) -> Result<Response, Refusal> {
    let (now, texts) = (app.clock.now(), texts()?);
    app.store.atomically(|db| {
        let who = who(db, &session)?;
        let cell = cell([&subject, &channel, &language])?;
        let (mut versions, names) = (template::of(db, cell)?, Names::read(db)?);
        let kept = &versions[place(&versions, &number)?];
        unchanged(&headers, kept, &names)?;
        // A version is written by the operation that carries a text.
        let deed = asked.deed.known().filter(|deed| *deed != Deed::Edit);
        let deed = deed.ok_or_else(|| Refusal::of_field("/deed", "code.unknown"))?;
        let reason = typed(asked.reason.as_deref());
        if reason.as_ref().is_some_and(|reason| reason.chars().count() > NOTE_LIMIT) {
            return Err(Refusal::of_field("/reason", "reason.too_long"));
        }
        let declared = texts.of(cell.subject);
        let blocking = judge::blocking(cell, kept, declared);
        let breaking = judge::breaking(&versions, kept, declared);
        let authors: Vec<&str> = kept.authors.iter().map(String::as_str).collect();
        let case = Case {
            state: kept.state,
            authors: &authors,
            blocked: !blocking.is_empty(),
            breaking: !breaking.is_empty(),
            confirmed: asked.confirmed,
            reason: reason.is_some(),
        };
        let why = |refused| {
            let fields = match refused {
                Refused::Blocked => blocking.clone(),
                Refused::BreakingNotConfirmed => breaking.clone(),
                _ => Vec::new(),
            };
            refusal(refused, fields)
        };
        let to = step(case, deed, who.staff()).map_err(why)?;
        let number = kept.number;
        let done = KeptDeed { deed, by: who.account.to_owned(), at: now, reason };
        life::done(&mut versions, number, to, done);
        keep(db, StatusCode::OK, cell, &versions, (number, &names))
    })
}
