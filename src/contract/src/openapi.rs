//! The OpenAPI document, made from the wire types and from descriptions that carry no code.
//!
//! `public/openapi.yaml` is this document, and a test of the mock server says when it is not.

mod access;
mod commission;
mod common;
mod examples;
mod files;
mod notifications;
mod operations;
mod prevention;
mod rights;
mod templates;

use common::Common;
use examples::Examples;
use utoipa::openapi::OpenApi as Document;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::{Modify, OpenApi};

/// The command that writes the document anew.
pub const COMMAND: &str = "cargo xtask openapi";

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Yasno portal API",
        description = include_str!("openapi/description.md"),
        license(name = "MIT", identifier = "MIT"),
        contact(name = "The maintainers of the Yasno portal"),
    ),
    servers((url = "/", description = "The server that serves the portal")),
    tags(
        (name = "session", description = "Signing in and out, and how long it lasts"),
        (name = "account", description = "Contacts, language, sessions and sign-ins of the account"),
        (name = "rights", description = "Reporting what is wrong, taking one's data, having it corrected, closing the account"),
        (name = "gp", description = "The general practitioner whom a person has chosen"),
        (name = "insurance", description = "What the register of contributions says of a person"),
        (name = "prevention", description = "Check-ups, follow-up and immunisations of a person"),
        (name = "commission", description = "A patient's plan for TELK, the committee on lasting incapacity for work"),
        (name = "documents", description = "Persons one cares for and their documents"),
        (name = "files", description = "Files that people send to a document, in parts that can be resumed"),
        (name = "access", description = "Who may see and do what with whose documents, and who did"),
        (name = "notifications", description = "What somebody is told, by which channel and contact"),
        (name = "templates", description = "Texts of messages: written and approved by staff, and published"),
        (name = "changes", description = "What happens to documents, as it happens"),
    ),
    paths(
        operations::get_session,
        operations::sign_out,
        operations::extend_session,
        operations::begin_sign_in,
        operations::get_account,
        operations::change_account,
        operations::list_sessions,
        operations::end_other_sessions,
        operations::list_sign_ins,
        operations::list_persons,
        operations::get_person_insurance,
        operations::get_person_gp,
        prevention::get_person_prevention,
        prevention::mark_check_up,
        prevention::unmark_check_up,
        prevention::answer_check_up_invitation,
        commission::get_commission,
        commission::change_commission,
        operations::get_document_index,
        operations::page_documents,
        operations::search_documents,
        operations::get_document,
        files::list_files,
        files::begin_file,
        files::get_file,
        files::append_file,
        files::delete_file,
        files::get_file_content,
        operations::get_changes,
        operations::stream_changes,
        rights::report_document,
        rights::list_reports,
        rights::get_account_data,
        rights::ask_correction,
        rights::list_corrections,
        rights::get_closure,
        rights::close_account,
        access::get_access,
        access::change_access,
        access::end_access,
        access::ask_renewal,
        access::invite,
        access::withdraw_invitation,
        access::preview_invitation,
        access::accept_invitation,
        access::hide_document,
        access::get_access_log,
        notifications::get_notification_preferences,
        notifications::change_notification_preferences,
        notifications::list_notification_contacts,
        notifications::add_notification_contact,
        notifications::delete_notification_contact,
        notifications::send_contact_code,
        notifications::verify_contact,
        templates::get_templates,
        templates::set_template_tariff,
        templates::get_template_sheet,
        templates::get_template_samples,
        templates::get_template,
        templates::begin_template_version,
        templates::write_template_version,
        templates::do_template_deed,
        templates::test_template_version,
        templates::get_published_templates,
        notifications::list_messages,
        notifications::get_message,
    ),
    components(schemas(crate::problem::Problem, crate::change::Change, crate::change::AccessChange)),
    modifiers(&Cookie, &Common, &Examples),
)]
struct Portal;

struct Cookie;

impl Modify for Cookie {
    fn modify(&self, document: &mut Document) {
        let description = "HttpOnly; SameSite=Strict; Path=/. A server on the internet adds Secure and the prefix \
                           __Host- (see API.md).";
        let key = ApiKeyValue::with_description(crate::header::SESSION_COOKIE, description);
        if let Some(components) = document.components.as_mut() {
            components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(key)));
        }
    }
}

/// The document.
#[must_use]
pub fn document() -> Document {
    Portal::openapi()
}

/// The document as YAML, as it is committed.
///
/// # Errors
/// When it cannot be written as YAML.
pub fn yaml() -> Result<String, Box<dyn std::error::Error>> {
    Ok(document().to_yaml()?)
}
