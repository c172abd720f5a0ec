//! What somebody is told, and by which contacts.

pub mod add_contact;
pub mod change;
pub mod contacts;
pub mod delete_contact;
pub mod message;
pub mod messages;
pub mod preferences;
pub mod send_code;
pub mod verify;
