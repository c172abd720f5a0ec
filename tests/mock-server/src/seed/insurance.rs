//! Health insurance in data files: months that are alike stand there as one span.

use chrono::{DateTime, Utc};
use contract::PersonId;
use contract::document::Amount;
use contract::insurance::{CurrentGround, Insurance, InsuranceRecord, InsuredMonth, owed};
use contract::wire::{instant, month, open, open_option};
use domain::coded::Coded;
use domain::insurance::standing::Payment;
use domain::insurance::{Ground, StateGroup, System};
use domain::month::Month;
use serde::{Deserialize, Deserializer};

/// What a file says of one person.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Insured {
    /// Whose it is.
    pub person: PersonId,
    /// Under which country's insurance; Bulgaria's when the file does not say.
    #[serde(with = "open", default = "bulgaria")]
    pub system: Coded<System>,
    /// What the register says, if anything.
    #[serde(default)]
    pub record: Option<RecordInSpans>,
}

/// A record whose months stand in spans.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordInSpans {
    /// When the register was read.
    #[serde(with = "instant")]
    pub as_of: DateTime<Utc>,
    /// The ground of that time.
    #[serde(default)]
    pub current: Option<CurrentGround>,
    /// The months told.
    pub months: Vec<Months>,
}

/// Months that are alike.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Months {
    /// The first of them.
    #[serde(with = "month")]
    pub first: Month,
    /// The last of them, the first itself when the file names none.
    #[serde(deserialize_with = "some_month", default)]
    pub last: Option<Month>,
    /// Who owed the contributions.
    #[serde(with = "open")]
    pub ground: Coded<Ground>,
    /// Whether they are paid.
    #[serde(with = "open")]
    pub payment: Coded<Payment>,
    /// What is owed for each.
    #[serde(deserialize_with = "owed", default)]
    pub owed: Option<Amount>,
    /// For whom the state paid.
    #[serde(with = "open_option", default)]
    pub state_group: Option<Coded<StateGroup>>,
}

fn bulgaria() -> Coded<System> {
    Coded::Known(System::Bulgaria)
}

fn some_month<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Month>, D::Error> {
    month::deserialize(from).map(Some)
}

impl Months {
    /// The last of them.
    #[must_use]
    pub fn last(&self) -> Month {
        self.last.unwrap_or(self.first)
    }

    /// Each of them, as the contract has it.
    fn each(&self) -> impl Iterator<Item = InsuredMonth> {
        self.first.through(self.last()).map(|month| InsuredMonth {
            month,
            ground: self.ground.clone(),
            payment: self.payment.clone(),
            owed: self.owed,
            state_group: self.state_group.clone(),
        })
    }
}

impl Insured {
    /// As the contract has it.
    #[must_use]
    pub fn wire(&self) -> Insurance {
        let record = self.record.as_ref().map(|record| InsuranceRecord {
            as_of: record.as_of,
            current: record.current.clone(),
            months: record.months.iter().flat_map(Months::each).collect(),
        });
        Insurance { system: self.system.clone(), record }
    }

    /// What the shapes alone cannot say: the field below this person that cannot be taken, and why.
    #[must_use]
    pub fn problem(&self) -> Option<(String, String)> {
        let record = self.record.as_ref()?;
        if self.system != bulgaria() {
            return Some(("record".to_owned(), "only Bulgaria's insurance has a record".to_owned()));
        }
        let months = &record.months;
        let found = months.iter().enumerate().find_map(|(index, span)| {
            if span.first > span.last() {
                return Some((index, "last", "earlier than first".to_owned()));
            }
            let before = &months[..index];
            let told =
                |month: &Month| before.iter().any(|span| span.first <= *month && *month <= span.last());
            let twice = span.first.through(span.last()).find(told)?;
            Some((index, "first", format!("{twice} is told twice")))
        });
        found.map(|(index, field, why)| (format!("record.months[{index}].{field}"), why))
    }
}
