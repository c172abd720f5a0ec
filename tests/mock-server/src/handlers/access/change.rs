//! `PATCH /api/v1/access/{id}`: the giver changes or renews a grant.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::ETAG;
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use contract::access::GrantPatch;
use contract::person::kinds_of;
use contract::problem::ProblemCode;
use domain::access::{Action, Basis, Deed, Scope, Scopes, Terms};
use domain::coded::Coded;
use domain::notification::Subject;

use crate::extract::Body;
use crate::handlers::access::{check, find};
use crate::handlers::invitations::terms;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::access::grant::{self, Kept};
use crate::store::access::log::{self, Note};
use crate::store::access::person::Known;
use crate::store::access::view;
use crate::store::notification::cause;
use crate::store::session::Session;
use crate::{etag, state};

/// Changes a grant if it is still as the asker saw it, and answers with it and its new tag.
///
/// # Errors
/// `not_allowed`, `precondition_missing`, `changed`, or `invalid_fields` with the codes of `domain::access::terms`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
    headers: HeaderMap,
    Body(patch): Body<GrantPatch>,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let grant = app.store.atomically(|db| {
        let (mut placed, known, side) = find(db, &session.account, &id)?;
        let action = match placed.kept.basis {
            Basis::Mandate => Action::ChangeAccess,
            Basis::Parent | Basis::Guardian => Action::RenewAct,
        };
        check(action, &placed, &known, side, now)?;
        etag::unchanged(&headers, &placed.kept.tag()?)?;
        match action {
            Action::ChangeAccess => apply(&mut placed.kept, &patch, &known, now)?,
            _ => agree(&mut placed.kept, &patch, now)?,
        }
        placed.kept.asked_at = None;
        grant::put(db, &placed)?;
        cause::access(db, &placed, &known, Subject::AccessChanged, now)?;
        let note = Note { person: &known.id, deed: Deed::ChangedAccess, document: None, allowed: true };
        log::note(db, &session, now, note)?;
        Ok::<_, Refusal>(view::wire(db, &placed, &known, side, now)?)
    })?;
    app.sync()?;
    app.signal(state::Signal::Changed);
    Ok(([(ETAG, grant.tag.clone())], axum::Json(grant)).into_response())
}

/// Another reach or another last day of a mandate.
fn apply(kept: &mut Kept, patch: &GrantPatch, known: &Known, now: DateTime<Utc>) -> Result<(), Refusal> {
    if patch.all_kinds && patch.kinds.is_some() {
        return Err(ProblemCode::Malformed.into());
    }
    let kinds = patch.kinds.as_deref().map(|kinds| kinds_of(Some(kinds)));
    let scopes = patch.scopes.as_ref().map(|scopes| scopes.iter().filter_map(Coded::known).collect());
    let asked = Terms { scopes, kinds: kinds.as_ref(), until: patch.until, label: None };
    let unknown = terms::Unknown::among(patch.scopes.as_deref(), patch.kinds.as_deref());
    terms::checked(asked, unknown, known.owner.zone.day(now))?;
    if let Some(scopes) = scopes {
        kept.scopes = terms::wire(scopes);
    }
    if patch.kinds.is_some() || patch.all_kinds {
        kept.kinds.clone_from(&patch.kinds);
    }
    kept.until = patch.until.or(kept.until);
    Ok(())
}

/// The young person agrees that a parent goes on acting, or no longer does. Nothing else of such a grant is theirs.
fn agree(kept: &mut Kept, patch: &GrantPatch, now: DateTime<Utc>) -> Result<(), Refusal> {
    let asked: Option<Scopes> =
        patch.scopes.as_ref().map(|scopes| scopes.iter().filter_map(Coded::known).collect());
    let full = kept.scopes();
    let act = match asked {
        Some(asked) if asked == full && full.has(Scope::Act) => true,
        Some(asked) if asked == full.without(Scope::Act) => false,
        _ => return Err(ProblemCode::NotAllowed.into()),
    };
    if patch.until.is_some() || patch.kinds.is_some() || patch.all_kinds {
        return Err(ProblemCode::NotAllowed.into());
    }
    kept.agreed_at = act.then_some(now);
    Ok(())
}
