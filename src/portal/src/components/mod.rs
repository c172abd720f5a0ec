//! Parts that know documents, people, sessions and words.

pub mod acting;
pub mod beside;
pub mod calculator;
pub mod calendar;
pub mod chunk;
pub mod clock;
pub mod frame;
pub mod guard;
pub mod header;
pub mod history;
pub mod link;
pub mod more;
pub mod needs;
pub mod person;
pub mod person_switch;
pub mod row;
pub mod source;
pub mod standing;
pub mod state;
pub mod status;
pub mod strip;
