//! Invitations by code.

pub mod accept;
pub mod code;
pub mod invite;
pub mod preview;
pub mod terms;
pub mod withdraw;
