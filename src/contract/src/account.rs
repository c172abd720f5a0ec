//! The account: contacts, language, sessions, sign-in history.

use chrono::{DateTime, Utc};
use domain::coded::Coded;
use domain::language::Language;
use serde::{Deserialize, Serialize};

use crate::SessionId;
use crate::wire::{instant, open_option};

/// Answer of `GET /api/v1/account`, with an `ETag`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    /// Full name as the fund has it.
    pub name: String,
    /// How to reach the person.
    pub contacts: Contacts,
    /// The language kept in the account.
    #[serde(with = "open_option", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "bg"))]
    pub language: Option<Coded<Language>>,
}

/// Contacts; an empty text means that there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Contacts {
    /// E-mail address.
    pub email: String,
    /// Phone number in international form.
    pub phone: String,
    /// Postal address, at most 200 characters.
    pub address: String,
}

/// Body of `PATCH /api/v1/account` (with `If-Match`): what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountPatch {
    /// New contacts, all three.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub contacts: Option<Contacts>,
    /// New language.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "kk"))]
    pub language: Option<Coded<Language>>,
}

/// A session of the account on some device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActiveSession {
    /// Opaque id.
    pub id: SessionId,
    /// Browser and system as far as the browser told, e.g. "Chromium, Linux".
    pub device: String,
    /// When it began.
    #[serde(with = "instant")]
    pub began: DateTime<Utc>,
    /// When the person last did something in it.
    #[serde(with = "instant")]
    pub last_used: DateTime<Utc>,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// Answer of `GET /api/v1/account/sessions`, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActiveSessions {
    /// All sessions that have not ended.
    pub sessions: Vec<ActiveSession>,
}

/// Answer of `DELETE /api/v1/account/sessions`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EndedSessions {
    /// How many were ended.
    pub ended: u32,
}

/// One attempt to sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// When.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
    /// Browser and system as far as the browser told.
    pub device: String,
    /// Whether it succeeded.
    pub succeeded: bool,
}

/// Answer of `GET /api/v1/account/sign-ins`, newest first, at most 50.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIns {
    /// The attempts.
    pub sign_ins: Vec<SignIn>,
}
