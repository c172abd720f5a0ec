//! `POST /api/v1/invitations`: somebody is invited.

use axum::extract::State;
use axum::http::StatusCode;
use axum::{Extension, Json};
use contract::access::{Invited, NewInvitation};
use contract::person::kinds_of;
use contract::problem::ProblemCode;
use contract::{GrantId, InvitationId};
use domain::access::invitation::CODE_VALIDITY;
use domain::access::{About, Action, Basis, Code, Deed, Holder, Terms, TermsProblem, Told, allowed};
use domain::coded::Coded;
use domain::person::Relation;

use crate::extract::Body;
use crate::handlers::invitations::terms;
use crate::refusal::Refusal;
use crate::secret;
use crate::state::{Shared, Signal};
use crate::store::access::grant::{self, Done, Kept, Placed};
use crate::store::access::log::{self, Note};
use crate::store::access::person;
use crate::store::access::sync::announce;
use crate::store::notification::cause;
use crate::store::session::Session;

/// Answers with the code, which is told this once.
///
/// # Errors
/// `not_allowed`, or `invalid_fields` with the codes of `domain::access::terms`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Body(new): Body<NewInvitation>,
) -> Result<(StatusCode, Json<Invited>), Refusal> {
    let now = app.clock.now();
    let code = Code::of_random(secret::bytes::<64>()?).ok_or(ProblemCode::Internal)?.to_string();
    let id = format!("g-{}", secret::token()?);
    let open_until = now + CODE_VALIDITY;
    app.store.atomically(|db| {
        let own = person::of_account(db, &session.account)?.ok_or(Refusal::from(ProblemCode::NotAllowed))?;
        allowed(Action::Invite, &Holder::Own(own.owner.stage(now)), About::default())
            .map_err(|_| Refusal::from(ProblemCode::NotAllowed))?;
        if new.basis != Coded::Known(Basis::Mandate) {
            Refusal::of_fields(vec![terms::field(TermsProblem::BasisNotMandate)])?;
        }
        let (scopes, kinds) =
            (new.scopes.iter().filter_map(Coded::known).collect(), kinds_of(new.kinds.as_deref()));
        let asked = Terms {
            scopes: Some(scopes),
            kinds: Some(&kinds),
            until: Some(new.until),
            label: Some(&new.label),
        };
        let unknown = terms::Unknown::among(Some(&new.scopes), new.kinds.as_deref());
        terms::checked(asked, unknown, own.owner.zone.day(now))?;
        let kept = Kept {
            basis: Basis::Mandate,
            scopes: terms::wire(scopes),
            kinds: new.kinds.clone(),
            given_at: now,
            until: Some(new.until),
            agreed_at: None,
            asked_at: None,
            relation: Coded::Known(Relation::Other),
            label: new.label.trim().to_owned(),
            done: Done::Invited(open_until),
            ended_at: None,
        };
        let placed =
            Placed { id: GrantId(id.clone()), person: own.id.clone(), receiver: None, kept, told: None };
        grant::add(db, &placed, Some(&code))?;
        cause::invited(db, &own, &id, (&code, open_until), now)?;
        announce(db, &own.id, [(session.account.as_str(), Told::Changed)], now)?;
        let note = Note { person: &own.id, deed: Deed::Invited, document: None, allowed: true };
        log::note(db, &session, now, note)?;
        Ok::<_, Refusal>(())
    })?;
    app.sync()?;
    app.signal(Signal::Changed);
    Ok((StatusCode::CREATED, Json(Invited { id: InvitationId(id), code, open_until })))
}
