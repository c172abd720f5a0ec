//! The REST contract between the portal and a server.
//!
//! The only crate that knows JSON. Wire types carry domain types; reading them is where bad input is found. The app
//! and the mock server share them, and the OpenAPI document is generated from them (feature `openapi`).
//!
//! Design notes for whoever builds the real server are in `API.md` beside this crate's manifest.

pub mod access;
pub mod account;
pub mod account_data;
pub mod attachment;
pub mod change;
pub mod closure;
pub mod commission;
pub mod correction;
pub mod document;
pub mod gp;
pub mod header;
pub mod id;
pub mod insurance;
pub mod notification;
#[cfg(feature = "openapi")]
pub mod openapi;
pub mod path;
pub mod person;
pub mod prevention;
pub mod problem;
pub mod report;
pub mod session;
pub mod template;
pub mod wire;

pub use id::{
    CheckUpInvitationId, CheckUpMarkId, ContactId, DocumentId, EventId, FileId, GrantId, InvitationId,
    MessageId, PersonId, SessionId, TestId,
};
