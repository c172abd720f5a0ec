//! Access of one person to another's documents.

pub mod ask_renewal;
pub mod change;
pub mod end;
pub mod get;

use chrono::{DateTime, Utc};
use contract::GrantId;
use contract::problem::ProblemCode;
use domain::access::{About, Action, Holder, Proxy, Side, allowed, effective, state};
use rusqlite::Connection;

use crate::refusal::Refusal;
use crate::store::access::grant::{self, Placed};
use crate::store::access::person::{self, Known};

/// The grant with this id, whose it is, and on which side of it the account stands. Others' grants, those that do not exist
/// and invitations get the same answer.
///
/// # Errors
/// `not_allowed`.
pub fn find(db: &Connection, account: &str, id: &str) -> Result<(Placed, Known, Side), Refusal> {
    let refused = || Refusal::from(ProblemCode::NotAllowed);
    let id = GrantId::parse(id).ok_or_else(refused)?;
    let placed = grant::get(db, id.as_str())?.ok_or_else(refused)?;
    let known = person::get(db, &placed.person)?.ok_or_else(refused)?;
    let side = if placed.receiver.as_deref() == Some(account) {
        Side::Receiver
    } else if placed.receiver.is_some() && known.account.as_deref() == Some(account) {
        Side::Giver
    } else {
        return Err(refused());
    };
    Ok((placed, known, side))
}

/// Whether one side may do this to the grant now. A grant that has ended is not changed any more.
///
/// # Errors
/// `not_allowed`.
pub fn check(
    action: Action,
    placed: &Placed,
    known: &Known,
    side: Side,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let grant = placed.kept.grant();
    let state = state(&grant, known.owner, now);
    let holder = match side {
        Side::Giver => Holder::Own(known.owner.stage(now)),
        Side::Receiver => Holder::Proxy(Proxy {
            scopes: effective(&grant, known.owner, now).scopes,
            kinds: placed.kept.kinds(),
            state,
        }),
    };
    let about = About { basis: Some(placed.kept.basis), ..About::default() };
    let open = matches!(state, domain::access::State::Active);
    match allowed(action, &holder, about) {
        Ok(()) if open => Ok(()),
        _ => Err(ProblemCode::NotAllowed.into()),
    }
}
