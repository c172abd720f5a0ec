//! The operations. What they share (problems, headers of every answer) is added in `common`.
#![allow(dead_code, reason = "the functions only carry the descriptions that the document is generated from")]

use crate::account::{Account, AccountPatch, ActiveSessions, EndedSessions, SignIns};
use crate::change::Changes;
use crate::document::{Document, DocumentIndex, DocumentPage, DocumentSearch, PageQuery};
use crate::gp::GpRecord;
use crate::insurance::Insurance;
use crate::path;
use crate::person::Persons;
use crate::session::{Session, SessionExpiry};

/// Who is signed in
///
/// The persons come with it, so that the first list needs no further request.
#[utoipa::path(get, path = path::SESSION, operation_id = "get_session", tag = "session",
    security(("session" = [])),
    responses((status = 200, description = "The session", body = Session)))]
pub fn get_session() {}

/// Sign out
///
/// Ends the session on the server, takes the cookie away and ends its streams.
#[utoipa::path(delete, path = path::SESSION, operation_id = "sign_out", tag = "session",
    security(("session" = [])),
    responses((status = 204, description = "Signed out",
        headers(("Set-Cookie" = String, description = "Takes the session cookie away")))))]
pub fn sign_out() {}

/// Stay signed in
///
/// An action of the person: moves the idle end, never the absolute one.
#[utoipa::path(post, path = path::SESSION_EXTENSION, operation_id = "extend_session", tag = "session",
    security(("session" = [])),
    responses((status = 200, description = "When the session ends now", body = SessionExpiry)))]
pub fn extend_session() {}

/// Begin signing in
///
/// For the browser, not for scripts: goes to the identity provider, which comes back to `return_to`, or to
/// `/sign-in?outcome=cancelled` or `/sign-in?outcome=failed` with the same `return_to`.
#[utoipa::path(get, path = path::SIGN_IN, operation_id = "begin_sign_in", tag = "session",
    security(()),
    params(
        ("return_to" = Option<String>, Query, description = "A path of the portal that begins with a single `/`; \
         anything else counts as `/`", example = "/documents/d-0001"),
        ("lang" = Option<String>, Query, description = "Language of the page", example = "bg"),
    ),
    responses((status = 303, description = "To the identity provider",
        headers(("Location" = String, description = "Where to go")))))]
pub fn begin_sign_in() {}

/// The account
#[utoipa::path(get, path = path::ACCOUNT, operation_id = "get_account", tag = "account",
    security(("session" = [])),
    params(("If-None-Match" = Option<String>, Header, description = "The tag of the answer that is known")),
    responses(
        (status = 200, description = "The account", body = Account,
            headers(("ETag" = String, description = "Tag of this answer"))),
        (status = 304, description = "Unchanged"),
    ))]
pub fn get_account() {}

/// Change the account
///
/// What is absent stays. An empty contact means that there is none; phone numbers are kept in international form.
#[utoipa::path(patch, path = path::ACCOUNT, operation_id = "change_account", tag = "account",
    security(("session" = [])),
    params(("If-Match" = String, Header, description = "The tag of the account as it was read")),
    request_body = AccountPatch,
    responses((status = 200, description = "The account as it is now", body = Account,
        headers(("ETag" = String, description = "Tag of this answer")))))]
pub fn change_account() {}

/// Sessions of the account
#[utoipa::path(get, path = path::SESSIONS, operation_id = "list_sessions", tag = "account",
    security(("session" = [])),
    responses((status = 200, description = "Those that have not ended, newest first", body = ActiveSessions)))]
pub fn list_sessions() {}

/// End all other sessions
///
/// Their streams end with `session_over`.
#[utoipa::path(delete, path = path::SESSIONS, operation_id = "end_other_sessions", tag = "account",
    security(("session" = [])),
    responses((status = 200, description = "How many were ended", body = EndedSessions)))]
pub fn end_other_sessions() {}

/// History of sign-ins
///
/// At most 50, failed ones too, newest first.
#[utoipa::path(get, path = path::SIGN_INS, operation_id = "list_sign_ins", tag = "account",
    security(("session" = [])),
    responses((status = 200, description = "The attempts", body = SignIns)))]
pub fn list_sign_ins() {}

/// Persons one cares for
#[utoipa::path(get, path = path::PERSONS, operation_id = "list_persons", tag = "documents",
    security(("session" = [])),
    responses((status = 200, description = "The account holder first", body = Persons)))]
pub fn list_persons() {}

/// What is known of a person's health insurance
///
/// The months that the revenue agency told the fund of, as a record and without a verdict. Persons under another
/// country's insurance get its code in `system` and no record; without a record nothing was passed on.
#[utoipa::path(get, path = path::PERSON_INSURANCE, operation_id = "get_person_insurance", tag = "insurance",
    security(("session" = [])),
    params(
        ("person" = String, Path, description = "Opaque id of the person", example = "p-0001"),
        ("If-None-Match" = Option<String>, Header, description = "The tag of the answer that is known"),
    ),
    responses(
        (status = 200, description = "The record, or why there is none", body = Insurance,
            headers(("ETag" = String, description = "Tag of this answer"))),
        (status = 304, description = "Unchanged"),
    ))]
pub fn get_person_insurance() {}

/// With which GP a person is registered
///
/// The register alone, without advice on when the GP may be changed. Persons under another country's insurance get its code in
/// `system` and no registration.
#[utoipa::path(get, path = path::PERSON_GP, operation_id = "get_person_gp", tag = "gp",
    security(("session" = [])),
    params(
        ("person" = String, Path, description = "Opaque id of the person", example = "p-0001"),
        ("If-None-Match" = Option<String>, Header, description = "The tag of the answer that is known"),
    ),
    responses(
        (status = 200, description = "The registration, or why there is none", body = GpRecord,
            headers(("ETag" = String, description = "Tag of this answer"))),
        (status = 304, description = "Unchanged"),
    ))]
pub fn get_person_gp() {}

/// Index of all documents
///
/// Every document of every person in one slim answer, newest change first, made to be filtered on the device.
#[utoipa::path(get, path = path::DOCUMENTS, operation_id = "get_document_index", tag = "documents",
    security(("session" = [])),
    params(("If-None-Match" = Option<String>, Header, description = "The tag of the answer that is known")),
    responses(
        (status = 200, description = "The index", body = DocumentIndex,
            headers(("ETag" = String, description = "Tag of this answer"))),
        (status = 304, description = "Unchanged"),
    ))]
pub fn get_document_index() {}

/// Documents in pages
///
/// Newest change first. A cursor serves only the filter it was given for.
#[utoipa::path(get, path = path::DOCUMENT_PAGES, operation_id = "page_documents", tag = "documents",
    security(("session" = [])),
    params(PageQuery),
    responses((status = 200, description = "A page", body = DocumentPage)))]
pub fn page_documents() {}

/// Search documents
///
/// The text goes in the body, for what people search for is about their health. It changes nothing: neither CSRF
/// token nor `Idempotency-Key`.
#[utoipa::path(post, path = path::DOCUMENT_SEARCH, operation_id = "search_documents", tag = "documents",
    security(("session" = [])),
    request_body = DocumentSearch,
    responses((status = 200, description = "A page of what was found", body = DocumentPage)))]
pub fn search_documents() {}

/// One document
///
/// With its events in order of arrival, which need not be the order in which they happened.
#[utoipa::path(get, path = path::DOCUMENT, operation_id = "get_document", tag = "documents",
    security(("session" = [])),
    params(
        ("id" = String, Path, description = "Opaque id", example = "d-0001"),
        ("If-None-Match" = Option<String>, Header, description = "The tag of the answer that is known"),
    ),
    responses(
        (status = 200, description = "The document", body = Document,
            headers(("ETag" = String, description = "Tag of this answer"))),
        (status = 304, description = "Unchanged"),
    ))]
pub fn get_document() {}

/// Changes after a number
///
/// For those who poll. `reset` when the server no longer knows all of them, or the number is none of its own.
#[utoipa::path(get, path = path::CHANGES, operation_id = "get_changes", tag = "changes",
    security(("session" = [])),
    params(("after" = u64, Query, description = "The number of the last change that is known", example = 0)),
    responses((status = 200, description = "The changes, oldest first", body = Changes)))]
pub fn get_changes() {}

/// Stream of changes
///
/// Server-sent events. `change`: a `Change` as JSON, with the sequence as id. `reset`: read the index again; the data
/// is the sequence to go on from. `session_over`: the last event; do not reconnect before signing in. Comments keep
/// the connection alive. The stream does not keep the session alive.
#[utoipa::path(get, path = path::CHANGE_STREAM, operation_id = "stream_changes", tag = "changes",
    security(("session" = [])),
    params(
        ("after" = Option<u64>, Query, description = "The number of the last change that is known; from now on \
         when absent", example = 0),
        ("Last-Event-ID" = Option<u64>, Header, description = "Sent by browsers that reconnect; wins over `after`"),
    ),
    responses((status = 200, description = "Events until the session is over", body = String,
        content_type = "text/event-stream")))]
pub fn stream_changes() {}
