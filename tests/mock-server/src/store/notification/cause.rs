//! What causes messages: events of documents, access, the account, and what is played.

use chrono::{DateTime, Utc};
use contract::document::{Document, Event};
use contract::{PersonId, SessionId};
use domain::moment::Zone;
use domain::notification::{Address, Channel, Reach, Subject, news, still_true, verification::CODE_VALIDITY};
use rusqlite::Connection;

use crate::store::access::grant::Placed as PlacedGrant;
use crate::store::access::person::{self, Known};
use crate::store::account;
use crate::store::notification::occurrence::{self, Occurred, Placed, To};
use crate::store::notification::{message, planned, value};

/// Something happened to a document; `late` if only its record arrives, after what came later.
///
/// # Errors
/// Those of the database.
pub fn event(
    db: &Connection,
    document: &Document,
    event: &Event,
    at: DateTime<Utc>,
    late: bool,
) -> rusqlite::Result<()> {
    let entry = &document.entry;
    let told = event.kind.known().map(|kind| news(kind, late));
    let (Some(Ok(subject)), Some(known)) = (told, person::get(db, &entry.person)?) else { return Ok(()) };
    // In another country's system nobody sends it.
    if !subject.happens_in(known.owner.system) {
        return Ok(());
    }
    let mut what = Occurred::new(subject, entry.person.clone(), known.owner.zone, at);
    what.document = Some(entry.id.clone());
    what.kind = Some(entry.kind.clone());
    let what = value::of_event(what, document, event);
    // A record that came twice tells nothing new: what happened, to what and when is what is told once.
    let cause = format!("event:{}:{}:{}", entry.id, event.kind.code(), at.timestamp_micros());
    occurrence::tell(db, &cause, &format!("document:{}", entry.id), &what)
}

/// Access was given, changed or ended; both sides are told.
///
/// # Errors
/// Those of the database.
pub fn access(
    db: &Connection,
    placed: &PlacedGrant,
    known: &Known,
    subject: Subject,
    at: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let Some(what) = of_grant(db, placed, known, subject, at)? else { return Ok(()) };
    let cause = format!("grant:{}:{}:{}", placed.id, at.timestamp_micros(), placed.kept.tag()?);
    occurrence::tell(db, &cause, &format!("grant:{}", placed.id), &what)
}

/// What is told of a grant; `None` as long as nobody holds it.
///
/// # Errors
/// Those of the database.
pub fn of_grant(
    db: &Connection,
    placed: &PlacedGrant,
    known: &Known,
    subject: Subject,
    at: DateTime<Utc>,
) -> rusqlite::Result<Option<Occurred>> {
    let Some(receiver) = &placed.receiver else { return Ok(None) };
    let zone = known.owner.zone;
    let mut what = Occurred::new(subject, known.id.clone(), zone, at)
        .with("name", account::get(db, receiver)?.name)
        .with("day", value::day(zone.day(at)));
    what.grant = Some(placed.id.clone());
    if let Some(until) = placed.kept.until {
        what = what.with("until", value::day(until));
    }
    Ok(Some(what))
}

/// A code for an invitation, for who invites.
///
/// # Errors
/// Those of the database.
pub fn invited(
    db: &Connection,
    own: &Known,
    grant: &str,
    code: (&str, DateTime<Utc>),
    at: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let (code, open_until) = code;
    let until = value::day(own.owner.zone.day(open_until));
    let what = Occurred::new(Subject::InvitationCode, own.id.clone(), own.owner.zone, at)
        .with("code", code)
        .with("until", until);
    occurrence::tell(db, &format!("invitation:{grant}"), &format!("grant:{grant}"), &what)
}

/// A code for a contact that is to be verified. Staff without documents verify contacts too: they are nobody whom it is about.
///
/// # Errors
/// Those of the database.
pub fn contact_code(
    db: &Connection,
    key: &str,
    contact: &str,
    to: (Channel, &str),
    code: &str,
    at: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let own = person::of_account(db, key)?;
    let (person, zone) =
        own.map_or_else(|| (PersonId(format!("account-{key}")), Zone::Sofia), |own| (own.id, own.owner.zone));
    let mut what = Occurred::new(Subject::ContactCode, person, zone, at)
        .with("code", code)
        .with("minutes", CODE_VALIDITY.num_minutes().to_string());
    what.to = Some(To { account: key.to_owned(), channel: to.0, address: to.1.to_owned() });
    let thing = format!("contact:{key}:{contact}");
    occurrence::tell(db, &format!("{thing}:{}:{}", to.1, at.timestamp_micros()), &thing, &what)
}

/// Somebody signed in on a device that was not used before. The first device of all is no news.
///
/// # Errors
/// Those of the database.
pub fn signed_in(
    db: &Connection,
    key: &str,
    session: &SessionId,
    device: &str,
    at: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let (before, same): (u32, u32) = db.query_row(
        "SELECT count(*), coalesce(sum(device = ?2), 0) FROM sign_in WHERE account = ?1 AND succeeded = 1",
        (key, device),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if before == 0 || same > 0 {
        return Ok(());
    }
    account_notice(db, key, Subject::NewDevice, &format!("session:{session}"), at, |what| {
        what.with("device", device)
    })
}

/// Sessions of an account were ended, or a contact of it was changed: then `contact` is the old one.
///
/// # Errors
/// Those of the database.
pub fn security(
    db: &Connection,
    key: &str,
    contact: Option<(Reach, &str)>,
    at: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let cause = format!("security:{key}:{}:{}", at.timestamp_micros(), contact.map_or("", |(_, text)| text));
    let masked = contact.and_then(|(reach, text)| Address::parse(reach, text).ok()).map(|one| one.masked());
    account_notice(db, key, Subject::SecurityNotice, &cause, at, |what| match masked {
        Some(masked) => what.with("contact", masked),
        None => what,
    })
}

/// An account is closed.
///
/// # Errors
/// Those of the database.
pub fn closed(db: &Connection, key: &str, at: DateTime<Utc>) -> rusqlite::Result<()> {
    account_notice(db, key, Subject::AccountClosing, &format!("closing:{key}"), at, |what| what)
}

/// Something of the account itself. Staff who are no persons of the portal are told in their office.
fn account_notice(
    db: &Connection,
    key: &str,
    subject: Subject,
    cause: &str,
    at: DateTime<Utc>,
    with: impl FnOnce(Occurred) -> Occurred,
) -> rusqlite::Result<()> {
    let Some(own) = person::of_account(db, key)? else { return Ok(()) };
    let zone = own.owner.zone;
    let mut what = Occurred::new(subject, own.id, zone, at)
        .with("day", value::day(zone.day(at)))
        .with("time", value::time(at, zone));
    what.only = Some(vec![key.to_owned()]);
    occurrence::tell(db, cause, cause, &with(what))
}

/// What was told is withdrawn as a mistake: what waits is dropped, and who has it already is told so.
///
/// # Errors
/// Those of the database.
pub fn withdraw(db: &Connection, of: &Placed, at: DateTime<Utc>) -> rusqlite::Result<()> {
    occurrence::withdraw(db, of.place, at)?;
    planned::drop_untrue(db, of, at)?;
    let fact = of.what.occurrence(false).fact();
    let Err(why) = still_true(&fact, &occurrence::later(db, of)?, at) else { return Ok(()) };
    let mut reached: Vec<String> = Vec::new();
    for message in message::of_occurrence(db, of.place)?.into_iter().filter(|one| one.sent_at().is_some()) {
        reached.extend(
            message.receivers.into_iter().filter(|account| !reached.contains(account)).collect::<Vec<_>>(),
        );
    }
    if !why.owes_correction() || reached.is_empty() {
        return Ok(());
    }
    let mut what =
        Occurred { subject: Subject::Correction, at, day: None, only: Some(reached), ..of.what.clone() };
    what = what.with("day", value::day(of.what.zone.day(of.what.at)));
    occurrence::tell(db, &format!("correction:{}", of.id()), &of.thing, &what)
}
