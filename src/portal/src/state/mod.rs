//! What the whole app shares: who is signed in, the server's clock, the documents, live changes, preferences.

pub mod clock;
pub mod device;
pub mod documents;
pub mod kept;
pub mod live;
pub mod preferences;
pub mod sending;
pub mod session;
pub mod tabs;
pub mod unsaved;
