//! The session.

use chrono::{DateTime, NaiveDate, Utc};
use domain::coded::{Code, Coded};
use domain::language::Language;
use domain::person::Role;
use domain::session::Expiry;
use serde::{Deserialize, Serialize};

use crate::person::{Person, RawPerson};
use crate::wire::{day_option, instant, open, open_option};

/// Answer of `GET /api/v1/session`. The persons come with it, so that the first list needs no third request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// What the account may do.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "patient"))]
    pub role: Coded<Role>,
    /// The language kept in the account; absent until the person chose one.
    #[serde(with = "open_option", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "bg"))]
    pub language: Option<Coded<Language>>,
    /// Must be sent back in `X-CSRF-Token` with every write.
    pub csrf_token: String,
    /// The server's clock when it answered; the app counts every "today" from it.
    #[serde(with = "instant")]
    pub server_now: DateTime<Utc>,
    /// When the session ends.
    pub expires: SessionExpiry,
    /// The account holder and those they care for, the account holder first.
    pub persons: Vec<Person>,
    /// The day of the nearest change of access that has been announced to the account holder, given or held, in the zone of
    /// whose documents it is about; absent while none is. What changes, `GET /api/v1/access` says in its `notices`.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date, example = "2026-12-01"))]
    pub access_changes_on: Option<NaiveDate>,
}

/// What of a [`Session`] every page needs. The rest is not read: when it ends, each answer says in a header.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct RawSession {
    role: String,
    /// Must be sent back in `X-CSRF-Token` with every write.
    pub csrf_token: String,
    /// The server's clock when it answered; the app counts every "today" from it.
    #[serde(with = "instant")]
    pub server_now: DateTime<Utc>,
    /// The account holder and those they care for, the account holder first.
    pub persons: Vec<RawPerson>,
    /// The day of the nearest change of access that has been announced.
    #[serde(with = "day_option", default)]
    pub access_changes_on: Option<NaiveDate>,
}

impl RawSession {
    /// What the account may do.
    #[must_use]
    pub fn role(&self) -> Coded<Role> {
        Role::from_code(&self.role)
    }
}

/// When a session ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionExpiry {
    /// Ends then unless the person acts before.
    #[serde(with = "instant")]
    pub idle: DateTime<Utc>,
    /// Ends then in any case.
    #[serde(with = "instant")]
    pub absolute: DateTime<Utc>,
}

impl From<SessionExpiry> for Expiry {
    fn from(wire: SessionExpiry) -> Self {
        Self { idle: wire.idle, absolute: wire.absolute }
    }
}

impl From<Expiry> for SessionExpiry {
    fn from(expiry: Expiry) -> Self {
        Self { idle: expiry.idle, absolute: expiry.absolute }
    }
}
