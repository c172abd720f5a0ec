//! Messages: everything that was told to the account holder or about theirs, and the way of each.

mod list;
mod one;
mod path;
mod words;

pub use list::MessagesPage;
pub use one::MessagePage;
