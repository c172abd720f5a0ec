//! What can go wrong with a request. Each has words in every language ([`crate::words::error`]).

use contract::problem::{FieldProblem, ProblemCode};
use serde::Deserialize;

/// What the server said of the fields that it did not take. It is read by the page that has the fields: the first load has
/// none, and no use for the code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(String);

impl Refused {
    /// The fields, or what is open; empty where the server names none.
    pub fn problems(&self) -> Vec<FieldProblem> {
        serde_json::from_str::<Fields>(&self.0).map(|told| told.fields).unwrap_or_default()
    }
}

#[derive(Deserialize)]
struct Fields {
    #[serde(default)]
    fields: Vec<FieldProblem>,
}

/// What is read of every problem.
#[derive(Deserialize)]
pub(super) struct Told {
    pub code: ProblemCode,
    pub request_id: String,
}

/// Why a request failed.
///
/// No two failures are the same: who tries again waits to hear that it failed again, and a memo that took the second for the first
/// would keep it quiet. Only tests compare them.
#[derive(Debug, Clone)]
#[cfg_attr(test, derive(PartialEq, Eq))]
pub enum ApiError {
    /// No answer came: no connection, or it broke.
    Offline,
    /// No answer came within the time limit.
    Timeout,
    /// Nobody is signed in, or the session is over.
    SignedOut,
    /// Not shared with this account, or not there.
    NotAllowed,
    /// No such address.
    NotFound,
    /// Somebody changed it meanwhile.
    Changed,
    /// Some fields cannot be taken, or something is still open.
    Fields(Refused),
    /// The server could not do it.
    Server {
        /// The server's code.
        code: ProblemCode,
        /// The id under which the server logged the request.
        request_id: String,
        /// Seconds after which to come back (`Retry-After`), where the server says so.
        wait: Option<usize>,
    },
    /// The answer is not what the contract says.
    Unreadable,
}

impl ApiError {
    /// Fields that cannot be taken, and nothing said of which.
    #[cfg(test)]
    pub const fn unnamed_fields() -> Self {
        Self::Fields(Refused(String::new()))
    }

    /// The error for a problem that the server described.
    pub(super) fn of(told: Told, body: String, wait: Option<usize>) -> Self {
        match told.code {
            ProblemCode::SignedOut | ProblemCode::SessionOver => Self::SignedOut,
            ProblemCode::NotAllowed => Self::NotAllowed,
            ProblemCode::NotFound => Self::NotFound,
            ProblemCode::Changed => Self::Changed,
            ProblemCode::InvalidFields | ProblemCode::StillOpen => Self::Fields(Refused(body)),
            code => Self::Server { code, request_id: told.request_id, wait },
        }
    }
}
