//! Persons whose documents the account holder may see.

use domain::coded::Coded;
use domain::moment::Zone;
use domain::person::Relation;
use serde::{Deserialize, Serialize};

use crate::PersonId;
use crate::wire::{closed, open};

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
}

/// Answer of `GET /api/v1/persons`: the account holder first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Persons {
    /// The account holder and those they care for.
    pub persons: Vec<Person>,
}
