//! Who may do what with the files of a document. The one place that decides it.

use contract::document::{Document, IndexEntry};
use contract::problem::ProblemCode;
use contract::{DocumentId, FileId};
use domain::access::{About, Action};
use rusqlite::Connection;

use crate::refusal::Refusal;
use crate::store::access::may;
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

/// Whether the account may send files to the document: its own, or as one who acts for the person. Whether the document takes
/// any is another question, which [`domain::attachment::accepting`] answers.
///
/// # Errors
/// Those of the database.
pub fn may_send(db: &Connection, account: &str, document: &IndexEntry) -> rusqlite::Result<bool> {
    let about = About { kind: Some(&document.kind), hidden: document.hidden, ..About::default() };
    may(db, account, &document.person, Action::SendFiles, about)
}

/// The file with its document, if the account may know of it: one that is received belongs to the document, one that is not to its sender.
///
/// # Errors
/// `not_allowed`.
pub fn known(db: &Connection, account: &str, id: &str) -> Result<(Stored, IndexEntry), Refusal> {
    let id = FileId::parse(id).ok_or(ProblemCode::NotAllowed)?;
    let found = file::one(db, &id)?.ok_or(ProblemCode::NotAllowed)?;
    let document = seen(db, account, found.document.as_str())?.entry;
    if found.is_received() || found.account == account {
        Ok((found, document))
    } else {
        Err(ProblemCode::NotAllowed.into())
    }
}

/// The document of a file, whoever asks; `None` when there is no such file.
///
/// # Errors
/// Those of the database.
pub fn document_of(db: &Connection, id: &str) -> rusqlite::Result<Option<DocumentId>> {
    let found = FileId::parse(id).map(|id| file::one(db, &id)).transpose()?;
    Ok(found.flatten().map(|file| file.document))
}

/// The file with its document, if the account may go on sending it.
///
/// # Errors
/// `not_allowed`.
pub fn own(db: &Connection, account: &str, id: &str) -> Result<(Stored, IndexEntry), Refusal> {
    let (file, document) = known(db, account, id)?;
    if may_send(db, account, &document)? { Ok((file, document)) } else { Err(ProblemCode::NotAllowed.into()) }
}
