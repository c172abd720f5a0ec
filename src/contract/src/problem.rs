//! Problems: RFC 9457 with a code and a request id.

use serde::{Deserialize, Deserializer, Serialize};

/// Media type of a problem.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// Declares the codes with their status and English title.
macro_rules! problem_codes {
    ($($(#[$doc:meta])* $member:ident = $code:literal, $status:literal, $title:literal;)+) => {
        /// What went wrong, as a code with one HTTP status each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum ProblemCode {
            $($(#[$doc])* #[serde(rename = $code)] $member,)+
            /// A code that a newer server knows and this build does not.
            #[serde(rename = "unknown")]
            Unknown,
        }

        impl ProblemCode {
            /// All codes a server of this version may send.
            pub const ALL: &'static [Self] = &[$(Self::$member,)+];

            /// The code on the wire.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$member => $code,)+ Self::Unknown => "unknown" }
            }

            /// The HTTP status that goes with it.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Self::$member => $status,)+ Self::Unknown => 500 }
            }

            /// A short English title for logs and developers; people read the app's own words.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$member => $title,)+ Self::Unknown => "Unknown problem" }
            }
        }
    };
}

problem_codes! {
    /// The request cannot be read.
    Malformed = "malformed", 400, "The request cannot be read";
    /// A write without `Idempotency-Key`.
    IdempotencyKeyMissing = "idempotency_key_missing", 400, "Idempotency-Key is required";
    /// Nobody is signed in.
    SignedOut = "signed_out", 401, "Nobody is signed in";
    /// The session is over.
    SessionOver = "session_over", 401, "The session is over";
    /// The CSRF token is missing or wrong.
    CsrfFailed = "csrf_failed", 403, "The CSRF token is missing or wrong";
    /// Not shared with this account, or not there: the answer is the same, so that nothing leaks.
    NotAllowed = "not_allowed", 403, "Not shared with this account";
    /// Staff, but not of the role that does this.
    RoleMissing = "role_missing", 403, "The account has not the role for this";
    /// Whoever wrote a version does not decide about it.
    OwnWork = "own_work", 403, "Whoever wrote it does not decide about it";
    /// No such address.
    NotFound = "not_found", 404, "No such address";
    /// The address does not take this method.
    MethodNotAllowed = "method_not_allowed", 405, "Method not allowed";
    /// Something is still open; `fields` says what.
    StillOpen = "still_open", 409, "Something is still open";
    /// A part of a file that does not begin where the server's bytes end; `Upload-Offset` says where.
    UploadOffset = "upload_offset", 409, "The part does not begin where the file ends";
    /// The document takes no more files; the list of its files says why.
    FilesClosed = "files_closed", 409, "The document takes no files";
    /// The file is received, and stays.
    FileReceived = "file_received", 409, "The file is received already";
    /// In its state nothing like it can be done with a version; reading it again says how it stands.
    VersionState = "version_state", 409, "In this state it cannot be done";
    /// Another version of the same text is being written or waits for approval.
    VersionOpen = "version_open", 409, "Another version is open";
    /// A version breaks those who fill it, and nobody confirmed that; `fields` says what breaks.
    BreakingNotConfirmed = "breaking_not_confirmed", 409, "It breaks those who fill it";
    /// The upload was given up, forgotten or found faulty: begin anew.
    UploadOver = "upload_over", 410, "The upload is over";
    /// Somebody else changed it meanwhile.
    Changed = "changed", 412, "Changed meanwhile";
    /// The body is larger than the server takes.
    TooLarge = "too_large", 413, "The body is too large";
    /// By its content the file is of no type that is taken, or not of the one announced.
    FileType = "file_type", 415, "Not a type of file that is taken";
    /// What came is not what was announced: the whole file must be sent anew.
    FileDamaged = "file_damaged", 422, "The content is not what was announced";
    /// Some fields cannot be taken; `fields` says which.
    InvalidFields = "invalid_fields", 422, "Some fields cannot be taken";
    /// A text must not be sent, or cannot be filled; `fields` says what is in the way.
    TextBlocked = "text_blocked", 422, "The text must not be sent";
    /// The same `Idempotency-Key` with another request.
    IdempotencyKeyReused = "idempotency_key_reused", 422, "Idempotency-Key was used for another request";
    /// A change without `If-Match`.
    PreconditionMissing = "precondition_missing", 428, "If-Match is required";
    /// Too many requests; `Retry-After` says when to come back.
    TooMany = "too_many", 429, "Too many requests";
    /// A fault in the server.
    Internal = "internal", 500, "Internal error";
    /// Down for the moment.
    Unavailable = "unavailable", 503, "Unavailable";
}

/// By the text: what `derive` makes of so many codes is 3 kB of code in the first load.
impl<'de> Deserialize<'de> for ProblemCode {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Ok(Self::ALL.iter().copied().find(|code| code.code() == text).unwrap_or(Self::Unknown))
    }
}

/// Answer of every failed request, as `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// `about:blank`: the code says it all.
    #[serde(rename = "type")]
    pub kind: String,
    /// English title of the code.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// What went wrong.
    pub code: ProblemCode,
    /// The id of the request, as in `X-Request-Id`.
    pub request_id: String,
    /// The fields that cannot be taken, with `invalid_fields`; what is open, with `still_open`; what is in the way
    /// of a text, with `text_blocked`; which placeholders break, with `breaking_not_confirmed`.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub fields: Vec<FieldProblem>,
}

/// A field that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldProblem {
    /// JSON pointer into the body (RFC 6901), e.g. `/contacts/email`.
    pub pointer: String,
    /// Why, as a code, e.g. `email.domain`.
    pub code: String,
}

impl FieldProblem {
    /// A field that cannot be taken, by its JSON pointer, and the code of why.
    #[must_use]
    pub fn new(pointer: impl Into<String>, code: &str) -> Self {
        Self { pointer: pointer.into(), code: code.to_owned() }
    }
}

impl Problem {
    /// A problem with this code.
    #[must_use]
    pub fn new(code: ProblemCode, request_id: impl Into<String>) -> Self {
        Self {
            kind: "about:blank".to_owned(),
            title: code.title().to_owned(),
            status: code.status(),
            code,
            request_id: request_id.into(),
            fields: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_on_the_wire_as_it_says() {
        for code in ProblemCode::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.code());
        }
    }

    #[test]
    fn a_code_of_a_newer_server_is_unknown_and_not_an_error() {
        assert_eq!(serde_json::from_str::<ProblemCode>("\"moon_phase\"").unwrap(), ProblemCode::Unknown);
    }
}
