//! What people want to be told, by which contacts, what they are told, and what would have been sent.
//!
//! Something happens (`occurrence`, `cause`, `ahead`), is planned for everybody who comes into question (`party`, `planned`),
//! and goes its way step by step (`pump`, `send`, `carrier`) to the `outbox`, where every way ends. `inbox` shows it. Everything
//! that is decided is decided by [`domain::notification`].

pub mod ahead;
pub mod carrier;
pub mod cause;
pub mod check_up;
pub mod contact;
pub mod gp_window;
pub mod inbox;
pub mod message;
pub mod occurrence;
pub mod outbox;
pub mod party;
pub mod past;
pub mod planned;
pub mod preference;
pub mod pump;
pub mod send;
pub mod text;
pub mod value;
