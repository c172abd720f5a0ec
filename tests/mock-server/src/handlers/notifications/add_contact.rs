//! `POST /api/v1/notifications/contacts`: a contact that is for one person alone.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use contract::notification::NewNotificationContact;
use contract::problem::ProblemCode;
use domain::coded::{Code as _, Coded};
use domain::notification::contact::AddressProblem;
use domain::notification::{Address, Reach};
use domain::person::Relation;

use crate::extract::Body;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::account;
use crate::store::notification::contact;
use crate::store::session::Session;

/// Keeps the contact, not verified yet, and answers with it.
///
/// # Errors
/// `not_allowed` for who is not cared for, `invalid_fields` with the codes of `domain::contact`, `reach.not_taken`, or
/// `contact.twice`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Body(new): Body<NewNotificationContact>,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let wire = app.store.atomically(|db| {
        let persons = account::persons(db, &session.account)?;
        let cared_for =
            persons.iter().any(|one| one.id == new.apart_for && one.relation != Coded::Known(Relation::Own));
        if !cared_for {
            return Err(Refusal::from(ProblemCode::NotAllowed));
        }
        let reach = match new.reach.known() {
            Some(reach @ (Reach::Phone | Reach::Email)) => reach,
            // A device is one's own as soon as one signs in on it.
            Some(Reach::Device) | None => return Err(Refusal::of_field("/reach", "reach.not_taken")),
        };
        let address = match Address::parse(reach, &new.address) {
            Ok(Address::Phone(phone)) => phone.as_str().to_owned(),
            Ok(Address::Email(address) | Address::Device(address)) => address,
            Err(AddressProblem::Phone(problem)) => return Err(Refusal::of_field("/address", problem.code())),
            Err(AddressProblem::Email(problem)) => return Err(Refusal::of_field("/address", problem.code())),
            Err(AddressProblem::Device) => return Err(Refusal::of_field("/address", "reach.not_taken")),
        };
        let twice = contact::all(db, &session.account)?
            .iter()
            .any(|kept| kept.apart_for.as_ref() == Some(&new.apart_for) && kept.reach == reach);
        if twice {
            return Err(Refusal::of_field("/reach", "contact.twice"));
        }
        let kept = contact::add(db, &session.account, reach, address, &new.apart_for)?;
        Ok(contact::wire(db, &kept, now)?)
    })?;
    Ok((StatusCode::CREATED, Json(wire)).into_response())
}
