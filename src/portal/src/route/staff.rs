//! Pages for staff: every address below `/staff`. Apart from [`Route`], for a first visit has no use for them.

use super::Route;

/// A page for staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaffPage {
    /// Templates of messages.
    Templates,
    /// One template, by `subject/channel/language`. Whether there is one the page knows.
    Template(String),
    /// All templates in use, to be printed.
    TemplateSheet,
}

impl StaffPage {
    /// The page at what stands behind `/staff/`.
    pub fn parse(rest: &str) -> Option<Self> {
        let parts: Vec<&str> = rest.split('/').collect();
        match parts[..] {
            ["templates"] => Some(Self::Templates),
            ["templates", "sheet"] => Some(Self::TemplateSheet),
            ["templates", subject, channel, language] => {
                Some(Self::Template(format!("{subject}/{channel}/{language}")))
            }
            _ => None,
        }
    }

    /// Its route.
    pub fn route(&self) -> Route {
        Route::Staff(match self {
            Self::Templates => "templates".to_owned(),
            Self::Template(text) => format!("templates/{text}"),
            Self::TemplateSheet => "templates/sheet".to_owned(),
        })
    }
}
