//! Every address of the app. Nothing else in the app writes a path.

use std::fmt::Write;

use contract::{DocumentId, GrantId, PersonId, path};
use domain::coded::{Code, Coded};
use domain::language::Language;

use crate::i18n::{Msg, m};

pub mod service;
pub mod staff;
pub mod told;

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// What needs the person now.
    Home,
    /// Sign-in.
    SignIn,
    /// All documents of all persons.
    Documents,
    /// One document.
    Document(DocumentId),
    /// One document, as a pharmacy needs it.
    Pharmacy(DocumentId),
    /// A service: what stands behind `/services/`. Which it is, [`service::Service`] knows.
    Services(String),
    /// What can be worked out: fees and dates.
    Calculators,
    /// A calculator of a family, by its name. Whether there is one of that name the family knows.
    Calculator(Family, String),
    /// Whether those one cares for, and oneself, are insured.
    Insured,
    /// Who sees whose documents.
    Family,
    /// Inviting somebody.
    Invite,
    /// Entering the code of an invitation.
    InvitationCode,
    /// One grant of access.
    Grant(GrantId),
    /// Who looked at a person's documents.
    AccessLog(PersonId),
    /// The account.
    Account,
    /// What one is told, and how: what stands behind `/notifications`. Which page it is, [`told::ToldPage`] knows.
    Told(String),
    /// A page for staff: what stands behind `/staff/`. Which it is, [`staff::StaffPage`] knows.
    Staff(String),
    /// Rights of the account holder: take the data, have it corrected, close the account.
    Rights,
    /// Whether a message is genuine that somebody got.
    Genuine,
    /// The privacy notice.
    Privacy,
    /// The accessibility statement.
    Accessibility,
    /// Anything else.
    NotFound,
}

impl Route {
    /// The page at a path. Trailing slashes do not matter.
    pub fn parse(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts[..] {
            [] => Self::Home,
            ["sign-in"] => Self::SignIn,
            ["documents"] => Self::Documents,
            ["documents", id] => DocumentId::parse(id).map_or(Self::NotFound, Self::Document),
            ["documents", id, "pharmacy"] => DocumentId::parse(id).map_or(Self::NotFound, Self::Pharmacy),
            ["services", ..] => Self::Services(parts[1..].join("/")),
            ["calculators"] => Self::Calculators,
            ["calculators", family, name] => {
                known(family).map_or(Self::NotFound, |family| Self::Calculator(family, name.to_owned()))
            }
            ["insured"] => Self::Insured,
            ["family"] => Self::Family,
            ["family", "invite"] => Self::Invite,
            ["family", "code"] => Self::InvitationCode,
            ["family", "access", id] => GrantId::parse(id).map_or(Self::NotFound, Self::Grant),
            ["family", "log", id] => PersonId::parse(id).map_or(Self::NotFound, Self::AccessLog),
            ["account"] => Self::Account,
            ["account", "data"] => Self::Rights,
            ["notifications", ..] => Self::Told(parts[1..].join("/")),
            ["staff", ..] => Self::Staff(parts[1..].join("/")),
            ["genuine"] => Self::Genuine,
            ["privacy"] => Self::Privacy,
            ["accessibility"] => Self::Accessibility,
            _ => Self::NotFound,
        }
    }

    /// Its path.
    pub fn path(&self) -> String {
        match self {
            Self::Home | Self::NotFound => "/".to_owned(),
            Self::SignIn => "/sign-in".to_owned(),
            Self::Documents => "/documents".to_owned(),
            Self::Document(id) => format!("/documents/{id}"),
            Self::Pharmacy(id) => format!("/documents/{id}/pharmacy"),
            Self::Services(rest) => below("/services", rest),
            Self::Calculators => "/calculators".to_owned(),
            Self::Calculator(family, name) => format!("/calculators/{}/{name}", family.code()),
            Self::Insured => "/insured".to_owned(),
            Self::Family => "/family".to_owned(),
            Self::Invite => "/family/invite".to_owned(),
            Self::InvitationCode => "/family/code".to_owned(),
            Self::Grant(id) => format!("/family/access/{id}"),
            Self::AccessLog(person) => format!("/family/log/{person}"),
            Self::Account => "/account".to_owned(),
            Self::Rights => "/account/data".to_owned(),
            Self::Told(rest) => below("/notifications", rest),
            Self::Staff(rest) => below("/staff", rest),
            Self::Genuine => "/genuine".to_owned(),
            Self::Privacy => "/privacy".to_owned(),
            Self::Accessibility => "/accessibility".to_owned(),
        }
    }

    /// Its title.
    pub fn title(&self) -> Msg {
        match self {
            Self::Home => m::home_title(),
            Self::SignIn => m::sign_in_title(),
            Self::Documents => m::documents_title(),
            // The pharmacy's view has a title of its own, which comes with it.
            Self::Document(_) | Self::Pharmacy(_) => m::document_title(),
            // A service's own title comes with it.
            Self::Services(_) => m::services_title(),
            // A calculator's own title comes with it.
            Self::Calculators | Self::Calculator(..) => m::calculators_title(),
            Self::Insured => m::insured_title(),
            // The pages behind the first have titles of their own, which come with them.
            Self::Family | Self::Invite | Self::InvitationCode | Self::Grant(_) | Self::AccessLog(_) => {
                m::family_title()
            }
            Self::Account => m::account_title(),
            Self::Rights => m::rights_title(),
            Self::Told(rest) if rest.is_empty() || rest.starts_with("messages") => m::messages_title(),
            // The settings and the pages behind them: who typed there is led back by this name.
            Self::Told(_) => m::told_title(),
            Self::Staff(_) => m::templates_title(),
            Self::Genuine => m::genuine_title(),
            Self::Privacy => m::privacy_title(),
            Self::Accessibility => m::accessibility_title(),
            Self::NotFound => m::not_found_title(),
        }
    }

    /// The page above it.
    pub fn parent(&self) -> Option<Self> {
        match self {
            Self::Document(_) | Self::Pharmacy(_) => Some(Self::Documents),
            Self::Services(_) | Self::Calculators | Self::Calculator(..) | Self::Insured => {
                Some(Self::Services(String::new()))
            }
            Self::Invite | Self::InvitationCode | Self::Grant(_) | Self::AccessLog(_) => Some(Self::Family),
            Self::Rights | Self::Told(_) | Self::Staff(_) => Some(Self::Account),
            _ => None,
        }
    }

    /// Whether somebody must be signed in to see it.
    pub fn needs_sign_in(&self) -> bool {
        match self {
            Self::Home
            | Self::Documents
            | Self::Document(_)
            | Self::Pharmacy(_)
            | Self::Services(_)
            | Self::Insured
            | Self::Family
            | Self::Invite
            | Self::InvitationCode
            | Self::Grant(_)
            | Self::AccessLog(_)
            | Self::Account
            | Self::Rights
            | Self::Told(_)
            | Self::Staff(_) => true,
            Self::SignIn
            | Self::Calculators
            | Self::Calculator(..)
            | Self::Genuine
            | Self::Privacy
            | Self::Accessibility
            | Self::NotFound => false,
        }
    }

    /// The places of the navigation, in their order.
    pub const PLACES: [Self; 5] =
        [Self::Home, Self::Documents, Self::Family, Self::Services(String::new()), Self::Account];
}

domain::coded::codes! {
    /// Families of calculators.
    pub enum Family {
        /// Fees of patients.
        Fees = "fees",
        /// Contributions, and what rights depend on them.
        Insurance = "insurance",
        /// Sick leave, care, maternity.
        Leave = "leave",
        /// Until when something is valid or due; lev and euro.
        Dates = "dates",
        /// How a practice works: its house rules, and the law beside them.
        Practice = "practice",
    }
}

domain::coded::codes! {
    /// Why the sign-in page is shown.
    pub enum Outcome {
        /// The person cancelled at the identity provider.
        Cancelled = "cancelled",
        /// The identity provider could not sign the person in.
        Failed = "failed",
        /// The session ended by itself.
        Expired = "expired",
        /// The person signed out.
        SignedOut = "signed_out",
        /// The account is closed: just now, or when somebody tried to sign in to it.
        Closed = "closed",
    }
}

/// What the sign-in page is asked with: codes and a local path, both from the address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignInQuery {
    /// Why it is shown.
    pub outcome: Option<Outcome>,
    /// Where to go afterwards.
    pub return_to: Option<String>,
}

impl SignInQuery {
    /// Reads the query; what is not understood counts as absent, and an address elsewhere is never followed.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        let outcome = get("outcome").and_then(|code| Outcome::from_code(&code).known());
        let local = |path: &String| {
            path.starts_with('/')
                && !path.starts_with("//")
                && !path.contains('\\')
                && !path.contains(char::is_control)
        };
        Self { outcome, return_to: get("return_to").filter(local) }
    }

    /// The address of the sign-in page that is asked with this.
    pub fn address(&self) -> String {
        let mut parts = Vec::new();
        if let Some(outcome) = self.outcome {
            parts.push(format!("outcome={}", outcome.code()));
        }
        if let Some(path) = &self.return_to {
            parts.push(format!("return_to={}", encode(path)));
        }
        join(&Route::SignIn.path(), &parts)
    }

    /// The address at which the identity provider begins.
    pub fn begin(&self, language: Language) -> String {
        let back = self.return_to.clone().unwrap_or_else(|| Route::Home.path());
        join(path::SIGN_IN, &[format!("return_to={}", encode(&back)), format!("lang={}", language.code())])
    }
}

/// The path of a page below another, or of that itself.
fn below(path: &str, rest: &str) -> String {
    if rest.is_empty() { path.to_owned() } else { format!("{path}/{rest}") }
}

/// A path with a query, if there is anything in it.
pub fn join(path: &str, query: &[String]) -> String {
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

/// Percent-encodes everything but unreserved characters (RFC 3986, 2.3) and the slash.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// The code of an enumerated value from a query, if this build knows it.
pub fn known<T: Code>(code: &str) -> Option<T> {
    match T::from_code(code) {
        Coded::Known(value) => Some(value),
        Coded::Unknown(_) => None,
    }
}

#[cfg(test)]
mod tests;
