//! The rules of the portal.
//!
//! Everything here is a pure function of its arguments: no clock (every function that needs one takes `now`
//! or
//! `today`), no IO, no serialisation. Answers are closed enums of reasons, never words: words live in the
//! app's locale files. The app and the mock server both ask this crate, so that no decision is written twice.

pub mod access;
pub mod age;
pub mod attachment;
pub mod check_up;
pub mod citation;
pub mod coded;
pub mod complaint;
pub mod consent;
pub mod contact;
pub mod data_right;
pub mod document;
pub mod fee;
pub mod gp_choice;
pub mod hotline;
pub mod identifier;
pub mod insurance;
pub mod language;
pub mod maternity;
pub mod merge;
pub mod message_check;
pub mod minimum_wage;
pub mod moment;
pub mod money;
pub mod month;
pub mod notification;
pub mod opinion;
pub mod order;
pub mod paperwork;
pub mod person;
pub mod retention;
pub mod rules;
pub mod search;
pub mod session;
pub mod sick_leave;
pub mod sms;
pub mod telk;
pub mod term;
pub mod transliteration;
pub mod validity;
pub mod working_day;
pub mod written;
