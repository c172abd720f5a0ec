//! Everybody who comes into question for a message, with what the rules ask of each.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::access::{Grant, Kinds, Owner, State, state};
use domain::moment::Zone;
use domain::notification::{Audience, Candidate, Contact, Preferences, Standing, Subject};
use rusqlite::Connection;

use crate::store::access::{grant, person};
use crate::store::notification::occurrence::Occurred;
use crate::store::notification::{contact, preference};
use crate::store::{account, closure};

/// Somebody who comes into question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The account.
    pub account: String,
    /// The name.
    pub name: String,
    /// Where their own days begin.
    pub zone: Zone,
    /// What they want.
    pub preferences: Preferences,
    /// Their contacts.
    pub contacts: Vec<Contact>,
    stands: Stands,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Stands {
    Own(Owner),
    Proxy { grant: Grant, owner: Owner, kinds: Kinds },
}

impl Party {
    /// How they stand to the person.
    #[must_use]
    pub fn standing(&self) -> Standing<'_> {
        match &self.stands {
            Stands::Own(owner) => Standing::Own(*owner),
            Stands::Proxy { grant, owner, kinds } => Standing::Proxy { grant, owner: *owner, kinds },
        }
    }

    /// Whether it is the person.
    #[must_use]
    pub const fn own(&self) -> bool {
        matches!(self.stands, Stands::Own(_))
    }

    /// As the rules take them.
    #[must_use]
    pub fn candidate(&self) -> Candidate<'_> {
        Candidate {
            id: &self.account,
            standing: self.standing(),
            preferences: &self.preferences,
            contacts: &self.contacts,
            zone: self.zone,
        }
    }
}

/// Whether the person hid the document that something is about.
///
/// # Errors
/// Those of the database.
pub fn hidden(db: &Connection, what: &Occurred) -> rusqlite::Result<bool> {
    let Some(document) = &what.document else { return Ok(false) };
    db.prepare_cached("SELECT count(*) > 0 FROM hidden WHERE document = ?")?
        .query_row([document.as_str()], |row| row.get(0))
}

/// Everybody who comes into question at an instant: the person first, then proxies by the age of their grants.
///
/// # Errors
/// Those of the database.
pub fn all(db: &Connection, what: &Occurred, now: DateTime<Utc>) -> rusqlite::Result<Vec<Party>> {
    let Some(known) = person::get(db, &what.person)? else { return Ok(Vec::new()) };
    let mut parties = Vec::new();
    if let Some(own) = &known.account {
        parties.extend(party(db, own, Stands::Own(known.owner), what)?);
    }
    for (receiver, placed) in grants(db, &known, what, now)? {
        let stands =
            Stands::Proxy { grant: placed.kept.grant(), owner: known.owner, kinds: placed.kept.kinds() };
        parties.extend(party(db, &receiver, stands, what)?);
    }
    Ok(parties)
}

/// The grants to others, the oldest first; of several to one account the one that holds, else the newest.
fn grants(
    db: &Connection,
    known: &person::Known,
    what: &Occurred,
    now: DateTime<Utc>,
) -> rusqlite::Result<Vec<(String, grant::Placed)>> {
    let mut of_receiver: BTreeMap<String, grant::Placed> = BTreeMap::new();
    let holds = |placed: &grant::Placed| state(&placed.kept.grant(), known.owner, now) == State::Active;
    let meant = |placed: &grant::Placed| match (&what.grant, what.subject.audience()) {
        (Some(id), Audience::BothSides) => placed.id == *id,
        _ => placed.person == known.id,
    };
    for placed in grant::all(db)?.into_iter().filter(meant) {
        let Some(receiver) = placed.receiver.clone() else { continue };
        match of_receiver.get(&receiver) {
            Some(other) if holds(other) => {}
            _ => {
                of_receiver.insert(receiver, placed);
            }
        }
    }
    let mut all: Vec<_> = of_receiver.into_iter().collect();
    all.sort_by(|(_, a), (_, b)| (a.kept.given_at, a.id.as_str()).cmp(&(b.kept.given_at, b.id.as_str())));
    Ok(all)
}

fn party(db: &Connection, key: &str, stands: Stands, what: &Occurred) -> rusqlite::Result<Option<Party>> {
    let meant = what.only.as_ref().is_none_or(|only| only.iter().any(|one| one == key));
    // A closed account is told of nothing but that.
    let open = what.subject == Subject::AccountClosing || !closure::is_closed(db, key)?;
    if !meant || !open {
        return Ok(None);
    }
    Ok(Some(Party {
        account: key.to_owned(),
        name: account::get(db, key)?.name,
        zone: person::of_account(db, key)?.map_or(Zone::Sofia, |own| own.owner.zone),
        preferences: preference::of(db, key)?,
        contacts: contacts(db, key)?,
        stands,
    }))
}

/// The contacts of an account as the rules take them.
///
/// # Errors
/// Those of the database.
pub fn contacts(db: &Connection, key: &str) -> rusqlite::Result<Vec<Contact>> {
    let mut all = Vec::new();
    for kept in contact::all(db, key)? {
        all.extend(contact::known(db, &kept)?);
    }
    Ok(all)
}
