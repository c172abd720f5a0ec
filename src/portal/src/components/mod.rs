//! Parts that know documents, people, sessions and words.

pub mod chunk;
pub mod frame;
pub mod header;
pub mod history;
pub mod live;
pub mod needs;
pub mod person;
pub mod row;
pub mod session_end;
pub mod state;
pub mod status;
pub mod strip;
