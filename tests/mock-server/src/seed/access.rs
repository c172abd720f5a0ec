//! Access in data files: birthdays, and what the account may do with others' documents.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use contract::person::Person;
use contract::wire::{closed, day, day_option, instant, open_list, open_list_option};
use contract::{GrantId, PersonId};
use domain::access::{Basis, Scope};
use domain::coded::{Code as _, Coded};
use domain::document::Kind;
use domain::person::Relation;
use serde::Deserialize;

use crate::store::access::grant::{Done, Kept, Placed};

/// When somebody was born.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Birth {
    /// Who.
    pub person: PersonId,
    /// The day.
    #[serde(with = "day")]
    pub born: NaiveDate,
}

/// What the account may do with a person's documents.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Granted {
    /// Opaque id.
    pub id: GrantId,
    /// Whose documents.
    pub person: PersonId,
    /// On what it rests.
    #[serde(with = "closed")]
    pub basis: Basis,
    /// What is granted.
    #[serde(with = "open_list")]
    pub scopes: Vec<Coded<Scope>>,
    /// For which kinds; all when absent.
    #[serde(with = "open_list_option", default)]
    pub kinds: Option<Vec<Coded<Kind>>>,
    /// Since when.
    #[serde(with = "instant")]
    pub given_at: DateTime<Utc>,
    /// The last day; only a parent's grant needs none.
    #[serde(with = "day_option", default)]
    pub until: Option<NaiveDate>,
}

impl Granted {
    /// What an account holds of a person of whose grant its file says nothing: everything, as a parent of a child, as a
    /// guardian of a ward, else by a mandate, for as long as anybody will demonstrate anything.
    #[must_use]
    pub fn by_default(person: &Person) -> Self {
        let basis = match person.relation.known() {
            Some(Relation::Child) => Basis::Parent,
            Some(Relation::Ward) => Basis::Guardian,
            _ => Basis::Mandate,
        };
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        let id: String = format!("g-{}", person.id).chars().take(40).collect();
        Self {
            id: GrantId(id),
            person: person.id.clone(),
            basis,
            scopes: Scope::ALL.iter().copied().map(Coded::Known).collect(),
            kinds: None,
            given_at: day(2026, 1, 5).and_time(NaiveTime::MIN).and_utc(),
            until: (basis != Basis::Parent).then(|| day(2099, 12, 31)),
        }
    }

    /// What the shapes alone cannot say: the field below this grant that cannot be taken, and why.
    #[must_use]
    pub fn problem(&self) -> Option<(&'static str, &'static str)> {
        if self.basis != Basis::Parent && self.until.is_none() {
            return Some(("basis", "only a parent's grant has no last day"));
        }
        if self.scopes.iter().all(|scope| scope.known().is_none()) {
            return Some(("scopes", "no scope that there is"));
        }
        None
    }

    /// As it is kept, for this account.
    #[must_use]
    pub fn placed(&self, account: &str, person: &Person) -> Placed {
        Placed {
            id: self.id.clone(),
            person: self.person.clone(),
            receiver: Some(account.to_owned()),
            kept: Kept {
                basis: self.basis,
                scopes: self.scopes.clone(),
                kinds: self.kinds.clone(),
                given_at: self.given_at,
                until: self.until,
                agreed_at: None,
                asked_at: None,
                relation: person.relation.clone(),
                label: String::new(),
                done: Done::Given,
                ended_at: None,
            },
            told: None,
        }
    }
}
