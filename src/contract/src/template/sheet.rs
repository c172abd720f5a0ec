//! Everything that is in use in one language, to be printed.

use domain::coded::Coded;
use domain::language::Language;
use domain::notification::{Channel, Sender, Subject};
use serde::{Deserialize, Serialize};

use crate::wire::open;

/// Answer of `GET /api/v1/templates/sheet`, with an `ETag`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateSheet {
    /// In which language.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "bg"))]
    pub language: Coded<Language>,
    /// The texts, by subject and channel. What has none in the language is left out.
    pub texts: Vec<SheetText>,
}

/// A text in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SheetText {
    /// What is told.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "protocol.approved"))]
    pub subject: Coded<Subject>,
    /// In whose name.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "fund"))]
    pub sender: Coded<Sender>,
    /// By which channel.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "sms"))]
    pub channel: Coded<Channel>,
    /// The number of the version.
    #[cfg_attr(feature = "openapi", schema(example = 2))]
    pub version: u32,
    /// Title of an e-mail or a notice.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
    /// Text.
    pub text: String,
}
