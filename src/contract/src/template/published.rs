//! What is in use, and what was lately: public, so that anybody can compare a message that they got, on their own device.

use chrono::{DateTime, Utc};
use domain::coded::Coded;
use domain::language::Language;
use domain::notification::template::{Declared, Template, parse};
use domain::notification::{Channel, Sender, Subject};
use serde::{Deserialize, Serialize};

use crate::template::Placeholder;
use crate::wire::{instant_option, open};

/// Answer of `GET /api/v1/published-templates`, with an `ETag`. It may be kept for an hour, also by caches that are shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublishedTemplates {
    /// Every subject of which there are texts, by sender.
    pub subjects: Vec<PublishedSubject>,
}

/// The texts of a subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublishedSubject {
    /// What is told.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "protocol.approved"))]
    pub subject: Coded<Subject>,
    /// In whose name.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "fund"))]
    pub sender: Coded<Sender>,
    /// Its placeholders and the kinds of their values.
    pub placeholders: Vec<Placeholder>,
    /// Its texts, by channel and language, the newest version first.
    pub texts: Vec<PublishedText>,
}

/// A version that is in use, or was lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublishedText {
    /// By which channel.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "sms"))]
    pub channel: Coded<Channel>,
    /// In which language.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "bg"))]
    pub language: Coded<Language>,
    /// The number of the version.
    #[cfg_attr(feature = "openapi", schema(example = 2))]
    pub version: u32,
    /// Not in use any more from this instant on; absent while it is.
    #[serde(with = "instant_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime, example = "2026-05-04T06:00:00Z"))]
    pub until: Option<DateTime<Utc>>,
    /// Title of an e-mail or a notice.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
    /// Text.
    #[cfg_attr(feature = "openapi", schema(example = "Протокол ((number)) е одобрен."))]
    pub text: String,
}

/// A published text that could be read, as `domain::notification::genuine` compares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readable<'a> {
    /// What is told.
    pub subject: &'a Coded<Subject>,
    /// In whose name.
    pub sender: &'a Coded<Sender>,
    /// The text and where it belongs, as it came.
    pub published: &'a PublishedText,
    /// The text.
    pub template: Template,
    /// The placeholders of the subject.
    pub declared: Vec<Declared>,
}

impl PublishedTemplates {
    /// The texts, in order. One that this build cannot read is left out: it matches nothing.
    #[must_use]
    pub fn read(&self) -> Vec<Readable<'_>> {
        let mut all = Vec::new();
        for one in &self.subjects {
            let declared = Placeholder::read_all(&one.placeholders);
            all.extend(one.texts.iter().filter_map(|published| {
                let template = parse(&published.text).ok()?;
                let declared = declared.clone();
                Some(Readable { subject: &one.subject, sender: &one.sender, published, template, declared })
            }));
        }
        all
    }
}
