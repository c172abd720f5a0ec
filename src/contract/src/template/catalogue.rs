//! The catalogue: every subject, and how its texts stand.

use chrono::{DateTime, Utc};
use domain::coded::Coded;
use domain::language::Language;
use domain::notification::template::{Declared, Type, VersionState};
use domain::notification::{Channel, Sender, Subject, Topic};
use serde::{Deserialize, Serialize};

use crate::template::TemplateTariff;
use crate::wire::{instant, open};

/// Answer of `GET /api/v1/templates`, with an `ETag`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateCatalogue {
    /// Every subject that there is, by sender.
    pub subjects: Vec<TemplateSubject>,
    /// What messages cost.
    pub tariff: TemplateTariff,
}

/// A subject and its texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateSubject {
    /// What is told.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "protocol.approved"))]
    pub subject: Coded<Subject>,
    /// In whose name.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "fund"))]
    pub sender: Coded<Sender>,
    /// The group it stands in.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "protocols"))]
    pub topic: Coded<Topic>,
    /// The values that can be asked for.
    pub placeholders: Vec<Placeholder>,
    /// One for each channel and language in which it may go.
    pub cells: Vec<TemplateCell>,
}

/// A placeholder of a subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Placeholder {
    /// Its name.
    #[cfg_attr(feature = "openapi", schema(example = "number"))]
    pub name: String,
    /// The kind of its values.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "number"))]
    pub kind: Coded<Type>,
    /// Where a text takes it as optional: whether its value is there as a rule. Whether it is optional says the text.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub usual: bool,
}

/// How the text of a subject by a channel in a language stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateCell {
    /// By which channel.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "sms"))]
    pub channel: Coded<Channel>,
    /// In which language.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "bg"))]
    pub language: Coded<Language>,
    /// The number of the version in use; absent while there is none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(example = 2))]
    pub in_use: Option<u32>,
    /// The number of the newest version.
    #[cfg_attr(feature = "openapi", schema(example = 3))]
    pub newest: u32,
    /// Where the newest version stands.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "draft"))]
    pub state: Coded<VersionState>,
    /// When something was done last with any version.
    #[serde(with = "instant")]
    pub changed_at: DateTime<Utc>,
    /// Who did it, by name.
    pub changed_by: String,
}

impl From<&Declared> for Placeholder {
    fn from(declared: &Declared) -> Self {
        Self { name: declared.name.clone(), kind: Coded::Known(declared.kind), usual: declared.usual }
    }
}

impl Placeholder {
    /// The placeholder; `None` where this build does not know its kind.
    #[must_use]
    pub fn read(&self) -> Option<Declared> {
        Some(Declared { usual: self.usual, ..Declared::new(&self.name, self.kind.known()?) })
    }

    /// Those that this build knows. A text that asks for another one says so when it is filled.
    #[must_use]
    pub fn read_all(placeholders: &[Self]) -> Vec<Declared> {
        placeholders.iter().filter_map(Self::read).collect()
    }
}
