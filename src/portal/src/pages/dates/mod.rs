//! Calculators of dates, and of lev and euro.

mod days_off;
mod document_words;
mod documents;
mod elsewhere;
mod euro;
mod practice;
mod supply;
pub mod telk;
mod validity;
mod words;

use crate::calculator::Calculator;

/// All of them.
pub static ALL: &[&Calculator] = &[
    &validity::VALIDITY,
    &supply::SUPPLY,
    &documents::DOCUMENTS,
    &telk::TELK,
    &elsewhere::ELSEWHERE,
    &euro::EURO,
];
