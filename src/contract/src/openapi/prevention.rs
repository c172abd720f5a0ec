//! The operations on check-ups, follow-up and immunisations.
#![allow(dead_code, reason = "the functions only carry the descriptions that the document is generated from")]

use crate::path;
use crate::prevention::{CheckUpAnswer, NewCheckUpMark, Prevention};

/// Check-ups, follow-up and immunisations of a person
///
/// What the record says, what people marked, and who invites: as facts, without any date that is computed. Without a record
/// `record` is absent, which is not the same as an empty one.
#[utoipa::path(get, path = path::PERSON_PREVENTION, operation_id = "get_person_prevention", tag = "prevention",
    security(("session" = [])),
    params(
        ("person" = String, Path, description = "Opaque id of the person", example = "p-0001"),
        ("If-None-Match" = Option<String>, Header, description = "The tag of the answer that is known"),
    ),
    responses(
        (status = 200, description = "What is known", body = Prevention,
            headers(("ETag" = String, description = "Tag of this answer"))),
        (status = 304, description = "Unchanged"),
    ))]
pub fn get_person_prevention() {}

/// Mark a check-up as done
///
/// With its day, which may be no day to come, none before birth, and none of which a check-up is known already. The mark is kept
/// apart from the record.
#[utoipa::path(post, path = path::CHECK_UP_MARKS, operation_id = "mark_check_up", tag = "prevention",
    security(("session" = [])),
    params(
        ("person" = String, Path, description = "Opaque id of the person", example = "p-0001"),
        ("If-Match" = String, Header, description = "The `ETag` of what is known, as it was read"),
    ),
    request_body = NewCheckUpMark,
    responses((status = 201, description = "What is known now", body = Prevention,
        headers(("ETag" = String, description = "Tag of this answer")))))]
pub fn mark_check_up() {}

/// Take a mark back
///
/// Anybody who may mark may take back, whoever marked.
#[utoipa::path(delete, path = path::CHECK_UP_MARK, operation_id = "unmark_check_up", tag = "prevention",
    security(("session" = [])),
    params(
        ("person" = String, Path, description = "Opaque id of the person", example = "p-0001"),
        ("mark" = String, Path, description = "Opaque id of the mark", example = "m-0001"),
        ("If-Match" = String, Header, description = "The `ETag` of what is known, as it was read"),
    ),
    responses((status = 200, description = "What is known now", body = Prevention,
        headers(("ETag" = String, description = "Tag of this answer")))))]
pub fn unmark_check_up() {}

/// Answer an invitation to a check-up
///
/// Declines it with a reason, or takes that back, as long as one may come.
#[utoipa::path(put, path = path::CHECK_UP_ANSWER, operation_id = "answer_check_up_invitation", tag = "prevention",
    security(("session" = [])),
    params(
        ("person" = String, Path, description = "Opaque id of the person", example = "p-0001"),
        ("invitation" = String, Path, description = "Opaque id of the invitation", example = "ci-0001"),
        ("If-Match" = String, Header, description = "The `ETag` of what is known, as it was read"),
    ),
    request_body = CheckUpAnswer,
    responses((status = 200, description = "What is known now", body = Prevention,
        headers(("ETag" = String, description = "Tag of this answer")))))]
pub fn answer_check_up_invitation() {}
