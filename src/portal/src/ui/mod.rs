//! Primitives: they know no router, no server, no contract and no words.

pub mod choice;
pub mod dialog;
pub mod fact;
pub mod file;
pub mod icon;
pub mod notice;
pub mod part;
pub mod segment;
pub mod skeleton;
pub mod window;
