//! What can go wrong with a request. Each has words in every language ([`crate::words::error`]).

use contract::problem::{FieldProblem, ProblemCode};

/// Why a request failed.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    Fields(Vec<FieldProblem>),
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
    /// The error for a problem that the server described.
    pub(super) fn of(problem: contract::problem::Problem, wait: Option<usize>) -> Self {
        match problem.code {
            ProblemCode::SignedOut | ProblemCode::SessionOver => Self::SignedOut,
            ProblemCode::NotAllowed => Self::NotAllowed,
            ProblemCode::NotFound => Self::NotFound,
            ProblemCode::Changed => Self::Changed,
            ProblemCode::InvalidFields | ProblemCode::StillOpen => Self::Fields(problem.fields),
            code => Self::Server { code, request_id: problem.request_id, wait },
        }
    }
}
