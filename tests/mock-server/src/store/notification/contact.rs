//! The contacts by which an account is told.

use chrono::{DateTime, Utc};
use contract::notification::{ChannelStop, ContactState, NotificationContact};
use contract::{ContactId, PersonId};
use domain::coded::{Code as _, Coded};
use domain::notification::{Address, Challenge, Channel, Contact, Proof, ProofCode, Reach, Stop};
use rusqlite::{Connection, Row};

use crate::secret;
use crate::store::{account, instant, json, text};

/// Id of the phone number that stands in the account.
pub const OWN_PHONE: &str = "own-phone";
/// Id of its e-mail address.
pub const OWN_EMAIL: &str = "own-email";

/// A contact, and how far it is verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Opaque id, unique within the account.
    pub id: ContactId,
    /// What it is.
    pub reach: Reach,
    /// The number or the address; of a device its token.
    pub address: String,
    /// What a device is.
    pub label: Option<String>,
    /// The person it is for alone.
    pub apart_for: Option<PersonId>,
    /// Since when it is verified.
    pub verified: Option<DateTime<Utc>>,
    /// The codes that were sent and tried.
    pub challenge: Challenge,
}

impl Kept {
    /// A contact of which nothing is known yet.
    fn new(id: &str, reach: Reach, address: String) -> Self {
        let id = ContactId(id.to_owned());
        let (label, apart_for, verified) = (None, None, None);
        Self { id, reach, address, label, apart_for, verified, challenge: Challenge::default() }
    }

    /// How it is shown to whose it is: the token of a device need not travel.
    #[must_use]
    pub fn shown(&self) -> &str {
        match self.reach {
            Reach::Phone | Reach::Email => &self.address,
            Reach::Device => self.label.as_deref().unwrap_or_default(),
        }
    }

    /// Whether it is neither of the two that stand in the account.
    fn added(&self) -> bool {
        self.apart_for.is_some() || self.reach == Reach::Device
    }

    /// How it stands.
    #[must_use]
    pub fn state(&self) -> ContactState {
        match (self.verified, self.challenge.code) {
            (Some(_), _) => ContactState::Verified,
            (None, Some(_)) => ContactState::CodePending,
            (None, None) => ContactState::Unverified,
        }
    }
}

const COLUMNS: &str = "id, reach, address, apart_for, verified, code, sent, wrong, label";

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let (reach, code): (String, Option<String>) = (row.get(1)?, row.get(5)?);
    let verified: Option<i64> = row.get(4)?;
    Ok(Kept {
        id: ContactId(row.get(0)?),
        reach: Reach::from_code(&reach).known().unwrap_or(Reach::Phone),
        address: row.get(2)?,
        label: row.get(8)?,
        apart_for: row.get::<_, Option<String>>(3)?.map(PersonId),
        verified: verified.map(|_| instant(row, 4)).transpose()?,
        challenge: Challenge {
            code: code.as_deref().and_then(ProofCode::parse),
            sent: json(row, 6)?,
            wrong: json(row, 7)?,
        },
    })
}

/// The contacts of an account: those that stand in it first. What is known of one of these is forgotten when another stands
/// there: a new number is not verified because the old one was.
///
/// # Errors
/// Those of the database.
pub fn all(db: &Connection, key: &str) -> rusqlite::Result<Vec<Kept>> {
    let rows: Vec<Kept> = db
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM notification_contact WHERE account = ? ORDER BY place"
        ))?
        .query_map([key], kept)?
        .collect::<rusqlite::Result<_>>()?;
    let contacts = account::get(db, key)?.contacts;
    let own = [(OWN_PHONE, Reach::Phone, contacts.phone), (OWN_EMAIL, Reach::Email, contacts.email)];
    let own = own.into_iter().filter(|(_, _, address)| !address.is_empty()).map(|(id, reach, address)| {
        let known = rows.iter().find(|kept| kept.id.as_str() == id && kept.address == address).cloned();
        known.unwrap_or_else(|| Kept::new(id, reach, address))
    });
    let added = rows.iter().filter(|kept| kept.added()).cloned();
    Ok(own.chain(added).collect())
}

/// One of them.
///
/// # Errors
/// Those of the database.
pub fn get(db: &Connection, key: &str, id: &str) -> rusqlite::Result<Option<Kept>> {
    Ok(all(db, key)?.into_iter().find(|kept| kept.id.as_str() == id))
}

/// Notes that the phone that stands in an account is verified.
///
/// # Errors
/// Those of the database.
pub fn verified_phone(db: &Connection, key: &str, since: DateTime<Utc>) -> rusqlite::Result<()> {
    let mut contact = Kept::new(OWN_PHONE, Reach::Phone, account::get(db, key)?.contacts.phone);
    contact.verified = Some(since);
    put(db, key, &contact)
}

/// The next number of a contact that is for one person alone.
const NUMBER: &str = "SELECT coalesce(max(CAST(substr(id, 3) AS INTEGER)), 0) + 1 FROM notification_contact \
                      WHERE id LIKE 'c-%'";

/// A new contact that is for one person alone, with an id of its own.
///
/// # Errors
/// Those of the database.
pub fn add(
    db: &Connection,
    key: &str,
    reach: Reach,
    address: String,
    person: &PersonId,
) -> rusqlite::Result<Kept> {
    let place: i64 = db.query_row(NUMBER, [], |row| row.get(0))?;
    let mut contact = Kept::new(&format!("c-{place:04}"), reach, address);
    contact.apart_for = Some(person.clone());
    put(db, key, &contact)?;
    Ok(contact)
}

/// A device on which somebody is signed in, with an id that no other ever gets.
///
/// # Errors
/// Those of the database.
pub fn add_device(
    db: &Connection,
    key: &str,
    (id, token, label): (&str, String, String),
    since: DateTime<Utc>,
) -> rusqlite::Result<Kept> {
    let mut device = Kept::new(&format!("d-{id}"), Reach::Device, token);
    (device.label, device.verified) = (Some(label), Some(since));
    put(db, key, &device)?;
    Ok(device)
}

/// Keeps what is known of a contact.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Connection, key: &str, contact: &Kept) -> rusqlite::Result<()> {
    let Challenge { code, sent, wrong } = &contact.challenge;
    db.execute(
        "INSERT INTO notification_contact (account, id, reach, address, apart_for, verified, code, sent, wrong, label) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (account, id) DO UPDATE SET \
         address = ?4, verified = ?6, code = ?7, sent = ?8, wrong = ?9",
        (
            key,
            contact.id.as_str(),
            contact.reach.code(),
            &contact.address,
            contact.apart_for.as_ref().map(PersonId::as_str),
            contact.verified.map(|at| at.timestamp_micros()),
            code.map(|code| code.to_string()),
            text(sent)?,
            text(wrong)?,
            &contact.label,
        ),
    )?;
    Ok(())
}

/// Deletes a contact that is for one person alone, or a device; whether there was one.
///
/// # Errors
/// Those of the database.
pub fn delete(db: &Connection, key: &str, id: &str) -> rusqlite::Result<bool> {
    let sql = "DELETE FROM notification_contact WHERE account = ? AND id = ? \
               AND (apart_for IS NOT NULL OR reach = 'device')";
    Ok(db.execute(sql, (key, id))? > 0)
}

/// Channels that were stopped at an address outside the portal.
///
/// # Errors
/// Those of the database.
pub fn stops(db: &Connection, address: &str) -> rusqlite::Result<Vec<(Channel, DateTime<Utc>)>> {
    let rows: Vec<(String, DateTime<Utc>)> = db
        .prepare_cached("SELECT channel, since FROM channel_stop WHERE address = ? ORDER BY channel")?
        .query_map([address], |row| Ok((row.get(0)?, instant(row, 1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let known = |(code, since): (String, DateTime<Utc>)| Some((Channel::from_code(&code).known()?, since));
    Ok(rows.into_iter().filter_map(known).collect())
}

/// A contact as the rules ask for it; `None` if its address is none.
///
/// # Errors
/// Those of the database.
pub fn known(db: &Connection, contact: &Kept) -> rusqlite::Result<Option<Contact>> {
    let proof = match (contact.verified, contact.challenge.code) {
        (Some(since), _) => Proof::Verified { since },
        (None, Some(_)) => Proof::Pending(contact.challenge.clone()),
        (None, None) => Proof::Unverified,
    };
    let stops = stops(db, &contact.address)?;
    Ok(Address::parse(contact.reach, &contact.address).ok().map(|address| Contact {
        address,
        proof,
        apart_for: contact.apart_for.as_ref().map(|person| person.as_str().to_owned()),
        stops: stops.into_iter().map(|(channel, since)| Stop { channel, since }).collect(),
    }))
}

/// Stops a channel at an address, or lets it go on.
///
/// # Errors
/// Those of the database.
pub fn stop(
    db: &Connection,
    address: &str,
    channel: Channel,
    since: Option<DateTime<Utc>>,
) -> rusqlite::Result<()> {
    db.execute("DELETE FROM channel_stop WHERE address = ? AND channel = ?", (address, channel.code()))?;
    if let Some(since) = since {
        db.execute(
            "INSERT INTO channel_stop VALUES (?, ?, ?)",
            (address, channel.code(), since.timestamp_micros()),
        )?;
    }
    Ok(())
}

/// A contact as it stands on the wire, without the token of a device.
///
/// # Errors
/// Those of the database.
pub fn wire(db: &Connection, contact: &Kept, now: DateTime<Utc>) -> rusqlite::Result<NotificationContact> {
    let challenge = &contact.challenge;
    let open = contact.verified.is_none();
    Ok(NotificationContact {
        id: contact.id.clone(),
        reach: Coded::Known(contact.reach),
        address: if contact.reach == Reach::Device { String::new() } else { contact.address.clone() },
        label: contact.label.clone(),
        apart_for: contact.apart_for.clone(),
        state: Coded::Known(contact.state()),
        verified_since: contact.verified,
        code_until: challenge.serves_until().filter(|until| open && *until > now),
        code_again_from: challenge.may_send(now).err().filter(|_| open),
        stops: stops(db, &contact.address)?
            .into_iter()
            .map(|(channel, since)| ChannelStop { channel: Coded::Known(channel), since })
            .collect(),
    })
}

/// A code that nobody can guess.
///
/// # Errors
/// When the system has no randomness to give.
pub fn code() -> Result<ProofCode, crate::refusal::Refusal> {
    loop {
        if let Some(code) = ProofCode::of_random(secret::bytes::<16>()?) {
            return Ok(code);
        }
    }
}
