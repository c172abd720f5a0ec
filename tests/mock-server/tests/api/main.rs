//! The server as its clients see it: one module per operation, real requests against the real router.
#![allow(missing_docs, reason = "tests are named as situations")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that is surprised should stop"
)]

mod client;

mod accept_invitation;
mod access;
mod access_log;
mod access_over_time;
mod account;
mod ask_renewal;
mod change_access;
mod change_account;
mod changes;
mod contract_document;
mod control;
mod data;
mod document;
mod document_index;
mod document_pages;
mod document_search;
mod end_access;
mod end_other_sessions;
mod extend_session;
mod failures;
mod files;
mod hide_document;
mod idempotency;
mod invite;
mod pages;
mod person_insurance;
mod persons;
mod preview_invitation;
mod process;
mod refusals;
mod seeds;
mod session;
mod sessions;
mod sign_in;
mod sign_ins;
mod sign_out;
mod stream;
mod withdraw_invitation;
