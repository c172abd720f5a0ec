//! Paths of the contract.

use crate::{
    CheckUpInvitationId, CheckUpMarkId, ContactId, DocumentId, FileId, GrantId, InvitationId, MessageId,
    PersonId,
};

/// GET: who is signed in. DELETE: sign out.
pub const SESSION: &str = "/api/v1/session";
/// POST: an action of the person that keeps the session alive.
pub const SESSION_EXTENSION: &str = "/api/v1/session/extension";
/// GET by the browser: begins sign-in at the identity provider.
pub const SIGN_IN: &str = "/api/v1/sign-in";
/// GET, PATCH: the account.
pub const ACCOUNT: &str = "/api/v1/account";
/// GET: sessions of the account. DELETE: end all others.
pub const SESSIONS: &str = "/api/v1/account/sessions";
/// GET: sign-in history.
pub const SIGN_INS: &str = "/api/v1/account/sign-ins";
/// GET: the account holder and those they care for.
pub const PERSONS: &str = "/api/v1/persons";
/// GET: with which GP one person is registered, template.
pub const PERSON_GP: &str = "/api/v1/persons/{person}/gp";
/// GET: what is known of one person's health insurance, template.
pub const PERSON_INSURANCE: &str = "/api/v1/persons/{person}/insurance";
/// GET: one person's check-ups, follow-up and immunisations, template.
pub const PERSON_PREVENTION: &str = "/api/v1/persons/{person}/prevention";
/// POST: marks a check-up as done, template.
pub const CHECK_UP_MARKS: &str = "/api/v1/persons/{person}/prevention/marks";
/// DELETE: takes a mark back, template.
pub const CHECK_UP_MARK: &str = "/api/v1/persons/{person}/prevention/marks/{mark}";
/// PUT: answers an invitation to a check-up, template.
pub const CHECK_UP_ANSWER: &str = "/api/v1/persons/{person}/prevention/invitations/{invitation}/answer";
/// A person's plan for TELK.
pub const PERSON_COMMISSION: &str = "/api/v1/persons/{person}/commission";
/// GET: slim index of all documents of all persons.
pub const DOCUMENTS: &str = "/api/v1/documents";
/// GET: the same, in cursor pages.
pub const DOCUMENT_PAGES: &str = "/api/v1/documents/pages";
/// POST: search by text.
pub const DOCUMENT_SEARCH: &str = "/api/v1/documents/search";
/// GET: one document, template.
pub const DOCUMENT: &str = "/api/v1/documents/{id}";
/// GET: files sent to one document. POST: announces one more. Template.
pub const DOCUMENT_FILES: &str = "/api/v1/documents/{id}/files";
/// GET, HEAD: how much of a file is there. PATCH: the next part. DELETE: takes back what is not received yet. Template.
pub const FILE: &str = "/api/v1/files/{id}";
/// GET: the file itself, template.
pub const FILE_CONTENT: &str = "/api/v1/files/{id}/content";
/// GET: changes after a sequence number.
pub const CHANGES: &str = "/api/v1/changes";
/// GET: the same as a stream of server-sent events.
pub const CHANGE_STREAM: &str = "/api/v1/changes/stream";

// Access for others.

/// GET: grants given and held, open invitations.
pub const ACCESS: &str = "/api/v1/access";
/// PATCH: change a grant. DELETE: take it back, or give it up; template.
pub const GRANT: &str = "/api/v1/access/{id}";
/// POST: ask the giver to renew a grant, template.
pub const RENEWAL_REQUEST: &str = "/api/v1/access/{id}/renewal-request";
/// POST: invite somebody.
pub const INVITATIONS: &str = "/api/v1/invitations";
/// DELETE: take an invitation back, template.
pub const INVITATION: &str = "/api/v1/invitations/{id}";
/// POST: what a code would open.
pub const INVITATION_PREVIEW: &str = "/api/v1/invitations/preview";
/// POST: accept or decline by code.
pub const INVITATION_ACCEPTANCE: &str = "/api/v1/invitations/acceptance";
/// PUT: hide a document from proxies, or show it again; template.
pub const DOCUMENT_HIDDEN: &str = "/api/v1/documents/{id}/hidden";
/// GET: who looked at a person's documents and did what, template.
pub const ACCESS_LOG: &str = "/api/v1/persons/{person}/access-log";

// Notifications.

/// GET: what somebody wants to be told, how. PATCH: some of it.
pub const NOTIFICATION_PREFERENCES: &str = "/api/v1/notifications/preferences";
/// GET: the contacts by which somebody is told. POST: one that is for one person alone.
pub const NOTIFICATION_CONTACTS: &str = "/api/v1/notifications/contacts";
/// DELETE: a contact that is for one person alone, template.
pub const NOTIFICATION_CONTACT: &str = "/api/v1/notifications/contacts/{id}";
/// POST: sends a code to a contact, template.
pub const NOTIFICATION_CONTACT_CODE: &str = "/api/v1/notifications/contacts/{id}/code";
/// POST: the code as it was typed, template.
pub const NOTIFICATION_CONTACT_VERIFICATION: &str = "/api/v1/notifications/contacts/{id}/verification";

// Templates of messages.

/// GET: the catalogue.
pub const TEMPLATES: &str = "/api/v1/templates";
/// PUT: what messages cost.
pub const TEMPLATE_TARIFF: &str = "/api/v1/templates/tariff";
/// GET: everything that is in use in one language.
pub const TEMPLATE_SHEET: &str = "/api/v1/templates/sheet";
/// GET: sample persons with values for a subject, template.
pub const TEMPLATE_SAMPLES: &str = "/api/v1/templates/{subject}/samples";
/// GET: the versions of one text, template.
pub const TEMPLATE: &str = "/api/v1/templates/{subject}/{channel}/{language}";
/// POST: begins a version, template.
pub const TEMPLATE_VERSIONS: &str = "/api/v1/templates/{subject}/{channel}/{language}/versions";
/// PUT: writes a version, template.
pub const TEMPLATE_VERSION: &str = "/api/v1/templates/{subject}/{channel}/{language}/versions/{number}";
/// POST: does something with a version, template.
pub const TEMPLATE_DEEDS: &str = "/api/v1/templates/{subject}/{channel}/{language}/versions/{number}/deeds";
/// POST: sends a version to oneself, template.
pub const TEMPLATE_TEST: &str = "/api/v1/templates/{subject}/{channel}/{language}/versions/{number}/test";
/// GET by anybody: what is in use, and what was lately.
pub const PUBLISHED_TEMPLATES: &str = "/api/v1/published-templates";

/// The path of the versions of one text.
#[must_use]
pub fn template(subject: &str, channel: &str, language: &str) -> String {
    format!("{TEMPLATES}/{subject}/{channel}/{language}")
}

/// The path at which a version of a text is begun.
#[must_use]
pub fn template_versions(subject: &str, channel: &str, language: &str) -> String {
    format!("{TEMPLATES}/{subject}/{channel}/{language}/versions")
}

/// The path of one version of a text.
#[must_use]
pub fn template_version(subject: &str, channel: &str, language: &str, number: u32) -> String {
    format!("{TEMPLATES}/{subject}/{channel}/{language}/versions/{number}")
}

/// The path at which something is done with a version.
#[must_use]
pub fn template_deeds(subject: &str, channel: &str, language: &str, number: u32) -> String {
    format!("{TEMPLATES}/{subject}/{channel}/{language}/versions/{number}/deeds")
}

/// The path at which a version is sent to oneself.
#[must_use]
pub fn template_test(subject: &str, channel: &str, language: &str, number: u32) -> String {
    format!("{TEMPLATES}/{subject}/{channel}/{language}/versions/{number}/test")
}

/// The path of sample persons of a subject; the language goes into the query.
#[must_use]
pub fn template_samples(subject: &str, language: &str) -> String {
    format!("{TEMPLATES}/{subject}/samples?language={language}")
}

/// The path of everything that is in use in one language.
#[must_use]
pub fn template_sheet(language: &str) -> String {
    format!("{TEMPLATE_SHEET}?language={language}")
}

/// GET: every message to the account, or about those whose messages it sees, in cursor pages.
pub const NOTIFICATION_MESSAGES: &str = "/api/v1/notifications/messages";
/// GET: one of them, template.
pub const NOTIFICATION_MESSAGE: &str = "/api/v1/notifications/messages/{id}";

/// The path of a message.
#[must_use]
pub fn notification_message(id: &MessageId) -> String {
    format!("{NOTIFICATION_MESSAGES}/{id}")
}

/// The path of a contact by which somebody is told.
#[must_use]
pub fn notification_contact(id: &ContactId) -> String {
    format!("{NOTIFICATION_CONTACTS}/{id}")
}

/// The path at which a code is sent to a contact.
#[must_use]
pub fn notification_contact_code(id: &ContactId) -> String {
    format!("{NOTIFICATION_CONTACTS}/{id}/code")
}

/// The path at which a contact is verified.
#[must_use]
pub fn notification_contact_verification(id: &ContactId) -> String {
    format!("{NOTIFICATION_CONTACTS}/{id}/verification")
}

/// The path of a grant.
#[must_use]
pub fn grant(id: &GrantId) -> String {
    format!("{ACCESS}/{id}")
}

/// The path at which a grant's renewal is asked for.
#[must_use]
pub fn renewal_request(id: &GrantId) -> String {
    format!("{ACCESS}/{id}/renewal-request")
}

/// The path of an invitation.
#[must_use]
pub fn invitation(id: &InvitationId) -> String {
    format!("{INVITATIONS}/{id}")
}

/// The path at which a document is hidden.
#[must_use]
pub fn document_hidden(id: &DocumentId) -> String {
    format!("{DOCUMENTS}/{id}/hidden")
}

/// The path of a person's log of access.
#[must_use]
pub fn access_log(person: &PersonId) -> String {
    format!("{PERSONS}/{person}/access-log")
}

/// The path of one document.
#[must_use]
pub fn document(id: &DocumentId) -> String {
    format!("{DOCUMENTS}/{id}")
}

/// The path of the files of one document.
#[must_use]
pub fn document_files(id: &DocumentId) -> String {
    format!("{DOCUMENTS}/{id}/files")
}

/// The path of one file.
#[must_use]
pub fn file(id: &FileId) -> String {
    format!("/api/v1/files/{id}")
}

/// The path of the content of one file.
#[must_use]
pub fn file_content(id: &FileId) -> String {
    format!("/api/v1/files/{id}/content")
}

/// The path of one person's GP.
#[must_use]
pub fn person_gp(person: &PersonId) -> String {
    format!("{PERSONS}/{person}/gp")
}

/// The path of one person's health insurance.
#[must_use]
pub fn person_insurance(person: &PersonId) -> String {
    format!("{PERSONS}/{person}/insurance")
}

/// The path of one person's check-ups, follow-up and immunisations.
#[must_use]
pub fn person_prevention(person: &PersonId) -> String {
    format!("{PERSONS}/{person}/prevention")
}

/// The path of the marks of one person.
#[must_use]
pub fn check_up_marks(person: &PersonId) -> String {
    format!("{PERSONS}/{person}/prevention/marks")
}

/// The path of one mark.
#[must_use]
pub fn check_up_mark(person: &PersonId, mark: &CheckUpMarkId) -> String {
    format!("{PERSONS}/{person}/prevention/marks/{mark}")
}

/// The path of the answer to an invitation.
#[must_use]
pub fn check_up_answer(person: &PersonId, invitation: &CheckUpInvitationId) -> String {
    format!("{PERSONS}/{person}/prevention/invitations/{invitation}/answer")
}

/// The path of one person's plan for TELK.
#[must_use]
pub fn person_commission(person: &PersonId) -> String {
    format!("{PERSONS}/{person}/commission")
}

/// GET: what was reported of one document. POST: report it, or one of its events. Template.
pub const REPORTS: &str = "/api/v1/documents/{id}/reports";
/// GET: everything the server keeps of the account holder.
pub const ACCOUNT_DATA: &str = "/api/v1/account/data";
/// GET: what was asked to be corrected. POST: ask for a correction.
pub const CORRECTIONS: &str = "/api/v1/account/corrections";
/// GET: what is still open. POST: close the account.
pub const CLOSURE: &str = "/api/v1/account/closure";

/// The path of the reports on one document.
#[must_use]
pub fn reports(id: &DocumentId) -> String {
    format!("{DOCUMENTS}/{id}/reports")
}
