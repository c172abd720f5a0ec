//! Examples: the files in `examples`, which the tests of this crate read and write too.

use utoipa::Modify;
use utoipa::openapi::content::Content;
use utoipa::openapi::{OpenApi, RefOr};

/// Operation, its request or the status of its answer, and the example.
const EXAMPLES: [(&str, &str, &str); 38] = [
    ("get_session", "200", include_str!("../../examples/session.json")),
    ("extend_session", "200", include_str!("../../examples/session_expiry.json")),
    ("get_account", "200", include_str!("../../examples/account.json")),
    ("change_account", "request", include_str!("../../examples/account_patch.json")),
    ("change_account", "200", include_str!("../../examples/account.json")),
    ("list_sessions", "200", include_str!("../../examples/active_sessions.json")),
    ("end_other_sessions", "200", include_str!("../../examples/ended_sessions.json")),
    ("list_sign_ins", "200", include_str!("../../examples/sign_ins.json")),
    ("list_persons", "200", include_str!("../../examples/persons.json")),
    ("get_person_insurance", "200", include_str!("../../examples/insurance.json")),
    ("get_person_gp", "200", include_str!("../../examples/gp_record.json")),
    ("get_commission", "200", include_str!("../../examples/commission.json")),
    ("change_commission", "request", include_str!("../../examples/commission_patch.json")),
    ("change_commission", "200", include_str!("../../examples/commission.json")),
    ("get_document_index", "200", include_str!("../../examples/document_index.json")),
    ("page_documents", "200", include_str!("../../examples/document_page.json")),
    ("search_documents", "request", include_str!("../../examples/document_search.json")),
    ("search_documents", "200", include_str!("../../examples/document_page.json")),
    ("get_document", "200", include_str!("../../examples/document.json")),
    ("list_files", "200", include_str!("../../examples/sent_files.json")),
    ("begin_file", "request", include_str!("../../examples/new_file.json")),
    ("begin_file", "201", include_str!("../../examples/sent_file.json")),
    ("get_file", "200", include_str!("../../examples/sent_file.json")),
    ("append_file", "200", include_str!("../../examples/sent_file.json")),
    ("get_changes", "200", include_str!("../../examples/changes.json")),
    ("stream_changes", "200", include_str!("../../examples/stream.json")),
    ("get_access", "200", include_str!("../../examples/access.json")),
    ("change_access", "request", include_str!("../../examples/grant_patch.json")),
    ("change_access", "200", include_str!("../../examples/grant.json")),
    ("invite", "request", include_str!("../../examples/new_invitation.json")),
    ("invite", "201", include_str!("../../examples/invited.json")),
    ("preview_invitation", "request", include_str!("../../examples/code_entered.json")),
    ("preview_invitation", "200", include_str!("../../examples/preview.json")),
    ("accept_invitation", "request", include_str!("../../examples/acceptance.json")),
    ("accept_invitation", "201", include_str!("../../examples/grant.json")),
    ("hide_document", "request", include_str!("../../examples/hidden.json")),
    ("hide_document", "200", include_str!("../../examples/hidden.json")),
    ("get_access_log", "200", include_str!("../../examples/access_log.json")),
];

/// The same of the rights of the account holder.
const RIGHTS: [(&str, &str, &str); 10] = [
    ("report_document", "request", include_str!("../../examples/new_report.json")),
    ("report_document", "201", include_str!("../../examples/report.json")),
    ("list_reports", "200", include_str!("../../examples/reports.json")),
    ("get_account_data", "200", include_str!("../../examples/account_data.json")),
    ("ask_correction", "request", include_str!("../../examples/new_correction.json")),
    ("ask_correction", "201", include_str!("../../examples/correction.json")),
    ("list_corrections", "200", include_str!("../../examples/corrections.json")),
    ("get_closure", "200", include_str!("../../examples/closing.json")),
    ("close_account", "request", include_str!("../../examples/close_account.json")),
    ("close_account", "200", include_str!("../../examples/closed.json")),
];

/// The same of check-ups.
const PREVENTION: [(&str, &str, &str); 6] = [
    ("get_person_prevention", "200", include_str!("../../examples/prevention.json")),
    ("mark_check_up", "request", include_str!("../../examples/new_check_up_mark.json")),
    ("mark_check_up", "201", include_str!("../../examples/prevention.json")),
    ("unmark_check_up", "200", include_str!("../../examples/prevention.json")),
    ("answer_check_up_invitation", "request", include_str!("../../examples/check_up_answer.json")),
    ("answer_check_up_invitation", "200", include_str!("../../examples/prevention_invited.json")),
];

/// The same of notifications.
const NOTIFICATIONS: [(&str, &str, &str); 11] = [
    ("list_messages", "200", include_str!("../../examples/message_page.json")),
    ("get_message", "200", include_str!("../../examples/message.json")),
    ("get_notification_preferences", "200", include_str!("../../examples/notification_preferences.json")),
    ("change_notification_preferences", "request", include_str!("../../examples/notification_patch.json")),
    ("change_notification_preferences", "200", include_str!("../../examples/notification_preferences.json")),
    ("list_notification_contacts", "200", include_str!("../../examples/notification_contacts.json")),
    ("add_notification_contact", "request", include_str!("../../examples/new_notification_contact.json")),
    ("add_notification_contact", "201", include_str!("../../examples/notification_contact.json")),
    ("send_contact_code", "200", include_str!("../../examples/notification_contact.json")),
    ("verify_contact", "request", include_str!("../../examples/contact_code.json")),
    ("verify_contact", "200", include_str!("../../examples/notification_contact.json")),
];

/// The same of templates.
const TEMPLATES: [(&str, &str, &str); 15] = [
    ("get_templates", "200", include_str!("../../examples/template_catalogue.json")),
    ("set_template_tariff", "request", include_str!("../../examples/new_tariff.json")),
    ("set_template_tariff", "200", include_str!("../../examples/template_tariff.json")),
    ("get_template_sheet", "200", include_str!("../../examples/template_sheet.json")),
    ("get_template_samples", "200", include_str!("../../examples/template_samples.json")),
    ("get_template", "200", include_str!("../../examples/template_text.json")),
    ("begin_template_version", "request", include_str!("../../examples/new_version.json")),
    ("begin_template_version", "201", include_str!("../../examples/template_version.json")),
    ("write_template_version", "request", include_str!("../../examples/version_edit.json")),
    ("write_template_version", "200", include_str!("../../examples/template_version.json")),
    ("do_template_deed", "request", include_str!("../../examples/version_deed.json")),
    ("do_template_deed", "200", include_str!("../../examples/template_version.json")),
    ("test_template_version", "request", include_str!("../../examples/version_test.json")),
    ("test_template_version", "200", include_str!("../../examples/test_sent.json")),
    ("get_published_templates", "200", include_str!("../../examples/published_templates.json")),
];

/// Adds them.
pub struct Examples;

impl Modify for Examples {
    fn modify(&self, document: &mut OpenApi) {
        for item in document.paths.paths.values_mut() {
            for operation in [&mut item.get, &mut item.put, &mut item.post, &mut item.patch, &mut item.delete]
            {
                let Some(operation) = operation else { continue };
                let name = operation.operation_id.clone().unwrap_or_default();
                let examples =
                    EXAMPLES.iter().chain(&RIGHTS).chain(&PREVENTION).chain(&NOTIFICATIONS).chain(&TEMPLATES);
                for (_, place, text) in examples.filter(|(known, _, _)| *known == name) {
                    let content = match (*place, operation.request_body.as_mut()) {
                        ("request", Some(RefOr::T(body))) => body.content.values_mut().next(),
                        (status, _) => match operation.responses.responses.get_mut(status) {
                            Some(RefOr::T(response)) => response.content.values_mut().next(),
                            _ => None,
                        },
                    };
                    if let Some(RefOr::T(content)) = content {
                        put(content, text);
                    }
                }
            }
        }
    }
}

fn put(content: &mut Content, text: &str) {
    content.example = serde_json::from_str(text).ok();
}
