//! `POST /api/v1/notifications/contacts`: a contact that is for one person alone, or the device in use.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use chrono::{DateTime, Utc};
use contract::PersonId;
use contract::notification::{NewNotificationContact, NotificationContact};
use contract::problem::ProblemCode;
use domain::coded::{Code as _, Coded};
use domain::notification::contact::{AddressProblem, DEVICES_LIMIT, device_token_serves};
use domain::notification::{Address, Reach};
use domain::person::Relation;
use rusqlite::Connection;

use crate::extract::Body;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::account;
use crate::store::notification::contact;
use crate::store::session::Session;
use crate::{cookie, secret};

/// Keeps the contact and answers with it; a device with its token.
///
/// # Errors
/// `not_allowed` for who is not cared for, `invalid_fields` with the codes of `domain::contact`, `reach.not_taken`,
/// `person.missing`, `contact.twice`; of a device `person.not_taken`, `device.length`, `device.limit`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    headers: HeaderMap,
    Body(new): Body<NewNotificationContact>,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let wire = app.store.atomically(|db| match new.reach.known() {
        Some(Reach::Device) => device(db, &session.account, new, cookie::device(&headers), now),
        Some(reach) => apart(db, &session.account, reach, &new, now),
        None => Err(Refusal::of_field("/reach", "reach.not_taken")),
    })?;
    Ok((StatusCode::CREATED, Json(wire)).into_response())
}

/// The device from which it is asked for: who is signed in on it has it.
fn device(
    db: &Connection,
    key: &str,
    new: NewNotificationContact,
    label: String,
    now: DateTime<Utc>,
) -> Result<NotificationContact, Refusal> {
    if new.apart_for.is_some() {
        return Err(Refusal::of_field("/apart_for", "person.not_taken"));
    }
    let token = new.address;
    if !device_token_serves(&token) {
        return Err(Refusal::of_field("/address", "device.length"));
    }
    let all = contact::all(db, key)?;
    let mut devices = all.into_iter().filter(|kept| kept.reach == Reach::Device).collect::<Vec<_>>();
    let kept = match devices.iter().position(|kept| kept.address == token) {
        Some(place) => devices.swap_remove(place),
        None if devices.len() >= DEVICES_LIMIT => return Err(Refusal::of_field("/reach", "device.limit")),
        None => contact::add_device(db, key, (&secret::token()?, token.clone(), label), now)?,
    };
    Ok(NotificationContact { address: token, ..contact::wire(db, &kept, now)? })
}

/// One that is for one person alone; it is not verified yet.
fn apart(
    db: &Connection,
    key: &str,
    reach: Reach,
    new: &NewNotificationContact,
    now: DateTime<Utc>,
) -> Result<NotificationContact, Refusal> {
    let person: &PersonId =
        new.apart_for.as_ref().ok_or_else(|| Refusal::of_field("/apart_for", "person.missing"))?;
    let persons = account::persons(db, key)?;
    let cared_for =
        persons.iter().any(|one| one.id == *person && one.relation != Coded::Known(Relation::Own));
    if !cared_for {
        return Err(Refusal::from(ProblemCode::NotAllowed));
    }
    let address = match Address::parse(reach, &new.address) {
        Ok(address) => address.as_str().to_owned(),
        Err(AddressProblem::Phone(problem)) => return Err(Refusal::of_field("/address", problem.code())),
        Err(AddressProblem::Email(problem)) => return Err(Refusal::of_field("/address", problem.code())),
        Err(AddressProblem::Device) => return Err(Refusal::of_field("/address", "device.length")),
    };
    let all = contact::all(db, key)?;
    if all.iter().any(|kept| kept.apart_for.as_ref() == Some(person) && kept.reach == reach) {
        return Err(Refusal::of_field("/reach", "contact.twice"));
    }
    let kept = contact::add(db, key, reach, address, person)?;
    Ok(contact::wire(db, &kept, now)?)
}
