//! What one is told, and how: every address below `/notifications`. Apart from [`Route`], for a first visit has no use for them.

use contract::{MessageId, PersonId};

use super::Route;

/// A page about what one is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToldPage {
    /// Everything that was told.
    Messages,
    /// One message and its way.
    Message(MessageId),
    /// How one is told: in sentences, when, in which order of channels.
    Settings,
    /// What one wants to be told about a person, by which channel.
    Wishes(PersonId),
    /// The contacts by which one is told.
    Contacts,
}

impl ToldPage {
    /// The page at what stands behind `/notifications`.
    pub fn parse(rest: &str) -> Option<Self> {
        let parts: Vec<&str> = rest.split('/').filter(|part| !part.is_empty()).collect();
        match parts[..] {
            [] => Some(Self::Messages),
            ["messages", id] => MessageId::parse(id).map(Self::Message),
            ["settings"] => Some(Self::Settings),
            ["settings", id] => PersonId::parse(id).map(Self::Wishes),
            ["contacts"] => Some(Self::Contacts),
            _ => None,
        }
    }

    /// Its route.
    pub fn route(&self) -> Route {
        Route::Told(match self {
            Self::Messages => String::new(),
            Self::Message(id) => format!("messages/{id}"),
            Self::Settings => "settings".to_owned(),
            Self::Wishes(person) => format!("settings/{person}"),
            Self::Contacts => "contacts".to_owned(),
        })
    }

    /// Its path.
    pub fn path(&self) -> String {
        self.route().path()
    }
}
