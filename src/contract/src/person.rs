//! Persons whose documents the account holder may see.

use chrono::NaiveDate;
use domain::access::{Holder, Kinds, Proxy, Scope, Scopes, Stage, State};
use domain::coded::{Code, Coded};
use domain::document::Kind;
use domain::moment::Zone;
use domain::person::Relation;
use serde::{Deserialize, Serialize};

use crate::PersonId;
use crate::wire::{closed, day, day_option, open, open_list_option, open_option};

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Person {
    /// Opaque id.
    pub id: PersonId,
    /// Full name as the fund has it.
    pub name: String,
    /// Relation to the account holder.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "child"))]
    pub relation: Coded<Relation>,
    /// Time zone in which this person's days are counted.
    #[serde(with = "closed")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "Europe/Sofia"))]
    pub zone: Zone,
    /// What the account may do with this person's documents today; absent for the account holder.
    #[serde(with = "open_list_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Vec<String>>, example = json!(["look", "act"])))]
    pub scopes: Option<Vec<Coded<Scope>>>,
    /// The kinds of documents that this is about; all when absent.
    #[serde(with = "open_list_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Vec<String>>, example = json!(["medicine_protocol"])))]
    pub kinds: Option<Vec<Coded<Kind>>>,
    /// The last day of it, in the person's zone; absent when it ends with an age, and for the account holder.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    pub until: Option<NaiveDate>,
    /// The stage of life of an account holder who is under age; absent for everybody else.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "own_decisions"))]
    pub stage: Option<Coded<Stage>>,
}

impl Person {
    /// A person with nothing but a name: the account holder, an adult.
    #[must_use]
    pub fn own(id: PersonId, name: String, zone: Zone) -> Self {
        let relation = Coded::Known(Relation::Own);
        Self { id, name, relation, zone, scopes: None, kinds: None, until: None, stage: None }
    }

    /// Who the account is to this person's documents, for [`domain::access::allowed`]. Of codes that this build does not
    /// know nothing is granted. Where a server does not speak of scopes, that it lists the person at all means looking.
    #[must_use]
    pub fn holder(&self) -> Holder {
        if self.relation == Coded::Known(Relation::Own) {
            return own(self.stage.as_ref());
        }
        let told = self.scopes.as_ref().map(|scopes| scopes.iter().filter_map(Coded::known).collect());
        let scopes = told.unwrap_or(Scopes::NONE.with(Scope::Look));
        let kinds = kinds_of(self.kinds.as_deref());
        Holder::Proxy(Proxy { scopes, kinds, state: State::Active })
    }
}

/// A [`Person`] as it came: what only pages about access understand is left as its codes. The first load has no code to
/// read them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct RawPerson {
    /// Opaque id.
    pub id: PersonId,
    /// Full name as the fund has it.
    pub name: String,
    /// Relation to the account holder.
    #[serde(with = "open")]
    pub relation: Coded<Relation>,
    /// Time zone in which this person's days are counted.
    #[serde(with = "closed")]
    pub zone: Zone,
    #[serde(default)]
    scopes: Option<Vec<String>>,
    #[serde(default)]
    kinds: Option<Vec<String>>,
    #[serde(default)]
    until: Option<String>,
    #[serde(default)]
    stage: Option<String>,
}

/// How much of a person's documents is shared with the account holder; says why a list is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// Documents of every kind. One or another may still be hidden.
    Everything,
    /// Documents of some kinds only.
    SomeKinds,
    /// None: only messages about them.
    Nothing,
}

impl RawPerson {
    /// The account holder, for [`domain::access::allowed`]: of the whole person only the stage of life matters then.
    #[must_use]
    pub fn own(&self) -> Holder {
        own(self.stage.as_deref().map(Stage::from_code).as_ref())
    }

    /// How much of the person's documents the account holder sees.
    #[must_use]
    pub fn shared(&self) -> Shared {
        let looks = |scopes: &Vec<String>| scopes.iter().any(|scope| scope == Scope::Look.code());
        match (&self.scopes, &self.kinds) {
            _ if self.relation == Coded::Known(Relation::Own) => Shared::Everything,
            (Some(scopes), _) if !looks(scopes) => Shared::Nothing,
            (_, Some(_)) => Shared::SomeKinds,
            (_, None) => Shared::Everything,
        }
    }

    /// The person with everything read. A last day that is no date is one that this build cannot tell.
    #[must_use]
    pub fn read(&self) -> Person {
        Person {
            id: self.id.clone(),
            name: self.name.clone(),
            relation: self.relation.clone(),
            zone: self.zone,
            scopes: self.scopes.as_deref().map(codes),
            kinds: self.kinds.as_deref().map(codes),
            until: self.until.as_deref().and_then(day::parse),
            stage: self.stage.as_deref().map(Stage::from_code),
        }
    }
}

/// An account holder. Whoever is in a stage that this build does not know decides nothing.
fn own(stage: Option<&Coded<Stage>>) -> Holder {
    Holder::Own(stage.map_or(Stage::Adult, |stage| stage.known().unwrap_or(Stage::OwnSignIn)))
}

fn codes<T: Code>(codes: &[String]) -> Vec<Coded<T>> {
    codes.iter().map(|code| T::from_code(code)).collect()
}

/// The kinds that a list on the wire names: all when it is absent. Codes that this build does not know cover nothing.
#[must_use]
pub fn kinds_of(wire: Option<&[Coded<Kind>]>) -> Kinds {
    wire.map_or(Kinds::All, |kinds| Kinds::Only(kinds.iter().filter_map(Coded::known).collect()))
}

/// Answer of `GET /api/v1/persons`: the account holder first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Persons {
    /// The account holder and those they care for.
    pub persons: Vec<Person>,
}
