//! One example, and how it is compared with what the rules say.

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A day, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
pub struct Day(pub NaiveDate);

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        domain::rules::day::parse(&text).map(Self).ok_or_else(|| format!("`{text}` is no day"))
    }
}

/// A file of examples of one family.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The family: which check runs on them.
    pub family: String,
    /// What they are about.
    pub title: String,
    /// What a reader should know.
    #[serde(default, rename = "note")]
    pub _note: Option<String>,
    /// The examples.
    pub cases: Vec<Case>,
}

/// An example.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its id, unique in the folder.
    pub id: String,
    /// The situation in words.
    pub name: String,
    /// The day it is about.
    on: Option<Day>,
    /// The day on which it is asked.
    #[serde(default = "portal_day")]
    today: Day,
    given: Value,
    expect: Value,
    /// Which rule or page says so.
    pub source: String,
    /// The expectation is one of two readings.
    #[serde(default)]
    pub disputed: Option<Disputed>,
}

/// A reading that the rules do not follow.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disputed {
    /// What would be expected by it.
    pub other: Value,
    /// Why it is not followed.
    pub reason: String,
}

/// The day on which examples are asked unless they say otherwise.
fn portal_day() -> Day {
    Day(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap())
}

/// Why an example does not hold.
#[derive(Debug)]
pub enum Failure {
    /// It cannot be read: a field is missing, unknown, or of the wrong kind.
    Malformed(String),
    /// The rules say something else.
    Differs(String),
}

impl Failure {
    /// It cannot be read.
    pub fn malformed(problem: &str) -> Self {
        Self::Malformed(problem.to_owned())
    }
}

impl Case {
    /// The situation, as the family's own type. Fields it does not know make the case malformed.
    pub fn given<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        T::deserialize(&self.given).map_err(|error| Failure::Malformed(format!("given: {error}")))
    }

    /// The day it is about.
    pub fn on(&self) -> Result<NaiveDate, Failure> {
        self.on.map(|day| day.0).ok_or_else(|| Failure::malformed("`on` is missing"))
    }

    /// The day on which it is asked.
    pub fn today(&self) -> NaiveDate {
        self.today.0
    }

    /// Compares what is expected with all that the rules say. An example may expect any part of it, but at
    /// least one; to expect what this family never says is malformed.
    pub fn expects(&self, said: &Value) -> Result<(), Failure> {
        let (Value::Object(expect), Value::Object(said)) = (&self.expect, said) else {
            return Err(Failure::malformed("`expect` is no object"));
        };
        if expect.is_empty() {
            return Err(Failure::malformed("`expect` is empty"));
        }
        let mut differences = Vec::new();
        for (field, expected) in expect {
            match said.get(field) {
                None => {
                    let known: Vec<_> = said.keys().cloned().collect();
                    let problem = format!("expect: unknown field `{field}`, known: {}", known.join(", "));
                    return Err(Failure::Malformed(problem));
                }
                Some(found) if found != expected => {
                    differences.push(format!("{field}: expected {expected}, the rules say {found}"));
                }
                Some(_) => {}
            }
        }
        if differences.is_empty() { Ok(()) } else { Err(Failure::Differs(differences.join("; "))) }
    }

    /// The same example by the other reading.
    pub fn by(&self, other: &Disputed) -> Self {
        Self { expect: other.other.clone(), disputed: None, ..self.clone() }
    }
}
