//! Grants and invitations as they stand on the wire.

use chrono::{DateTime, NaiveDate, Utc};
use contract::InvitationId;
use contract::access::{Access, AccessNotice, Grant, Invitation, Narrowed, UpcomingChange};
use domain::access::{NarrowedBy, Side, effective, ended_by_time, notice, state, upcoming};
use domain::coded::Coded;
use rusqlite::Connection;

use crate::store::access::grant::{self, Done, Placed};
use crate::store::access::person::{self, Known};

/// A grant as one side sees it.
///
/// # Errors
/// Those of the database.
pub fn wire(
    db: &Connection,
    placed: &Placed,
    known: &Known,
    side: Side,
    now: DateTime<Utc>,
) -> rusqlite::Result<Grant> {
    let kept = &placed.kept;
    let grant = kept.grant();
    let reach = effective(&grant, known.owner, now);
    let left = || Narrowed {
        scopes: reach.scopes.iter().map(Coded::Known).collect(),
        why: Coded::Known(NarrowedBy::Age),
    };
    let other = match side {
        Side::Receiver => known.name.clone(),
        Side::Giver => {
            db.query_row("SELECT name FROM account WHERE key = ?", [&placed.receiver], |row| row.get(0))?
        }
    };
    Ok(Grant {
        id: placed.id.clone(),
        tag: kept.tag()?,
        person: known.id.clone(),
        name: known.name.clone(),
        other,
        basis: Coded::Known(kept.basis),
        scopes: kept.scopes.clone(),
        kinds: kept.kinds.clone(),
        given_at: kept.given_at,
        until: kept.until,
        state: Coded::Known(state(&grant, known.owner, now).code()),
        revoked_by: match kept.done {
            Done::Revoked(by) => Some(Coded::Known(by)),
            _ => None,
        },
        ended_at: match kept.done {
            Done::Revoked(_) => kept.ended_at,
            _ => ended_by_time(&grant, known.owner, now).map(|end| end.at),
        },
        narrowed: reach.narrowed.then(left),
        agreed_at: kept.agreed_at,
        renewal_asked_at: kept.asked_at,
        upcoming: upcoming(&grant, known.owner, now)
            .into_iter()
            .map(|next| UpcomingChange { what: Coded::Known(next.what), on: next.day, at: next.at })
            .collect(),
        notices: notice(&grant, known.owner, now)
            .into_iter()
            .map(|due| AccessNotice {
                what: Coded::Known(due.change.what),
                on: due.change.day,
                lead: due.lead,
                days: due.days,
            })
            .collect(),
    })
}

/// All that an account gave and holds.
///
/// # Errors
/// Those of the database.
pub fn all(db: &Connection, account: &str, now: DateTime<Utc>) -> rusqlite::Result<Access> {
    let mut access = Access { given: Vec::new(), held: Vec::new(), invitations: Vec::new() };
    for placed in grant::all(db)?.into_iter().rev() {
        let Some(known) = person::get(db, &placed.person)? else { continue };
        let gives = known.account.as_deref() == Some(account);
        match &placed.receiver {
            None if gives => access.invitations.extend(invitation(&placed, &known, now)),
            Some(_) if gives => access.given.push(wire(db, &placed, &known, Side::Giver, now)?),
            Some(receiver) if receiver == account => {
                access.held.push(wire(db, &placed, &known, Side::Receiver, now)?);
            }
            _ => {}
        }
    }
    Ok(access)
}

/// The day of the nearest change that has been announced to an account, of what it gave or holds.
///
/// # Errors
/// Those of the database.
pub fn next_announced(
    db: &Connection,
    account: &str,
    now: DateTime<Utc>,
) -> rusqlite::Result<Option<NaiveDate>> {
    let Access { given, held, .. } = all(db, account, now)?;
    Ok(given.iter().chain(&held).flat_map(|grant| &grant.notices).map(|notice| notice.on).min())
}

/// An invitation as the inviter sees it. One without a last day is none.
fn invitation(placed: &Placed, known: &Known, now: DateTime<Utc>) -> Option<Invitation> {
    let kept = &placed.kept;
    let open_until = match kept.done {
        Done::Invited(open_until) => open_until,
        _ => kept.given_at + domain::access::invitation::CODE_VALIDITY,
    };
    Some(Invitation {
        id: InvitationId(placed.id.as_str().to_owned()),
        label: kept.label.clone(),
        scopes: kept.scopes.clone(),
        kinds: kept.kinds.clone(),
        until: kept.until?,
        made_at: kept.given_at,
        open_until,
        state: Coded::Known(state(&kept.grant(), known.owner, now).code()),
    })
}
