//! The server as its clients see it: one module per operation, real requests against the real router.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that is surprised should stop"
)]

mod client;
mod staff;
mod upload;

mod accept_invitation;
mod access;
mod access_log;
mod access_over_time;
mod account;
mod account_data;
mod add_notification_contact;
mod answer_check_up_invitation;
mod ask_renewal;
mod begin_template_version;
mod change_access;
mod change_account;
mod change_commission;
mod change_notification_preferences;
mod changes;
mod closure;
mod commission;
mod contract_document;
mod control;
mod corrections;
mod data;
mod delete_notification_contact;
mod do_template_deed;
mod document;
mod document_index;
mod document_pages;
mod document_search;
mod end_access;
mod end_other_sessions;
mod extend_session;
mod failures;
mod file_append;
mod file_begin;
mod file_content;
mod file_delete;
mod file_get;
mod file_list;
mod file_uploads;
mod files;
mod forbidden;
mod get_message;
mod hide_document;
mod idempotency;
mod invite;
mod list_messages;
mod list_notification_contacts;
mod list_reports;
mod mark_check_up;
mod notification_preferences;
mod of_person;
mod pages;
mod person_gp;
mod person_insurance;
mod person_prevention;
mod persons;
mod pipeline;
mod preview_invitation;
mod process;
mod published_templates;
mod refusals;
mod report_document;
mod seeds;
mod send_contact_code;
mod session;
mod sessions;
mod set_template_tariff;
mod sign_in;
mod sign_ins;
mod sign_out;
mod stream;
mod temp;
mod template;
mod template_samples;
mod template_sheet;
mod templates;
mod test_template_version;
mod unmark_check_up;
mod verify_contact;
mod withdraw_invitation;
mod write_template_version;
