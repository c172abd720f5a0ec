//! The operations on a patient's plan for TELK. What all operations share is added in `common`.
#![allow(dead_code, reason = "the functions only carry the descriptions that the document is generated from")]

use crate::commission::{Commission, CommissionPatch};
use crate::path;

/// A person's plan for TELK
///
/// What the patient, or who acts for them, noted: days, papers that are ready, tests. An empty plan where nothing was. The rules
/// that make dates of it are not the server's to apply.
#[utoipa::path(get, path = path::PERSON_COMMISSION, operation_id = "get_commission", tag = "commission",
    security(("session" = [])),
    params(
        ("person" = String, Path, description = "Opaque id of the person", example = "p-0001"),
        ("If-None-Match" = Option<String>, Header, description = "The tag of the answer that is known"),
    ),
    responses(
        (status = 200, description = "The plan", body = Commission,
            headers(("ETag" = String, description = "Tag of this answer"))),
        (status = 304, description = "Unchanged"),
    ))]
pub fn get_commission() {}

/// Change the plan
///
/// Only what is named changes. Who acts for the person may; who may only look may not.
#[utoipa::path(patch, path = path::PERSON_COMMISSION, operation_id = "change_commission", tag = "commission",
    security(("session" = [])),
    params(
        ("person" = String, Path, description = "Opaque id of the person", example = "p-0001"),
        ("If-Match" = String, Header, description = "The tag of the plan as it was read"),
    ),
    request_body = CommissionPatch,
    responses((status = 200, description = "The plan as it is now", body = Commission,
        headers(("ETag" = String, description = "Its new tag")))))]
pub fn change_commission() {}
