//! Who may do what with the files of a document. The one place that decides it.

use contract::document::Document;
use contract::problem::ProblemCode;
use contract::{DocumentId, FileId};
use rusqlite::Connection;

use crate::refusal::Refusal;
use crate::store::file::Stored;
use crate::store::{document, file};

/// The document, if the account may see it. Unknown, foreign and formless ids get the same answer.
///
/// # Errors
/// `not_allowed`.
pub fn seen(db: &Connection, account: &str, id: &str) -> Result<Document, Refusal> {
    let id = DocumentId::parse(id).ok_or(ProblemCode::NotAllowed)?;
    let found = document::one(db, account, &id)?;
    found.ok_or_else(|| ProblemCode::NotAllowed.into())
}

/// Whether the account may send files to the document: whether it acts for the person, which today is whether it may see
/// the document.
///
/// # Errors
/// Those of the database.
pub fn may_send(db: &Connection, account: &str, document: &DocumentId) -> rusqlite::Result<bool> {
    Ok(document::one(db, account, document)?.is_some())
}

/// The file, if the account may know of it: one that is received belongs to the document, one that is not to its sender.
///
/// # Errors
/// `not_allowed`.
pub fn known(db: &Connection, account: &str, id: &str) -> Result<Stored, Refusal> {
    let id = FileId::parse(id).ok_or(ProblemCode::NotAllowed)?;
    let found = file::one(db, &id)?.ok_or(ProblemCode::NotAllowed)?;
    seen(db, account, found.document.as_str())?;
    if found.is_received() || found.account == account {
        Ok(found)
    } else {
        Err(ProblemCode::NotAllowed.into())
    }
}

/// The file, if the account may go on sending it.
///
/// # Errors
/// `not_allowed`.
pub fn own(db: &Connection, account: &str, id: &str) -> Result<Stored, Refusal> {
    let file = known(db, account, id)?;
    if may_send(db, account, &file.document)? { Ok(file) } else { Err(ProblemCode::NotAllowed.into()) }
}
