//! Invitations by code.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Basis, Scope, StateCode};
use domain::coded::Coded;
use domain::document::Kind;
use serde::{Deserialize, Serialize};

use crate::InvitationId;
use crate::wire::{day, instant, open, open_list, open_list_option};

/// Body of `POST /api/v1/invitations`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewInvitation {
    /// On what the access is to rest: only `mandate` can be given by invitation.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "mandate"))]
    pub basis: Coded<Basis>,
    /// What is to be granted; `act` brings `look` along.
    #[serde(with = "open_list")]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>, example = json!(["look", "act"])))]
    pub scopes: Vec<Coded<Scope>>,
    /// The kinds of documents it is to be about; all when absent.
    #[serde(with = "open_list_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Vec<String>>, example = json!(["medicine_protocol"])))]
    pub kinds: Option<Vec<Coded<Kind>>>,
    /// The last day, at most 24 months ahead.
    #[serde(with = "day")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date, example = "2027-05-31"))]
    pub until: NaiveDate,
    /// A name by which the inviter knows the invitation, 1 to 60 characters. Nobody else is ever told it.
    pub label: String,
}

/// Answer of `POST /api/v1/invitations`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invited {
    /// Opaque id.
    pub id: InvitationId,
    /// The code, to be passed on by another way. It is told this once.
    pub code: String,
    /// It serves before this instant.
    #[serde(with = "instant")]
    pub open_until: DateTime<Utc>,
}

/// Hides the code.
impl fmt::Debug for Invited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Invited")
            .field("id", &self.id)
            .field("open_until", &self.open_until)
            .finish_non_exhaustive()
    }
}

/// An invitation that nobody has accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    /// Opaque id.
    pub id: InvitationId,
    /// The name that the inviter gave it.
    pub label: String,
    /// What would be granted.
    #[serde(with = "open_list")]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>, example = json!(["look", "act"])))]
    pub scopes: Vec<Coded<Scope>>,
    /// The kinds of documents it would be about; all when absent.
    #[serde(with = "open_list_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Vec<String>>, example = json!(["medicine_protocol"])))]
    pub kinds: Option<Vec<Coded<Kind>>>,
    /// The last day of the access.
    #[serde(with = "day")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date, example = "2027-05-31"))]
    pub until: NaiveDate,
    /// When it was made.
    #[serde(with = "instant")]
    pub made_at: DateTime<Utc>,
    /// The code serves before this instant.
    #[serde(with = "instant")]
    pub open_until: DateTime<Utc>,
    /// `invited`, `expired` or `declined`.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "invited"))]
    pub state: Coded<StateCode>,
}

/// Body of `POST /api/v1/invitations/preview`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CodeEntered {
    /// The code as it was typed: in any case, with or without hyphen and spaces.
    pub code: String,
}

/// Hides the code.
impl fmt::Debug for CodeEntered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodeEntered { .. }")
    }
}

/// Answer of `POST /api/v1/invitations/preview`: what would be accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Preview {
    /// The name of who invites.
    pub name: String,
    /// On what the access rests.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "mandate"))]
    pub basis: Coded<Basis>,
    /// What would be granted.
    #[serde(with = "open_list")]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>, example = json!(["look", "act"])))]
    pub scopes: Vec<Coded<Scope>>,
    /// The kinds of documents it would be about; all when absent.
    #[serde(with = "open_list_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Vec<String>>, example = json!(["medicine_protocol"])))]
    pub kinds: Option<Vec<Coded<Kind>>>,
    /// The last day of the access, in the inviter's zone.
    #[serde(with = "day")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date, example = "2027-05-31"))]
    pub until: NaiveDate,
    /// The code serves before this instant.
    #[serde(with = "instant")]
    pub open_until: DateTime<Utc>,
}

/// Body of `POST /api/v1/invitations/acceptance`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The code as it was typed.
    pub code: String,
    /// True to decline: the code is used up, and who invited is told.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub decline: bool,
}

/// Hides the code.
impl fmt::Debug for Acceptance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Acceptance").field("decline", &self.decline).finish_non_exhaustive()
    }
}
