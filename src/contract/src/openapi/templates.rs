//! The operations on templates of messages. What all operations share is added in `common`.
#![allow(dead_code, reason = "the functions only carry the descriptions that the document is generated from")]

use crate::path;
use crate::template::{
    NewTariff, NewVersion, PublishedTemplates, TemplateCatalogue, TemplateSamples, TemplateSheet,
    TemplateTariff, TemplateText, TemplateVersion, TestSent, VersionDeed, VersionEdit, VersionTest,
};

/// Which text, in the path of every operation on one.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Path)]
struct TextPath {
    /// Code of the subject
    #[param(example = "protocol.approved")]
    subject: String,
    /// Code of the channel
    #[param(example = "sms")]
    channel: String,
    /// Code of the language
    #[param(example = "bg")]
    language: String,
}

/// The catalogue of templates
///
/// For staff alone. Every subject, its placeholders, and how the text of each channel and language stands.
#[utoipa::path(get, path = path::TEMPLATES, operation_id = "get_templates", tag = "templates",
    security(("session" = [])),
    params(("If-None-Match" = Option<String>, Header, description = "The tag of the answer that is known")),
    responses(
        (status = 200, description = "The catalogue", body = TemplateCatalogue,
            headers(("ETag" = String, description = "Tag of this answer"))),
        (status = 304, description = "Unchanged"),
    ))]
pub fn get_templates() {}

/// Set what messages cost
///
/// By an approver. Both prices are above zero, in the same currency.
#[utoipa::path(put, path = path::TEMPLATE_TARIFF, operation_id = "set_template_tariff", tag = "templates",
    security(("session" = [])),
    params(("If-Match" = String, Header, description = "The `tag` of the tariff as it was read")),
    request_body = NewTariff,
    responses((status = 200, description = "The tariff as it is now", body = TemplateTariff)))]
pub fn set_template_tariff() {}

/// Everything that is in use in one language
///
/// To be printed.
#[utoipa::path(get, path = path::TEMPLATE_SHEET, operation_id = "get_template_sheet", tag = "templates",
    security(("session" = [])),
    params(
        ("language" = String, Query, description = "Code of the language", example = "bg"),
        ("If-None-Match" = Option<String>, Header, description = "The tag of the answer that is known"),
    ),
    responses(
        (status = 200, description = "The texts", body = TemplateSheet,
            headers(("ETag" = String, description = "Tag of this answer"))),
        (status = 304, description = "Unchanged"),
    ))]
pub fn get_template_sheet() {}

/// Sample persons with values for a subject
///
/// Made up, each for themselves and for those they care for. Nothing of a patient is in them.
#[utoipa::path(get, path = path::TEMPLATE_SAMPLES, operation_id = "get_template_samples", tag = "templates",
    security(("session" = [])),
    params(
        ("subject" = String, Path, description = "Code of the subject", example = "protocol.approved"),
        ("language" = String, Query, description = "Code of the language", example = "bg"),
        ("If-None-Match" = Option<String>, Header, description = "The tag of the answer that is known"),
    ),
    responses(
        (status = 200, description = "The samples", body = TemplateSamples,
            headers(("ETag" = String, description = "Tag of this answer"))),
        (status = 304, description = "Unchanged"),
    ))]
pub fn get_template_samples() {}

/// The versions of one text
///
/// Newest first, each with what was done with it, by whom and when.
#[utoipa::path(get, path = path::TEMPLATE, operation_id = "get_template", tag = "templates",
    security(("session" = [])),
    params(
        TextPath,
        ("If-None-Match" = Option<String>, Header, description = "The tag of the answer that is known"),
    ),
    responses(
        (status = 200, description = "The text", body = TemplateText,
            headers(("ETag" = String, description = "Tag of this answer"))),
        (status = 304, description = "Unchanged"),
    ))]
pub fn get_template() {}

/// Begin a version
///
/// By an editor: a draft with title and text of another version. Only one version of a text is open at a time, as a draft
/// or submitted: `409 version_open`.
#[utoipa::path(post, path = path::TEMPLATE_VERSIONS, operation_id = "begin_template_version", tag = "templates",
    security(("session" = [])),
    params(TextPath),
    request_body = NewVersion,
    responses((status = 201, description = "The draft", body = TemplateVersion)))]
pub fn begin_template_version() {}

/// Write a version
///
/// By an editor, a draft or a rejected one, which becomes a draft again. A text that cannot be read is kept; what is wrong is
/// said when it is submitted.
#[utoipa::path(put, path = path::TEMPLATE_VERSION, operation_id = "write_template_version", tag = "templates",
    security(("session" = [])),
    params(
        TextPath,
        ("number" = u32, Path, description = "Number of the version", example = 3),
        ("If-Match" = String, Header, description = "The `tag` of the version as it was read"),
    ),
    request_body = VersionEdit,
    responses((status = 200, description = "The version as it is now", body = TemplateVersion)))]
pub fn write_template_version() {}

/// Do something with a version
///
/// `submit` and `take_back` by an editor; `approve`, `reject`, `put_in_use` and `roll_back` by an approver, who approves and
/// rejects nothing of their own. What must not be sent, or cannot be filled, goes no further: `422 text_blocked`, with what is
/// in the way at `/title` and `/text`. What breaks those who fill it is confirmed first: `409 breaking_not_confirmed`, with
/// the placeholders at `/placeholders/{name}`.
#[utoipa::path(post, path = path::TEMPLATE_DEEDS, operation_id = "do_template_deed", tag = "templates",
    security(("session" = [])),
    params(
        TextPath,
        ("number" = u32, Path, description = "Number of the version", example = 3),
        ("If-Match" = String, Header, description = "The `tag` of the version as it was read"),
    ),
    request_body = VersionDeed,
    responses((status = 200, description = "The version as it is now", body = TemplateVersion)))]
pub fn do_template_deed() {}

/// Send a version to oneself
///
/// To a verified contact of one's own, filled with samples, exactly as it would leave. At most ten in an hour.
#[utoipa::path(post, path = path::TEMPLATE_TEST, operation_id = "test_template_version", tag = "templates",
    security(("session" = [])),
    params(
        TextPath,
        ("number" = u32, Path, description = "Number of the version", example = 3),
    ),
    request_body = VersionTest,
    responses((status = 200, description = "What was sent", body = TestSent)))]
pub fn test_template_version() {}

/// What messages look like
///
/// For anybody, signed in or not: what is in use in any language, and what was within twelve months. With it a message that
/// somebody got is compared on their own device; no message is ever sent here.
#[utoipa::path(get, path = path::PUBLISHED_TEMPLATES, operation_id = "get_published_templates", tag = "templates",
    security(()),
    params(("If-None-Match" = Option<String>, Header, description = "The tag of the answer that is known")),
    responses(
        (status = 200, description = "The texts", body = PublishedTemplates, headers(
            ("ETag" = String, description = "Tag of this answer"),
            ("Cache-Control" = String, description = "`public, max-age=3600`: nothing of anybody is in it"),
        )),
        (status = 304, description = "Unchanged"),
    ))]
pub fn get_published_templates() {}
