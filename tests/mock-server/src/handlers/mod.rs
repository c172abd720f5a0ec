//! One file per operation.

pub mod access;
pub mod account;
pub mod changes;
pub mod documents;
pub mod files;
pub mod identity;
pub mod invitations;
pub mod mock;
pub mod notifications;
pub mod persons;
pub mod prevention;
pub mod session;
pub mod sign_in;
pub mod templates;
pub mod tried;
