//! Sample persons: values for a preview.

use domain::coded::Coded;
use domain::language::Language;
use domain::notification::Subject;
use domain::notification::template::{Template, Value};
use serde::{Deserialize, Serialize};

use crate::wire::open;

/// Answer of `GET /api/v1/templates/{subject}/samples`, with an `ETag`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateSamples {
    /// Of which subject.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "protocol.approved"))]
    pub subject: Coded<Subject>,
    /// In which language.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "bg"))]
    pub language: Coded<Language>,
    /// The persons. They are made up; nothing of a patient is in them.
    pub samples: Vec<TemplateSample>,
}

/// A sample person, told about themselves or about somebody they care for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateSample {
    /// Opaque id, the same in every language.
    #[cfg_attr(feature = "openapi", schema(example = "carer-ani"))]
    pub id: String,
    /// Who reads it.
    pub reader: String,
    /// About whom, where that is somebody else.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub about: Option<String>,
    /// A value for each placeholder of the subject that there is a value of. Texts that do not ask for one leave it out.
    pub values: Vec<SampleValue>,
}

/// The value of a placeholder: a text, or whether a flag is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SampleValue {
    /// The name of the placeholder.
    pub name: String,
    /// The text.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub text: Option<String>,
    /// Whether the flag is set.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub flag: Option<bool>,
}

impl SampleValue {
    /// A value of a placeholder.
    #[must_use]
    pub fn new(name: &str, value: Value) -> Self {
        let (text, flag) = match value {
            Value::Text(text) => (Some(text), None),
            Value::Flag(flag) => (None, Some(flag)),
        };
        Self { name: name.to_owned(), text, flag }
    }
}

impl TemplateSample {
    /// The values that a template asks for, as `domain::notification::template::render` takes them.
    #[must_use]
    pub fn read(&self, template: &Template) -> Vec<(&str, Value)> {
        let names = template.names();
        let value = |value: &SampleValue| match (&value.text, value.flag) {
            (Some(text), _) => Some(Value::Text(text.clone())),
            (None, Some(flag)) => Some(Value::Flag(flag)),
            (None, None) => None,
        };
        let asked = self.values.iter().filter(|one| names.contains(&one.name.as_str()));
        asked.filter_map(|one| Some((one.name.as_str(), value(one)?))).collect()
    }
}
