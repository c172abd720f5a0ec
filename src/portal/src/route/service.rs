//! The services: every address below `/services`. Apart from [`Route`], for a first visit has no use for them.

use contract::PersonId;

use super::Route;

/// A page of the services.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Service {
    /// All of them.
    All,
    /// The GP.
    Doctor,
    /// Check-ups of everybody one cares for.
    CheckUps,
    /// Check-ups, follow-up and immunisations of one person.
    CheckUp(PersonId),
    /// The plans for TELK.
    Commission,
    /// The plan of one person.
    CommissionOf(PersonId),
}

impl Service {
    /// The page at what stands behind `/services/`.
    pub fn parse(rest: &str) -> Option<Self> {
        let parts: Vec<&str> = rest.split('/').filter(|part| !part.is_empty()).collect();
        match parts[..] {
            [] => Some(Self::All),
            ["doctor"] => Some(Self::Doctor),
            ["check-ups"] => Some(Self::CheckUps),
            ["check-ups", person] => PersonId::parse(person).map(Self::CheckUp),
            ["commission"] => Some(Self::Commission),
            ["commission", person] => PersonId::parse(person).map(Self::CommissionOf),
            _ => None,
        }
    }

    /// Its route.
    pub fn route(&self) -> Route {
        Route::Services(match self {
            Self::All => String::new(),
            Self::Doctor => "doctor".to_owned(),
            Self::CheckUps => "check-ups".to_owned(),
            Self::CheckUp(person) => format!("check-ups/{person}"),
            Self::Commission => "commission".to_owned(),
            Self::CommissionOf(person) => format!("commission/{person}"),
        })
    }
}
