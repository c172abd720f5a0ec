//! Grants and invitations, as people made them.

use chrono::{DateTime, NaiveDate, Utc};
use contract::person::kinds_of;
use contract::wire::{closed, day_option, instant, instant_option, open, open_list, open_list_option};
use contract::{GrantId, PersonId};
use domain::access::{Basis, Grant, Kinds, Scope, Scopes, Side, Step};
use domain::coded::Coded;
use domain::document::Kind;
use domain::person::Relation;
use rusqlite::{Connection, OptionalExtension as _, Row};
use serde::{Deserialize, Serialize};

use crate::secret::fingerprint;
use crate::store::{json, text};

/// What people did last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// Invited; the code serves before this instant.
    Invited(#[serde(with = "instant")] DateTime<Utc>),
    /// Given.
    Given,
    /// Declined.
    Declined,
    /// Taken back or given up.
    Revoked(#[serde(with = "closed")] Side),
}

/// A grant as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// On what it rests.
    #[serde(with = "closed")]
    pub basis: Basis,
    /// What was granted.
    #[serde(with = "open_list")]
    pub scopes: Vec<Coded<Scope>>,
    /// For which kinds; all when absent.
    #[serde(with = "open_list_option")]
    pub kinds: Option<Vec<Coded<Kind>>>,
    /// When.
    #[serde(with = "instant")]
    pub given_at: DateTime<Utc>,
    /// The last day.
    #[serde(with = "day_option")]
    pub until: Option<NaiveDate>,
    /// When the young person agreed.
    #[serde(with = "instant_option")]
    pub agreed_at: Option<DateTime<Utc>>,
    /// When renewal was asked for.
    #[serde(with = "instant_option")]
    pub asked_at: Option<DateTime<Utc>>,
    /// What the person is to who was let in.
    #[serde(with = "open")]
    pub relation: Coded<Relation>,
    /// How the inviter calls it.
    pub label: String,
    /// What people did last.
    pub done: Done,
    /// When somebody ended it; absent in a database of an earlier version. What time ends is not kept, but follows.
    #[serde(with = "instant_option", default)]
    pub ended_at: Option<DateTime<Utc>>,
}

impl Kept {
    /// Ends it, by one of its sides.
    pub const fn end(&mut self, by: Side, now: DateTime<Utc>) {
        self.done = Done::Revoked(by);
        self.ended_at = Some(now);
    }

    /// As the rules take it.
    #[must_use]
    pub fn grant(&self) -> Grant {
        Grant {
            basis: self.basis,
            scopes: self.scopes(),
            given: self.given_at,
            until: self.until,
            agreed: self.agreed_at,
            step: match self.done {
                Done::Invited(open_until) => Step::Invited { open_until },
                Done::Given => Step::Given,
                Done::Declined => Step::Declined,
                Done::Revoked(by) => Step::Revoked { by },
            },
        }
    }

    /// The scopes that this build knows, with what they bring along.
    #[must_use]
    pub fn scopes(&self) -> Scopes {
        self.scopes.iter().filter_map(Coded::known).collect()
    }

    /// The kinds as the rules take them.
    #[must_use]
    pub fn kinds(&self) -> Kinds {
        kinds_of(self.kinds.as_deref())
    }

    /// The tag of a grant: it moves when somebody changes it, not with time.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn tag(&self) -> rusqlite::Result<String> {
        Ok(crate::etag::of(text(self)?.as_bytes()))
    }
}

/// A grant with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Opaque id.
    pub id: GrantId,
    /// Whose documents.
    pub person: PersonId,
    /// The account that was let in; `None` while nobody accepted.
    pub receiver: Option<String>,
    /// The grant.
    pub kept: Kept,
    /// What both sides were told last.
    pub told: Option<String>,
}

const ALL: &str = "SELECT id, person, receiver, json, told FROM grants";

fn placed(row: &Row<'_>) -> rusqlite::Result<Placed> {
    Ok(Placed {
        id: GrantId(row.get(0)?),
        person: PersonId(row.get(1)?),
        receiver: row.get(2)?,
        kept: json(row, 3)?,
        told: row.get(4)?,
    })
}

/// All of them, in the order in which they were made.
///
/// # Errors
/// Those of the database.
pub fn all(db: &Connection) -> rusqlite::Result<Vec<Placed>> {
    db.prepare_cached(&format!("{ALL} ORDER BY place"))?.query_map([], placed)?.collect()
}

/// The one with this id.
///
/// # Errors
/// Those of the database.
pub fn get(db: &Connection, id: &str) -> rusqlite::Result<Option<Placed>> {
    db.prepare_cached(&format!("{ALL} WHERE id = ?"))?.query_row([id], placed).optional()
}

/// The one that a code opens.
///
/// # Errors
/// Those of the database.
pub fn by_code(db: &Connection, code: &str) -> rusqlite::Result<Option<Placed>> {
    let sealed = seal(code);
    db.prepare_cached(&format!("{ALL} WHERE code = ?"))?.query_row([sealed], placed).optional()
}

/// What is kept of a code. It is a secret: who reads the database cannot use it.
fn seal(code: &str) -> String {
    fingerprint(&[b"invitation", code.as_bytes()])
}

/// Adds a grant, or an invitation with its code.
///
/// # Errors
/// Those of the database.
pub fn add(db: &Connection, grant: &Placed, code: Option<&str>) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO grants VALUES (?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM grants), ?, ?, ?)",
        (
            grant.id.as_str(),
            grant.person.as_str(),
            &grant.receiver,
            code.map(seal),
            text(&grant.kept)?,
            &grant.told,
        ),
    )?;
    Ok(())
}

/// Keeps what was changed. A code opens nothing any more once the grant is given or declined.
///
/// # Errors
/// Those of the database.
pub fn put(db: &Connection, grant: &Placed) -> rusqlite::Result<()> {
    let open = matches!(grant.kept.done, Done::Invited(_));
    db.execute(
        "UPDATE grants SET receiver = ?, json = ?, code = iif(?, code, NULL) WHERE id = ?",
        (&grant.receiver, text(&grant.kept)?, open, grant.id.as_str()),
    )?;
    Ok(())
}

/// Takes an invitation off.
///
/// # Errors
/// Those of the database.
pub fn remove(db: &Connection, id: &GrantId) -> rusqlite::Result<()> {
    db.execute("DELETE FROM grants WHERE id = ?", [id.as_str()])?;
    Ok(())
}
