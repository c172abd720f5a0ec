//! Why a request is refused. The answer's body is made in one place: `middleware::answer`.

use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use contract::problem::{FieldProblem, ProblemCode};

/// A refused request: becomes an RFC 9457 problem with the request's id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What went wrong.
    pub code: ProblemCode,
    /// The fields that cannot be taken.
    pub fields: Vec<FieldProblem>,
    /// Another status than the code's own, for failures that were asked for.
    pub status: Option<u16>,
}

impl Refusal {
    /// Refuses with `invalid_fields` when there are any.
    ///
    /// # Errors
    /// The refusal itself.
    pub fn of_fields(fields: Vec<FieldProblem>) -> Result<(), Self> {
        if fields.is_empty() {
            return Ok(());
        }
        Err(Self { code: ProblemCode::InvalidFields, fields, status: None })
    }

    /// One field cannot be taken.
    #[must_use]
    pub fn of_field(pointer: impl Into<String>, code: &str) -> Self {
        let fields = vec![FieldProblem::new(pointer, code)];
        Self { code: ProblemCode::InvalidFields, fields, status: None }
    }

    /// The HTTP status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status.unwrap_or_else(|| self.code.status()))
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl From<ProblemCode> for Refusal {
    fn from(code: ProblemCode) -> Self {
        Self { code, fields: Vec::new(), status: None }
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        eprintln!("storage: {error}");
        ProblemCode::Internal.into()
    }
}

impl From<serde_json::Error> for Refusal {
    fn from(error: serde_json::Error) -> Self {
        eprintln!("serialisation: {error}");
        ProblemCode::Internal.into()
    }
}

/// Too many: says truly how long to wait, from now until `free`.
#[must_use]
pub fn too_many(free: DateTime<Utc>, now: DateTime<Utc>) -> Response {
    let mut response = Refusal::from(ProblemCode::TooMany).into_response();
    response.headers_mut().insert(RETRY_AFTER, (free - now).num_seconds().max(1).into());
    response
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
