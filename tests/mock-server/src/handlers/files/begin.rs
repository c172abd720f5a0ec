//! `POST /api/v1/documents/{id}/files`: announces a file.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use contract::attachment::{NewFile, SentFile};
use contract::problem::{FieldProblem, ProblemCode};
use contract::{DocumentId, FileId};
use domain::access::Deed;
use domain::attachment::{Limits, Refusal as Why, accepting, check_announced, is_safe_name};
use domain::coded::Code as _;

use super::access;
use crate::extract::Body;
use crate::handlers::tried::noted;
use crate::refusal::Refusal;
use crate::secret;
use crate::state::Shared;
use crate::store::file;
use crate::store::session::Session;

/// Answers with the file to send, or with the same one where it was received or begun before.
///
/// # Errors
/// `not_allowed`, `invalid_fields`, `too_large`, `file_type`, or `files_closed`.
pub async fn handle(
    State(app): State<Shared>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
    Body(new): Body<NewFile>,
) -> Result<(StatusCode, Json<SentFile>), Refusal> {
    let now = app.clock.now();
    let account = session.account.as_str();
    let begun = app.store.atomically(|db| {
        let document = access::seen(db, account, &id)?.entry;
        if !access::may_send(db, account, &document)? {
            return Err(ProblemCode::NotAllowed.into());
        }
        let limits = Limits::ours();
        announced(&new, &limits)?;
        let files = file::of(db, &document.id, now)?;
        let same = |other: &&file::Stored| other.sha256 == new.sha256 && other.size == new.size;
        let received = files.iter().filter(same).find(|other| other.is_received());
        let begun = || files.iter().filter(same).find(|other| other.account == account);
        if let Some(known) = received.or_else(begun) {
            return Ok((StatusCode::OK, Json(known.wire(account))));
        }
        accepting(&document.status, files.len(), &limits).map_err(|_| ProblemCode::FilesClosed)?;
        let file = FileId(secret::token()?);
        file::begin(db, (&file, &document.id, account), &new, now)?;
        let begun = file::one(db, &file)?.ok_or(ProblemCode::Internal)?;
        Ok((StatusCode::CREATED, Json(begun.wire(account))))
    });
    noted(&app, &session, Deed::SentFile, DocumentId::parse(&id).as_ref(), begun)
}

/// What can be said of a file before its bytes are there.
fn announced(new: &NewFile, limits: &Limits) -> Result<(), Refusal> {
    let kind = new.kind.known().ok_or(ProblemCode::FileType)?;
    let mut fields = Vec::new();
    if !is_safe_name(&new.name) {
        fields.push(FieldProblem::new("/name", Why::Name.code()));
    }
    match check_announced(new.size, kind, limits) {
        Err(Why::TooLarge) => return Err(ProblemCode::TooLarge.into()),
        Err(Why::Type) => return Err(ProblemCode::FileType.into()),
        Err(why) => fields.push(FieldProblem::new("/size", why.code())),
        Ok(()) => {}
    }
    Refusal::of_fields(fields)
}
