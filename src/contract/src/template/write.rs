//! What staff send.

use chrono::{DateTime, Utc};
use domain::coded::Coded;
use domain::notification::Channel;
use domain::notification::template::{Deed, Length};
use serde::{Deserialize, Serialize};

use crate::ContactId;
use crate::wire::{instant, open};

/// Body of `POST /api/v1/templates/{subject}/{channel}/{language}/versions`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewVersion {
    /// The version whose title and text it begins with.
    #[cfg_attr(feature = "openapi", schema(example = 2))]
    pub from: u32,
}

/// Body of `PUT /api/v1/templates/{subject}/{channel}/{language}/versions/{number}` (with `If-Match`): the whole of what is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct VersionEdit {
    /// Title; only for channels that have one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
    /// Text. One that cannot be read is kept all the same: nothing that was typed is lost.
    pub text: String,
    /// What is changed and why.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub note: Option<String>,
}

/// Body of `POST …/versions/{number}/deeds` (with `If-Match`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct VersionDeed {
    /// `submit`, `take_back`, `approve`, `reject`, `put_in_use` or `roll_back`.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "reject"))]
    pub deed: Coded<Deed>,
    /// Why; needed to reject.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
    /// Whoever puts it in use has seen that it breaks those who fill it.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub confirmed: bool,
}

/// Body of `POST …/versions/{number}/test`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct VersionTest {
    /// A verified contact of one's own.
    pub contact: ContactId,
    /// With values as short as they come, as they usually are, or as long as they come.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "typical"))]
    pub length: Coded<Length>,
}

/// Answer of `POST …/versions/{number}/test`: what was sent, exactly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TestSent {
    /// When.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
    /// By which channel.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "sms"))]
    pub channel: Coded<Channel>,
    /// Where to.
    #[cfg_attr(feature = "openapi", schema(example = "+359888123456"))]
    pub address: String,
    /// Title, where the channel has one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
    /// Text.
    pub text: String,
}
