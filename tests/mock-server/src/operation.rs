//! Every operation of the contract: its name, its path, who may ask, and its handler. Routes, failures, the request
//! log and the comparison with the OpenAPI document are all made from this one table.

use axum::http::Method;
use axum::routing::{MethodRouter, delete, get, patch, post, put};
use contract::path;

use crate::handlers::{
    access, account, changes, documents, files, invitations, notifications, persons, prevention, session,
    sign_in, templates,
};
use crate::state::Shared;

/// Who may ask, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody.
    Public,
    /// Who is signed in. A search is a read too, though it is asked with POST.
    Read,
    /// Who is signed in; it never keeps the session alive.
    Stream,
    /// Who is signed in and sends the CSRF token and an `Idempotency-Key`.
    Write,
    /// As [`Access::Write`]; the body is a part of a file, larger than other bodies, and counts even where it breaks off.
    Part,
}

impl Access {
    /// Whether it needs the CSRF token and an `Idempotency-Key`.
    #[must_use]
    pub const fn writes(self) -> bool {
        matches!(self, Self::Write | Self::Part)
    }
}

/// An operation.
#[derive(Debug)]
pub struct Operation {
    /// Its name, which is its `operationId` in the OpenAPI document.
    pub name: &'static str,
    /// Its method.
    pub method: Method,
    /// Its path, with parameters in braces.
    pub path: &'static str,
    /// Who may ask.
    pub access: Access,
    /// Its handler.
    pub route: fn() -> MethodRouter<Shared>,
}

/// All operations.
pub static ALL: [Operation; 66] = [
    operation("get_session", Method::GET, path::SESSION, Access::Read, || get(session::get::handle)),
    operation("sign_out", Method::DELETE, path::SESSION, Access::Write, || delete(session::delete::handle)),
    operation("extend_session", Method::POST, path::SESSION_EXTENSION, Access::Write, || {
        post(session::extend::handle)
    }),
    operation("begin_sign_in", Method::GET, path::SIGN_IN, Access::Public, || get(sign_in::begin::handle)),
    operation("get_account", Method::GET, path::ACCOUNT, Access::Read, || get(account::get::handle)),
    operation("change_account", Method::PATCH, path::ACCOUNT, Access::Write, || {
        patch(account::change::handle)
    }),
    operation("list_sessions", Method::GET, path::SESSIONS, Access::Read, || get(account::sessions::handle)),
    operation("end_other_sessions", Method::DELETE, path::SESSIONS, Access::Write, || {
        delete(account::end_others::handle)
    }),
    operation("list_sign_ins", Method::GET, path::SIGN_INS, Access::Read, || get(account::sign_ins::handle)),
    operation("list_persons", Method::GET, path::PERSONS, Access::Read, || get(persons::list::handle)),
    operation("get_person_gp", Method::GET, path::PERSON_GP, Access::Read, || get(persons::gp::handle)),
    operation("get_person_insurance", Method::GET, path::PERSON_INSURANCE, Access::Read, || {
        get(persons::insurance::handle)
    }),
    operation("get_person_prevention", Method::GET, path::PERSON_PREVENTION, Access::Read, || {
        get(prevention::get::handle)
    }),
    operation("mark_check_up", Method::POST, path::CHECK_UP_MARKS, Access::Write, || {
        post(prevention::mark::handle)
    }),
    operation("unmark_check_up", Method::DELETE, path::CHECK_UP_MARK, Access::Write, || {
        delete(prevention::unmark::handle)
    }),
    operation("answer_check_up_invitation", Method::PUT, path::CHECK_UP_ANSWER, Access::Write, || {
        put(prevention::answer::handle)
    }),
    operation("get_commission", Method::GET, path::PERSON_COMMISSION, Access::Read, || {
        get(persons::commission::handle)
    }),
    operation("change_commission", Method::PATCH, path::PERSON_COMMISSION, Access::Write, || {
        patch(persons::change_commission::handle)
    }),
    operation("get_document_index", Method::GET, path::DOCUMENTS, Access::Read, || {
        get(documents::index::handle)
    }),
    operation("page_documents", Method::GET, path::DOCUMENT_PAGES, Access::Read, || {
        get(documents::page::handle)
    }),
    operation("search_documents", Method::POST, path::DOCUMENT_SEARCH, Access::Read, || {
        post(documents::search::handle)
    }),
    operation("get_document", Method::GET, path::DOCUMENT, Access::Read, || get(documents::one::handle)),
    operation("list_files", Method::GET, path::DOCUMENT_FILES, Access::Read, || get(files::list::handle)),
    operation("begin_file", Method::POST, path::DOCUMENT_FILES, Access::Write, || post(files::begin::handle)),
    operation("get_file", Method::GET, path::FILE, Access::Read, || get(files::get::handle)),
    operation("append_file", Method::PATCH, path::FILE, Access::Part, || patch(files::append::handle)),
    operation("delete_file", Method::DELETE, path::FILE, Access::Write, || delete(files::delete::handle)),
    operation("get_file_content", Method::GET, path::FILE_CONTENT, Access::Read, || {
        get(files::content::handle)
    }),
    operation("get_changes", Method::GET, path::CHANGES, Access::Read, || get(changes::after::handle)),
    operation("stream_changes", Method::GET, path::CHANGE_STREAM, Access::Stream, || {
        get(changes::stream::handle)
    }),
    operation("report_document", Method::POST, path::REPORTS, Access::Write, || {
        post(documents::report::handle)
    }),
    operation("list_reports", Method::GET, path::REPORTS, Access::Read, || get(documents::reports::handle)),
    operation("get_account_data", Method::GET, path::ACCOUNT_DATA, Access::Read, || {
        get(account::data::handle)
    }),
    operation("ask_correction", Method::POST, path::CORRECTIONS, Access::Write, || {
        post(account::ask_correction::handle)
    }),
    operation("list_corrections", Method::GET, path::CORRECTIONS, Access::Read, || {
        get(account::corrections::handle)
    }),
    operation("get_closure", Method::GET, path::CLOSURE, Access::Read, || get(account::closing::handle)),
    operation("close_account", Method::POST, path::CLOSURE, Access::Write, || post(account::close::handle)),
    operation("get_access", Method::GET, path::ACCESS, Access::Read, || get(access::get::handle)),
    operation("change_access", Method::PATCH, path::GRANT, Access::Write, || patch(access::change::handle)),
    operation("end_access", Method::DELETE, path::GRANT, Access::Write, || delete(access::end::handle)),
    operation("ask_renewal", Method::POST, path::RENEWAL_REQUEST, Access::Write, || {
        post(access::ask_renewal::handle)
    }),
    operation("invite", Method::POST, path::INVITATIONS, Access::Write, || post(invitations::invite::handle)),
    operation("withdraw_invitation", Method::DELETE, path::INVITATION, Access::Write, || {
        delete(invitations::withdraw::handle)
    }),
    operation("preview_invitation", Method::POST, path::INVITATION_PREVIEW, Access::Write, || {
        post(invitations::preview::handle)
    }),
    operation("accept_invitation", Method::POST, path::INVITATION_ACCEPTANCE, Access::Write, || {
        post(invitations::accept::handle)
    }),
    operation("hide_document", Method::PUT, path::DOCUMENT_HIDDEN, Access::Write, || {
        put(documents::hide::handle)
    }),
    operation("get_access_log", Method::GET, path::ACCESS_LOG, Access::Read, || {
        get(persons::access_log::handle)
    }),
    operation(
        "get_notification_preferences",
        Method::GET,
        path::NOTIFICATION_PREFERENCES,
        Access::Read,
        || get(notifications::preferences::handle),
    ),
    operation(
        "change_notification_preferences",
        Method::PATCH,
        path::NOTIFICATION_PREFERENCES,
        Access::Write,
        || patch(notifications::change::handle),
    ),
    operation("list_notification_contacts", Method::GET, path::NOTIFICATION_CONTACTS, Access::Read, || {
        get(notifications::contacts::handle)
    }),
    operation("add_notification_contact", Method::POST, path::NOTIFICATION_CONTACTS, Access::Write, || {
        post(notifications::add_contact::handle)
    }),
    operation(
        "delete_notification_contact",
        Method::DELETE,
        path::NOTIFICATION_CONTACT,
        Access::Write,
        || delete(notifications::delete_contact::handle),
    ),
    operation("send_contact_code", Method::POST, path::NOTIFICATION_CONTACT_CODE, Access::Write, || {
        post(notifications::send_code::handle)
    }),
    operation("verify_contact", Method::POST, path::NOTIFICATION_CONTACT_VERIFICATION, Access::Write, || {
        post(notifications::verify::handle)
    }),
    operation("get_templates", Method::GET, path::TEMPLATES, Access::Read, || {
        get(templates::catalogue::handle)
    }),
    operation("set_template_tariff", Method::PUT, path::TEMPLATE_TARIFF, Access::Write, || {
        put(templates::tariff::handle)
    }),
    operation("get_template_sheet", Method::GET, path::TEMPLATE_SHEET, Access::Read, || {
        get(templates::sheet::handle)
    }),
    operation("get_template_samples", Method::GET, path::TEMPLATE_SAMPLES, Access::Read, || {
        get(templates::samples::handle)
    }),
    operation("get_template", Method::GET, path::TEMPLATE, Access::Read, || get(templates::cell::handle)),
    operation("begin_template_version", Method::POST, path::TEMPLATE_VERSIONS, Access::Write, || {
        post(templates::begin::handle)
    }),
    operation("write_template_version", Method::PUT, path::TEMPLATE_VERSION, Access::Write, || {
        put(templates::write::handle)
    }),
    operation("do_template_deed", Method::POST, path::TEMPLATE_DEEDS, Access::Write, || {
        post(templates::deed::handle)
    }),
    operation("test_template_version", Method::POST, path::TEMPLATE_TEST, Access::Write, || {
        post(templates::test::handle)
    }),
    operation("get_published_templates", Method::GET, path::PUBLISHED_TEMPLATES, Access::Public, || {
        get(templates::published::handle)
    }),
    operation("list_messages", Method::GET, path::NOTIFICATION_MESSAGES, Access::Read, || {
        get(notifications::messages::handle)
    }),
    operation("get_message", Method::GET, path::NOTIFICATION_MESSAGE, Access::Read, || {
        get(notifications::message::handle)
    }),
];

const fn operation(
    name: &'static str,
    method: Method,
    path: &'static str,
    access: Access,
    route: fn() -> MethodRouter<Shared>,
) -> Operation {
    Operation { name, method, path, access, route }
}

/// The operation that a request asks for.
#[must_use]
pub fn of(method: &Method, path: &str) -> Option<&'static Operation> {
    let method = if *method == Method::HEAD { &Method::GET } else { method };
    let fitting = || ALL.iter().filter(|operation| operation.method == *method);
    fitting()
        .find(|operation| operation.path == path)
        .or_else(|| fitting().find(|operation| fits(operation.path, path)))
}

/// Whether a path fits one with parameters.
fn fits(template: &str, path: &str) -> bool {
    let (mut template, mut path) = (template.split('/'), path.split('/'));
    loop {
        match (template.next(), path.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a == b || (a.starts_with('{') && !b.is_empty()) => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_known_by_method_and_path() {
        let name = |method, path| of(&method, path).map(|operation| operation.name);
        assert_eq!(name(Method::GET, "/api/v1/documents/pages"), Some("page_documents"));
        assert_eq!(name(Method::GET, "/api/v1/documents/d-1"), Some("get_document"));
        assert_eq!(name(Method::GET, "/api/v1/persons"), Some("list_persons"));
        assert_eq!(name(Method::GET, "/api/v1/persons/p-1/insurance"), Some("get_person_insurance"));
        assert_eq!(name(Method::GET, "/api/v1/persons/p-1"), None);
        assert_eq!(name(Method::HEAD, "/api/v1/session"), Some("get_session"));
        assert_eq!(name(Method::PUT, "/api/v1/session"), None);
        assert_eq!(name(Method::GET, "/api/v1/documents/d-1/events"), None);
        assert_eq!(name(Method::GET, "/api/v1/documents/"), None);
    }
}
