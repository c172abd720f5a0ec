//! The operations on the rights of the account holder. What all operations share is added in `common`.
#![allow(dead_code, reason = "the functions only carry the descriptions that the document is generated from")]

use crate::account_data::AccountData;
use crate::closure::{CloseAccount, Closed, Closing};
use crate::correction::{Correction, Corrections, NewCorrection};
use crate::path;
use crate::report::{NewReport, Report, Reports};

/// "This was not me"
///
/// Reports a document, or one of its events. Any document that the account may see can be reported. Nothing of the
/// document changes by it.
#[utoipa::path(post, path = path::REPORTS, operation_id = "report_document", tag = "rights",
    security(("session" = [])),
    params(("id" = String, Path, description = "Opaque id of the document", example = "d-0001")),
    request_body = NewReport,
    responses((status = 201, description = "It arrived: its number, who checks it, what happens now", body = Report)))]
pub fn report_document() {}

/// What was reported of a document
///
/// By this account; of one's own documents also by those who act for one, with their names.
#[utoipa::path(get, path = path::REPORTS, operation_id = "list_reports", tag = "rights",
    security(("session" = [])),
    params(("id" = String, Path, description = "Opaque id of the document", example = "d-0001")),
    responses((status = 200, description = "The reports, newest first", body = Reports)))]
pub fn list_reports() {}

/// Take my data with me
///
/// Everything the server keeps of the account holder, in one document that explains itself. Nothing of those cared for but
/// name, relation and on what access to their documents rests.
#[utoipa::path(get, path = path::ACCOUNT_DATA, operation_id = "get_account_data", tag = "rights",
    security(("session" = [])),
    responses((status = 200, description = "The data", body = AccountData,
        headers(("Content-Disposition" = String, description = "`attachment`, with a name for the file that holds no name of a \
         person")))))]
pub fn get_account_data() {}

/// Ask for a correction
///
/// Of what the fund has in its register. The law gives a term for the answer; it is counted from the day of `at`.
#[utoipa::path(post, path = path::CORRECTIONS, operation_id = "ask_correction", tag = "rights",
    security(("session" = [])),
    request_body = NewCorrection,
    responses((status = 201, description = "It arrived: its number and when", body = Correction)))]
pub fn ask_correction() {}

/// What was asked to be corrected
#[utoipa::path(get, path = path::CORRECTIONS, operation_id = "list_corrections", tag = "rights",
    security(("session" = [])),
    responses((status = 200, description = "The requests, newest first", body = Corrections)))]
pub fn list_corrections() {}

/// What is in the way of closing the account
#[utoipa::path(get, path = path::CLOSURE, operation_id = "get_closure", tag = "rights",
    security(("session" = [])),
    responses((status = 200, description = "What is still open", body = Closing)))]
pub fn get_closure() {}

/// Close the account
///
/// For good: all sessions end with the answer, access given to others and by others ends, nobody can sign in to the account any
/// more, and the documents stay with the fund. While something is open, only with `even_so`.
#[utoipa::path(post, path = path::CLOSURE, operation_id = "close_account", tag = "rights",
    security(("session" = [])),
    request_body = CloseAccount,
    responses((status = 200, description = "Closed", body = Closed,
        headers(("Set-Cookie" = String, description = "Takes the session cookie away")))))]
pub fn close_account() {}
