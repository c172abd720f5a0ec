//! Opaque identifiers. They mean nothing outside the server and so may stand in a URL.

use serde::{Deserialize, Serialize};

/// Declares an opaque identifier.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The identifier, if the text has the form of one: 1 to 40 Latin letters, digits, `-` or `_`.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                let fits = (1..=40).contains(&text.len())
                    && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
                fits.then(|| Self(text.to_owned()))
            }

            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// Identifies a document.
    DocumentId
}
id! {
    /// Identifies an event of a document.
    EventId
}
id! {
    /// Identifies a file that was sent to a document.
    FileId
}
id! {
    /// Identifies a person: the account holder or somebody cared for.
    PersonId
}
id! {
    /// Identifies a grant: the access of one person to another's documents.
    GrantId
}
id! {
    /// Identifies a contact by which somebody is told.
    ContactId
}
id! {
    /// Identifies a message, or one way of it.
    MessageId
}
id! {
    /// Identifies a test in a plan for TELK. Who notes it makes it.
    TestId
}
id! {
    /// Identifies an invitation; it is not the code.
    InvitationId
}
id! {
    /// Identifies a mark that somebody made: a check-up that was done.
    CheckUpMarkId
}
id! {
    /// Identifies an invitation to a check-up.
    CheckUpInvitationId
}
id! {
    /// Identifies a session in the list of sessions; it is not the secret in the cookie.
    SessionId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_form_of_an_id_is_an_id() {
        for good in ["a", "d-0001", "p_7", &"x".repeat(40)] {
            assert!(DocumentId::parse(good).is_some(), "{good}");
        }
        for bad in ["", "a b", "../x", "é", &"x".repeat(41)] {
            assert!(DocumentId::parse(bad).is_none(), "{bad}");
        }
    }
}
